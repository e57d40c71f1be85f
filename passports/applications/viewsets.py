"""The assessor's queue in the CMS. Nothing is edited there: applications are read, and decided by POST (pattern 15)."""

from __future__ import annotations

import django_filters
from django.db.models import Case, When
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import ModelAdminURLFinder
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from passport_site.scheme.models import Area

from .choices import ApplicationStatus
from .cms_assist import PERMISSION, AssistView, BeginView
from .cms_views import AddPhotoView, ApplicationView, DecideView, LetterView
from .models import Application


class ApplicationFilterSet(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(
        label=_("Status"),
        choices=[choice for choice in ApplicationStatus.choices if choice[0] != ApplicationStatus.DRAFT],
    )
    due = django_filters.ChoiceFilter(
        label=_("Due"),
        method="by_due",
        choices=[("today", _("Today or before")), ("week", _("Within a week"))],
    )
    area = django_filters.ModelChoiceFilter(queryset=Area.objects.all(), label=_("Area"))

    class Meta:
        model = Application
        fields = ["status", "due", "area", "route", "language"]

    def by_due(self, queryset, name, value):
        days = {"today": 0, "week": 7}.get(value, 0)
        last = timezone.localdate() + timezone.timedelta(days=days)
        return queryset.filter(status=ApplicationStatus.WAITING, due_on__lte=last)


class DueColumn(Column):
    """The promised day as a date: “22 hours ago” would call what is due today late."""

    def get_value(self, instance):
        waits = instance.status == ApplicationStatus.WAITING and instance.due_on
        return date_format(instance.due_on, "j M Y") if waits else ""


class QueueView(generic.IndexView):
    """Sent applications: what waits for us on top, what is due first; then what waits for the carer; then the decided,
    the latest first. One query for the rows."""

    default_ordering = ["turn", "due", "-decided_at", "-submitted_at"]

    def get_base_queryset(self):
        turn = Case(
            When(status=ApplicationStatus.WAITING, then=0),
            When(status=ApplicationStatus.MORE_NEEDED, then=1),
            default=2,
        )
        due = Case(When(status=ApplicationStatus.WAITING, then="due_on"))
        return super().get_base_queryset().submitted().select_related("area").annotate(turn=turn, due=due)

    def get_list_more_buttons(self, instance):
        return []

    def get_add_url(self) -> None:
        """No add screen is mounted; a superuser would otherwise be offered one."""

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not self.request.user.has_perm(PERMISSION):
            return []
        begin = reverse("applications_queue:begin")
        return [HeaderButton(label=_("By phone or at the desk"), url=begin, icon_name="plus")]


class NoEditScreen(ModelAdminURLFinder):
    """Wagtail asks for the edit screen of whatever its index of references names: there is none."""

    def construct_edit_url(self, instance) -> None:
        return None


class ApplicationViewSet(ModelViewSet):
    """Only the queue, the screen and our POST views: Wagtail's add, edit, delete, usage and history are not
    mounted, so that not even a superuser changes a status past the services.
    """

    model = Application
    name = "applications_queue"
    url_prefix = "applications"
    icon = "form"
    menu_label = _("Applications")
    menu_order = 100
    add_to_admin_menu = True
    add_to_reference_index = False
    index_view_class = QueueView
    inspect_view_class = ApplicationView
    inspect_view_enabled = True
    inspect_template_name = "applications/cms/application.html"
    copy_view_enabled = False
    filterset_class = ApplicationFilterSet
    url_finder_class = NoEditScreen
    search_fields = ["reference", "first_name", "last_name", "email", "postcode", "phone"]
    list_per_page = 40
    exclude_form_fields = ["draft_key"]
    list_display = [
        TitleColumn(
            "name",
            label=_("Carer"),
            sort_key="last_name",
            get_url=lambda row: reverse("applications_queue:inspect", args=[row.pk]),
        ),
        Column("reference", label=_("Reference"), sort_key="reference"),
        Column("area", label=_("Area"), sort_key="area__position"),
        StatusTagColumn(
            "get_status_display",
            label=_("Status"),
            primary=lambda row: row.status == ApplicationStatus.WAITING,
        ),
        DueColumn("due_on", label=_("Answer by"), sort_key="due_on"),
        DateColumn("submitted_at", label=_("Sent"), sort_key="submitted_at"),
    ]

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("assist/", BeginView.as_view(), name="begin"),
            path("assist/<int:pk>/", AssistView.as_view(), name="assist"),
            path("inspect/<int:pk>/", self.inspect_view, name="inspect"),
            path("decide/<int:pk>/<slug:verb>/", DecideView.as_view(), name="decide"),
            path("photo/<int:pk>/", AddPhotoView.as_view(), name="add_photo"),
            path("letter/<int:pk>/", LetterView.as_view(), name="letter"),
        ]
