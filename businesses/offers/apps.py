from django.apps import AppConfig


class OffersConfig(AppConfig):
    name = "businesses.offers"
    label = "offers"
    verbose_name = "Offers"
