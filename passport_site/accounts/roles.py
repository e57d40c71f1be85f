"""Who may do what: the roles as groups with their permissions, written in this one place.

`sync_roles` runs after every migrate, so a deployment's groups are always these. A permission that does not
exist stops the migrate with its name. Administrators give people roles in the CMS under Settings → Users.
`docs/roles.md` is this as a table (``manage.py roles_doc``).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

CMS = "wagtailadmin.access_admin"


@dataclass(frozen=True)
class Role:
    """One role. `staff` roles work in the CMS or at the desk and need a second factor."""

    name: str
    label: str
    staff: bool
    permissions: tuple[str, ...] = field(default=())


CARER = Role("Carer", _("Carer"), staff=False)
TILL_STAFF = Role("Till staff", _("Till staff"), staff=False)
BUSINESS_OWNER = Role("Business owner", _("Business owner"), staff=False)
ASSESSOR = Role(
    "Assessor",
    _("Assessor"),
    staff=True,
    permissions=(
        CMS,
        "applications.view_application",
        "applications.decide_application",
        "applications.view_evidence",
        "applications.assist_application",
        "applications.view_evidencecode",
        "applications.add_evidencecode",
        "applications.change_evidencecode",
        "cards.view_passport",
        "cards.manage_card",
    ),
)
COMMISSIONER = Role(
    "Commissioner",
    _("Commissioner"),
    staff=True,
    permissions=(
        CMS,
        "members.view_business",
        "members.add_business",
        "members.change_business",
        "members.view_category",
        "members.add_category",
        "members.change_category",
        "members.enrol_device",
        "offers.view_offer",
        "offers.add_offer",
        "offers.change_offer",
        "partners.view_partnerscheme",
        "partners.trust_partner",
        "reports.view_reports",
        "scheme.change_scheme",
        "scheme.view_area",
        "scheme.add_area",
        "scheme.change_area",
        "wagtailimages.add_image",
        "wagtailimages.change_image",
        "wagtailimages.choose_image",
        "wagtaildocs.add_document",
        "wagtaildocs.choose_document",
        "wagtail_localize.submit_translation",
    ),
)
EDITOR = Role(
    "Editor",
    _("Editor"),
    staff=True,
    # which pages: directory.pages.services.permissions
    permissions=(
        CMS,
        "wagtailimages.add_image",
        "wagtailimages.choose_image",
        "wagtaildocs.add_document",
        "wagtaildocs.choose_document",
        "wagtail_localize.submit_translation",
    ),
)
CALL_HANDLER = Role("Call handler", _("Call handler"), staff=True)
PRIVACY_OFFICER = Role(
    "Privacy officer",
    _("Privacy officer"),
    staff=True,
    permissions=(CMS, "core.view_auditevent", "core.view_jobrun", "partners.view_partnerscheme"),
)
ADMINISTRATOR = Role(
    "Administrator",
    _("Administrator"),
    staff=True,
    permissions=(
        CMS,
        "accounts.view_user",
        "accounts.add_user",
        "accounts.change_user",
        "accounts.delete_user",
        "scheme.change_scheme",
        "scheme.view_area",
        "scheme.add_area",
        "scheme.change_area",
        "core.view_auditevent",
        "core.view_jobrun",
        "wagtailcore.add_locale",
        "wagtailcore.change_locale",
    ),
)

ROLES: tuple[Role, ...] = (
    CARER,
    TILL_STAFF,
    BUSINESS_OWNER,
    ASSESSOR,
    COMMISSIONER,
    EDITOR,
    CALL_HANDLER,
    PRIVACY_OFFICER,
    ADMINISTRATOR,
)
SHOP_ROLES: frozenset[str] = frozenset({TILL_STAFF.name, BUSINESS_OWNER.name})
STAFF_ROLES: frozenset[str] = frozenset(role.name for role in ROLES if role.staff)


def sync_roles(**kwargs) -> None:
    """Makes the groups hold exactly these permissions. LookupError for a permission that does not exist.

    ``flush`` sends the same signal (without a plan) when the permissions that migrations made are gone: then what is
    missing is left out.
    """
    from django.contrib.auth.models import Group, Permission

    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    for role in ROLES:
        missing = [name for name in role.permissions if name not in known]
        if missing and ("plan" in kwargs or not kwargs):
            raise LookupError(f"Role {role.name} names permissions that do not exist: {', '.join(missing)}")
        group, _created = Group.objects.get_or_create(name=role.name)
        group.permissions.set([known[name] for name in role.permissions if name in known])


def give_role(user, role: Role) -> None:
    """Puts the person into the role's group. Safe to repeat."""
    from django.contrib.auth.models import Group

    user.groups.add(Group.objects.get(name=role.name))


def privacy_officers():
    """Who is told when something touches everybody’s privacy: active accounts with an address."""
    from .models import User

    return (
        User.objects.filter(groups__name=PRIVACY_OFFICER.name, is_active=True)
        .exclude(email="")
        .order_by("pk")
    )


def is_staff_member(user) -> bool:
    """Whether the person has any staff role, so that a second factor is asked of them."""
    if not user.is_authenticated:
        return False
    if user.is_superuser:
        return True
    if not hasattr(user, "_has_staff_role"):
        user._has_staff_role = user.groups.filter(name__in=STAFF_ROLES).exists()
    return user._has_staff_role


def is_shop_member(user) -> bool:
    """Whether the person works for a business that takes the card."""
    return user.is_authenticated and user.groups.filter(name__in=SHOP_ROLES).exists()


def is_business_owner(user) -> bool:
    """Whether the person looks after a business’s tills."""
    return user.is_authenticated and user.groups.filter(name=BUSINESS_OWNER.name).exists()
