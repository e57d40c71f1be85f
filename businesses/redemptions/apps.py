from django.apps import AppConfig


class RedemptionsConfig(AppConfig):
    name = "businesses.redemptions"
    label = "redemptions"
    verbose_name = "Redemptions"

    def ready(self) -> None:
        from passport_site.core import retention

        from .services.unlinking import unlink_old_uses

        retention.register("redemptions.unlink")(unlink_old_uses)
