"""Apple’s addresses: the same in every language, because phones ask. Apple says how they read."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from .views import apple

app_name = "apple_wallet"
ON_DEVICE = "devices/<str:device>/registrations/<str:pass_type>"
urlpatterns: list[URLPattern | URLResolver] = [
    path(f"{ON_DEVICE}/<str:serial>", apple.registration, name="registration"),
    path(ON_DEVICE, apple.updatable, name="updatable"),
    path("passes/<str:pass_type>/<str:serial>", apple.latest, name="latest"),
    path("log", apple.note, name="log"),
]
