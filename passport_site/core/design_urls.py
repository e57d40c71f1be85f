"""The gallery of components, in development only."""

from __future__ import annotations

from django.urls import path

from passport_site.accounts.access import public

from . import design

app_name = "design"
urlpatterns = [
    path("", public(design.gallery), name="gallery"),
    path("card/", public(design.card), name="card"),
    path("till/", public(design.till), name="till"),
    path("errors/<int:status>/", public(design.error_page), name="error"),
    path("mail/", public(design.mail), name="mail"),
]
