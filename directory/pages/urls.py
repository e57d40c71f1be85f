"""Addresses of this room that are not pages of the CMS."""

from __future__ import annotations

from django.urls import path

from . import feeds

app_name = "pages"
urlpatterns = [
    path("offers.xml", feeds.offers_feed, name="offers_feed"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
]
