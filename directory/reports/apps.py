from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "directory.reports"
    label = "reports"
    verbose_name = "Reports"

    def ready(self) -> None:
        from passports.partners.public import register_panel

        from .visits_views import panel

        register_panel(panel)
