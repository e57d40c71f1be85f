"""Addresses of this room that are not the CMS’s."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "partners_public"
urlpatterns = [path("next-county/", views.next_county, name="next_county")]
