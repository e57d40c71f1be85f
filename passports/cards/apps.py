from django.apps import AppConfig


class CardsConfig(AppConfig):
    name = "passports.cards"
    label = "cards"
    verbose_name = "Cards"

    def ready(self) -> None:
        from passport_site.accounts import erasure, idle, my_data
        from passport_site.core import retention

        from . import held
        from .services import forgetting, printing
        from .wallet import changes, checks

        erasure.register("cards")(forgetting.forget_person)
        my_data.register("cards")(held.held_about)
        retention.register("cards.passports")(forgetting.remove_old_passports)
        retention.register("cards.print_batches")(printing.remove_old_batches)
        retention.register("cards.wallet_copies")(changes.remove_old_copies)
        idle.still_needed("cards")(lambda user: user.passports.exclude(status="ended").exists())
        checks.say_at_start()
