"""Addresses of uses on the carer's own phone."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from .views import own_use

app_name = "own_use"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", own_use.choose, name="choose"),
    path("<int:number>/", own_use.offer, name="offer"),
    path("shown/<int:number>/", own_use.shown, name="shown"),
    path("shown/<int:number>/undo", own_use.undo, name="undo"),
]
