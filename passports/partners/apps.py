from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "passports.partners"
    label = "partners"
    verbose_name = "Other schemes"

    def ready(self) -> None:
        from passports.cards import foreign

        from . import ring

        foreign.register(ring.schemes)
