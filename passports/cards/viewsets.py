"""Passports in the CMS: a list to find people in, one screen each, and the letters to print; no edit form."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import django_filters
from django.db.models import Prefetch
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from passport_site.core.cms_tables import DayColumn
from passport_site.scheme.models import Area

from .cms_letters import AgainView, DownloadView, LetterView, PrintView, QueueView
from .cms_views import TEMPLATE, ChangePhotoView, ContactView, PassportView, PhotoView, StepView
from .domain import numbers
from .domain.periods import RENEW_DAYS
from .domain.statuses import CardStatus
from .models import Card, Passport


class PassportFilterSet(WagtailFilterSet):
    card = django_filters.ChoiceFilter(label=_("Card"), method="by_card", choices=CardStatus.choices)
    expiring = django_filters.ChoiceFilter(
        label=_("Good until"),
        method="by_expiry",
        choices=[
            ("asked", _("Asked to renew")),
            ("soon", _("Runs out within 8 weeks")),
            ("past", _("Has run out")),
            ("good", _("Good today")),
        ],
    )
    area = django_filters.ModelChoiceFilter(queryset=Area.objects.all(), label=_("Area"))

    class Meta:
        model = Passport
        fields = ["status", "kind", "area", "card", "expiring"]

    def by_card(self, queryset, name, value):
        newest = Card.objects.of_each_passport()
        return queryset.annotate(card_status=newest.values("status")).filter(card_status=value)

    def by_expiry(self, queryset, name, value):
        today = timezone.localdate()
        if value == "good":
            return queryset.active_on(today)
        if value == "asked":
            return queryset.filter(renew_asked_at__isnull=False)
        if value == "past":
            return queryset.filter(valid_until__lt=today)
        return queryset.filter(
            valid_until__range=(today, today + timedelta(days=RENEW_DAYS)), status="active"
        )


class CardColumn(Column):
    """The newest card’s number and, when it is not good, what became of it."""

    def get_value(self, instance: Passport) -> str:
        if not instance.cards_newest_first:
            return "–"
        card = instance.cards_newest_first[0]
        number = numbers.display(card.number)
        return number if card.status == CardStatus.ACTIVE else f"{number} ({card.get_status_display()})"


class PassportListView(generic.IndexView):
    """Three queries for a page of rows, whatever its length: the count, the passports, their cards."""

    any_permission_required = ["view"]
    default_ordering = ["last_name", "first_name", "pk"]

    def get_base_queryset(self):
        cards = Prefetch("cards", queryset=Card.objects.order_by("-pk"), to_attr="cards_newest_first")
        found = super().get_base_queryset().filter(sandbox=False)
        return found.select_related("area").prefetch_related(cards)

    def search_queryset(self, queryset):
        return queryset.found_by(self.search_query) if self.is_searching else queryset

    def get_list_more_buttons(self, instance):
        return []

    def get_add_url(self) -> None:
        """No add screen is mounted; a superuser would otherwise be offered one."""

    @cached_property
    def header_buttons(self) -> list[Any]:
        if not self.request.user.has_perm("cards.manage_card"):
            return []
        return [
            HeaderButton(label=_("Letters to print"), url=reverse("cards_passports:queue"), icon_name="mail")
        ]


class PassportViewSet(ModelViewSet):
    """Only the list, the screen and our POST views: Wagtail's add, edit, copy and delete are not mounted."""

    model = Passport
    name = "cards_passports"
    url_prefix = "passports"
    icon = "user"
    menu_label = _("Passports")
    menu_order = 110
    add_to_admin_menu = True
    add_to_reference_index = False
    index_view_class = PassportListView
    inspect_view_class = PassportView
    inspect_view_enabled = True
    inspect_template_name = TEMPLATE
    copy_view_enabled = False
    filterset_class = PassportFilterSet
    search_fields = ["first_name", "last_name", "postcode"]
    list_per_page = 40
    exclude_form_fields = ["photo"]
    list_display = [
        TitleColumn(
            "name",
            label=_("Carer"),
            sort_key="last_name",
            get_url=lambda row: reverse("cards_passports:inspect", args=[row.pk]),
        ),
        CardColumn("card", label=_("Card")),
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        Column("area", label=_("Area"), sort_key="area__position"),
        StatusTagColumn("get_status_display", label=_("Status"), primary=lambda row: row.status == "active"),
        DayColumn("valid_until", label=_("Good until"), sort_key="valid_until"),
    ]

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("inspect/<int:pk>/", self.inspect_view, name="inspect"),
            path("<int:pk>/photo/", PhotoView.as_view(), name="photo"),
            path("<int:pk>/photo/change/", ChangePhotoView.as_view(), name="change_photo"),
            path("<int:pk>/contact/", ContactView.as_view(), name="contact"),
            path("<int:pk>/letter/", LetterView.as_view(), name="letter"),
            path("<int:pk>/<slug:verb>/", StepView.as_view(), name="step"),
            path("letters/", QueueView.as_view(), name="queue"),
            path("letters/print/", PrintView.as_view(), name="print"),
            path("letters/<int:pk>/again/", AgainView.as_view(), name="again"),
            path("letters/<int:pk>/download/", DownloadView.as_view(), name="download"),
        ]
