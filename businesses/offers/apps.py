from django.apps import AppConfig


class OffersConfig(AppConfig):
    name = "businesses.offers"
    label = "offers"
    verbose_name = "Offers"

    def ready(self) -> None:
        from businesses.members import notes

        from .owner_notes import code_notes

        notes.register(code_notes)
