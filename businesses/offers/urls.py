"""Addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from . import owner_views

app_name = "offer_codes"
urlpatterns: list[URLPattern | URLResolver] = [path("<int:number>/", owner_views.codes, name="codes")]
