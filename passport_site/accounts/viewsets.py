"""The CMS screens of this room: people and their roles, and the audit trail to read."""

from __future__ import annotations

import django_filters
from allauth.account.models import EmailAddress
from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.groups import GroupViewSet
from wagtail.users.views.users import CreateView, DeleteView, EditView, IndexView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from passport_site.core.models import AuditEvent, JobRun

from .erasure import erase_person
from .models import User
from .roles import ROLES
from .services import set_person


class PersonFormMixin:
    """E-mail, name, language, roles. No password, and no way to become a superuser."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in ("is_superuser", "password1", "password2"):
            self.fields.pop(name, None)
        self.fields["groups"].label = _("Roles")
        self.fields["groups"].queryset = Group.objects.filter(name__in=[role.name for role in ROLES])
        self.fields["groups"].help_text = _("What each role may do stands in docs/roles.md.")

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].strip().lower()
        taken = User.objects.filter(email=email).exclude(pk=self.instance.pk)
        others = EmailAddress.objects.filter(email=email).exclude(user_id=self.instance.pk)
        if taken.exists() or others.exists():
            raise forms.ValidationError(_("Somebody already has this e-mail address."))
        return email


class PersonCreationForm(PersonFormMixin, UserCreationForm):
    class Meta(UserCreationForm.Meta):
        fields = ("email", "first_name", "last_name", "language", "groups")


class PersonEditForm(PersonFormMixin, UserEditForm):
    def __init__(self, *args, **kwargs) -> None:
        self.editing_self = kwargs.get("editing_self", False)
        super().__init__(*args, **kwargs)
        if self.editing_self:
            self.fields.pop("groups", None)  # nobody gives roles to themselves

    class Meta(UserEditForm.Meta):
        fields = ("email", "first_name", "last_name", "language", "is_active", "groups")


class PersonCreateView(CreateView):
    def save_instance(self):
        user = super().save_instance()
        set_person(user=user, by=self.request.user)
        return user


class PersonEditView(EditView):
    def dispatch(self, request, *args, **kwargs):
        if self.object.is_superuser and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def save_instance(self):
        user = super().save_instance()
        set_person(user=user, by=self.request.user)
        return user


class PersonDeleteView(DeleteView):
    """Closing somebody's account: the same erasure in every room as when they close it themselves."""

    page_title = _("Close account")
    success_message = _("The account is closed.")

    @property
    def confirmation_message(self) -> str:
        return _(
            "Everything about this person is deleted, in every part of the platform. It cannot be undone."
        )

    def delete_action(self) -> None:
        erase_person(self.object, by=self.request.user)


class PersonIndexView(IndexView):
    """The list of people with their roles."""

    @cached_property
    def columns(self):
        columns = super().columns
        for column in columns:
            if column.name == User.USERNAME_FIELD:
                column.label = _("E-mail")
        roles = Column(
            "roles",
            label=_("Roles"),
            accessor=lambda user: ", ".join(group.name for group in user.groups.all()) or "–",
        )
        shown = [column for column in columns if column.name != "bulk_actions"]
        return [roles if column.name == "is_superuser" else column for column in shown]

    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("groups")


class UserViewSet(WagtailUserViewSet):
    """People. They sign in by code or passkey, so that there is nothing to set here but who they are."""

    index_view_class = PersonIndexView
    add_view_class = PersonCreateView
    edit_view_class = PersonEditView
    delete_view_class = PersonDeleteView
    create_template_name = "wagtailadmin/generic/create.html"
    edit_template_name = "wagtailadmin/generic/edit.html"
    copy_view_enabled = False
    menu_label = _("People and roles")

    def get_form_class(self, for_update: bool = False):
        return PersonEditForm if for_update else PersonCreationForm


class RoleViewSet(GroupViewSet):
    """Roles are written in roles.py: the list is not in the menu, and ViewOnlyPolicy refuses every change."""

    add_to_settings_menu = False


class MomentColumn(TitleColumn):
    """Day and time to the second, as an investigation needs it; Wagtail's own column says “just now”."""

    def get_value(self, instance):
        return date_format(timezone.localtime(super().get_value(instance)), "j F Y, H:i:s")


class AuditFilterSet(WagtailFilterSet):
    created_at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)
    verb = django_filters.CharFilter(lookup_expr="startswith", label=_("What, from its beginning"))
    actor = django_filters.CharFilter(label=_("Who, like user:12"))
    subject = django_filters.CharFilter(label=_("On what, like applications.application:31"))

    class Meta:
        model = AuditEvent
        fields = ["created_at", "verb", "actor", "subject"]


class AuditViewSet(ModelViewSet):
    """The audit trail, to read only. Names are not in it: people are numbers."""

    model = AuditEvent
    icon = "history"
    menu_label = _("Audit trail")
    menu_order = 900
    add_to_admin_menu = False
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["created_at", "verb", "actor", "subject", "details"]
    form_fields = ["verb"]
    filterset_class = AuditFilterSet
    search_fields = ["subject", "actor", "verb"]
    list_display = [
        MomentColumn(
            "created_at", label=_("When"), get_url=lambda row: reverse("audit:inspect", args=[row.pk])
        ),
        Column("verb", label=_("What")),
        Column("actor", label=_("Who")),
        Column("subject", label=_("On what")),
    ]
    list_per_page = 50


class JobRunViewSet(ModelViewSet):
    """When the scheduled commands last ran and what they did, so that a silent cron is noticed."""

    model = JobRun
    icon = "time"
    menu_label = _("Scheduled jobs")
    menu_order = 901
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["created_at", "started_at", "job", "done"]
    form_fields = ["job"]
    list_display = [
        MomentColumn(
            "created_at", label=_("When"), get_url=lambda row: reverse("jobs:inspect", args=[row.pk])
        ),
        Column("job", label=_("Job")),
        Column("done", label=_("What")),
    ]
    list_per_page = 50
