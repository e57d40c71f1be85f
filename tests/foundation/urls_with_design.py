"""The project's addresses and the gallery, which exists in development only."""

from django.urls import include, path

from passport_site.urls import urlpatterns as ours

urlpatterns = [path("design/", include("passport_site.core.design_urls")), *ours]
