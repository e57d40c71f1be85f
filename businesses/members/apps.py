from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "businesses.members"
    label = "members"
    verbose_name = "Businesses"
