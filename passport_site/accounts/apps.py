from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "passport_site.accounts"
    label = "accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        from .roles import sync_roles

        # Permissions exist once the last app has been migrated, so the groups are brought up to date then.
        post_migrate.connect(sync_roles, sender=list(apps.get_app_configs())[-1], dispatch_uid="accounts.sync_roles")
