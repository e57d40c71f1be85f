"""The carer’s own card. Addresses carry no number: each shows what belongs to whoever is signed in."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from .views import card, paper, steps
from .wallet.views import own as wallet

app_name = "cards"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", card.card, name="card"),
    path("code.json", card.code, name="code"),
    path("photo/", card.photo, name="photo"),
    path("sw.js", card.worker, name="worker"),
    path("gone/", card.gone, name="gone"),
    path("lost/", steps.lost, name="lost"),
    path("found/", steps.found, name="found"),
    path("replace/", steps.replace, name="replace"),
    path("design/", steps.design, name="design"),
    path("post/", steps.post, name="post"),
    path("contact/", steps.contact, name="contact"),
    path("renew/", steps.renew, name="renew"),
    path("print/", paper.card_pdf, name="print"),
    path("letter/", paper.letter_pdf, name="letter"),
    path("wallet/apple/", wallet.add_to_apple, name="add_to_apple"),
    path("wallet/apple.pkpass", wallet.apple_pass, name="apple_pass"),
    path("wallet/google/", wallet.add_to_google, name="add_to_google"),
]
