from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "directory.reports"
    label = "reports"
    verbose_name = "Reports"
