from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "businesses.members"
    label = "members"
    verbose_name = "Businesses"

    def ready(self) -> None:
        from passport_site.accounts import erasure, my_data
        from passport_site.core import retention

        from . import held
        from .services import forgetting

        erasure.register("members")(forgetting.forget_person)
        my_data.register("members")(held.held_about)

        retention.register("members.enrolments")(forgetting.remove_old_invitations)
        retention.register("members.devices")(forgetting.remove_old_devices)
        retention.register("members.keys")(forgetting.remove_old_keys)
        retention.register("members.staff")(forgetting.remove_staff_of_businesses_that_left)
        retention.register("members.businesses")(forgetting.blank_businesses_that_left)
