from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "directory.pages"
    label = "pages"
    verbose_name = "Pages"

    def ready(self) -> None:
        from .signals import connect

        connect()
