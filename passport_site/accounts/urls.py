"""Addresses of this room under /me/. Sign-in itself is in allauth_urls.py."""

from __future__ import annotations

from django.urls import path

from .views import details, email, my_data, sign_in

app_name = "accounts"
urlpatterns = [
    path("", details.details, name="details"),
    path("name/", details.name, name="name"),
    path("choices/", details.preferences, name="preferences"),
    path("email/", email.new_email, name="email"),
    path("email/code/", email.new_email_code, name="email_code"),
    path("confirm/", email.confirm, name="confirm"),
    path("signed-in/", sign_in.after_sign_in, name="after_sign_in"),
    path("devices/", details.sessions, name="sessions"),
    path("devices/sign-out/", details.sign_out_everywhere, name="sign_out_everywhere"),
    path("second-factor/", details.second_factor, name="second_factor"),
    path("data/", my_data.read, name="my_data"),
    path("data/download/", my_data.download, name="my_data_file"),
    path("close/", my_data.close, name="close"),
    path("closed/", my_data.closed, name="closed"),
]
