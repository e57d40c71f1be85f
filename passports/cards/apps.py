from django.apps import AppConfig


class CardsConfig(AppConfig):
    name = "passports.cards"
    label = "cards"
    verbose_name = "Cards"
