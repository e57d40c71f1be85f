"""Addresses of the till: for a shop’s device, and for anybody’s camera."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from .views import check, developers, enrol, serving, till, uploads, without_network

app_name = "redemptions"
urlpatterns: list[URLPattern | URLResolver] = [
    path("v", check.check, name="check"),
    path("developers/", developers.guide, name="developers"),
    path("developers/<str:name>", developers.client, name="client"),
    path("till/", till.home, name="till"),
    path("till/use", till.use, name="use"),
    path("till/undo", till.undo, name="undo"),
    path("till/serving", serving.choose, name="serving"),
    path("till/sw.js", without_network.worker, name="worker"),
    path("till/offline/", without_network.shell, name="offline"),
    path("till/bundle.json", uploads.bundle, name="bundle"),
    path("till/upload/", uploads.upload, name="upload"),
    path("till/enrol", enrol.enrol, name="enrol"),
    path("till/photo/<str:token>", till.photo, name="photo"),
]
