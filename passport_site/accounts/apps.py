from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "passport_site.accounts"
    label = "accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        from allauth.mfa.signals import authenticator_added

        from . import erasure, idle, my_data
        from .held import held_about
        from .roles import sync_roles
        from .services import forget_account
        from .signals import note_new_factor

        last_app = list(apps.get_app_configs())[-1]  # permissions exist once the last app has been migrated
        post_migrate.connect(sync_roles, sender=last_app, dispatch_uid="accounts.sync_roles")
        authenticator_added.connect(note_new_factor, dispatch_uid="accounts.note_new_factor")
        erasure.register("accounts")(forget_account)
        my_data.register("accounts")(held_about)
        idle.register_jobs()
