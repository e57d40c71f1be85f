from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "passport_site.core"
    label = "core"
    verbose_name = "Foundation"

    def ready(self) -> None:
        from . import checks  # noqa: F401  (registers the start-up checks)
