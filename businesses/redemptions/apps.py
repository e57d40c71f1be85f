from django.apps import AppConfig


class RedemptionsConfig(AppConfig):
    name = "businesses.redemptions"
    label = "redemptions"
    verbose_name = "Redemptions"
