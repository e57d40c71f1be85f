from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    name = "passports.applications"
    label = "applications"
    verbose_name = "Applications"
