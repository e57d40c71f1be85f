"""Addresses of this room, under /apply/. No token, code or name stands in any of them."""

from __future__ import annotations

from django.urls import path

from .views import adult, claiming, ending, files, following, returning, start, step

app_name = "applications"
urlpatterns = [
    path("", start.start, name="start"),
    path("go-on/", start.go_on, name="go_on"),
    path("close/", start.close, name="close"),
    path("next/", step.next_step, name="next"),
    path("save/", returning.save, name="save"),
    path("code/", returning.code, name="code"),
    path("come-back/", returning.come_back, name="come_back"),
    path("stop/<slug:why>/", ending.stop, name="stop"),
    path("check/", ending.check, name="check"),
    path("sent/", ending.sent, name="sent"),
    path("equality/", ending.equality, name="equality"),
    path("thanks/", ending.thanks, name="thanks"),
    path("adult-answer/", adult.adult, name="adult"),
    path("for-you/", claiming.for_you, name="for_you"),
    path("for-you/not-mine/", claiming.not_mine, name="not_mine"),
    path("picture/", files.own_photo, name="own_photo"),
    path("file/<int:pk>/", files.evidence, name="evidence"),
    path("file/draft-photo/<int:pk>/", files.draft_photo, name="draft_photo"),
    path("file/photo/<int:pk>/", files.photo, name="photo"),
    path("mine/<int:pk>/", following.mine, name="mine"),
    path("mine/<int:pk>/photo/", files.my_photo, name="my_photo"),
    path("mine/<int:pk>/answer/", following.answer, name="answer"),
    path("mine/<int:pk>/withdraw/", following.withdraw, name="withdraw"),
    path("mine/<int:pk>/consent/", following.consent, name="consent"),
    path("mine/<int:pk>/adult/", following.another_adult, name="another_adult"),
    path("<slug:slug>/", step.step, name="step"),
]
