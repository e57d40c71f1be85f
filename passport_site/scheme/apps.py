from django.apps import AppConfig


class SchemeConfig(AppConfig):
    name = "passport_site.scheme"
    label = "scheme"
    verbose_name = "Scheme"
