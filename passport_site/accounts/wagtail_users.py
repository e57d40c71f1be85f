"""Wagtail's users app with our screens: people are known by e-mail, have no passwords, and get roles, not
rights.
"""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    user_viewset = "passport_site.accounts.viewsets.UserViewSet"
    group_viewset = "passport_site.accounts.viewsets.RoleViewSet"
