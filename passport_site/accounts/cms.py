"""Permission of our own CMS views, by its full name, denied by default.

Wagtail's mixin asks a policy that makes `enrol_device_business` of `enrol_device`, and lets everybody in
when there is no policy. This one takes `app.codename` as roles.py writes it, and a view without one is
refused at import.
"""

from __future__ import annotations

from wagtail.admin.views.generic.permissions import PermissionCheckedMixin


class NamedPermissionMixin(PermissionCheckedMixin):
    """`permission_required = "members.enrol_device"`. A class that sets none, or no `model`, raises
    TypeError.
    """

    model: type

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if "." not in (cls.permission_required or "") or not getattr(cls, "model", None):
            raise TypeError(f"{cls.__name__} needs a model and a permission_required like 'app.codename'")

    def user_has_permission(self, permission: str) -> bool:
        return self.request.user.has_perm(permission)
