from django.apps import AppConfig


class RedemptionsConfig(AppConfig):
    name = "businesses.redemptions"
    label = "redemptions"
    verbose_name = "Redemptions"

    def ready(self) -> None:
        from businesses.members import till_news
        from passport_site.accounts import erasure, my_data
        from passport_site.core import retention

        from . import held, offline_news, served
        from .services.alarming import remove_old_alarms
        from .services.forgetting import forget_person
        from .services.sandbox import reset_sandbox
        from .services.unlinking import unlink_old_uses

        erasure.register("redemptions")(forget_person)
        my_data.register("redemptions")(held.held_about)
        till_news.register(offline_news.read)
        till_news.register_served(served.count)

        retention.register("redemptions.alarms")(remove_old_alarms)
        retention.register("redemptions.sandbox")(reset_sandbox)
        retention.register("redemptions.unlink")(unlink_old_uses)
