"""Addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from . import key_views, staff_views, views

app_name = "members"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.own_tills, name="tills"),
    path("keys/", key_views.own_keys, name="keys"),
    path("staff/", staff_views.own_staff, name="staff"),
]
