from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    name = "passports.applications"
    label = "applications"
    verbose_name = "Applications"

    def ready(self) -> None:
        from passport_site.accounts import choices, erasure, idle, my_data
        from passports.cards import pending

        from . import held, on_card_page
        from .services import forgetting, preferences, retention

        erasure.register("applications")(forgetting.forget_person)
        my_data.register("applications")(held.held_about)
        pending.register(on_card_page.pending_for)
        idle.still_needed("applications")(forgetting.still_needed)
        choices.register("applications", read=preferences.choices_of, write=preferences.set_choice)
        retention.register_jobs()
