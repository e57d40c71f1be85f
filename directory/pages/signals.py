"""When something public changes, kept pages are forgotten and search text is written anew.

Signals, and not calls in the services of those rooms, because they may not look at this room
(architecture.md). Only caching and indexing happen here, never a decision.
"""

from __future__ import annotations

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from .models import BusinessPage, DirectoryPage, GuidanceIndexPage, GuidancePage, HomePage, StandardPage
from .services.cache import forget_pages
from .services.index import refresh_search_text

SHOWN = ("members.Business", "members.Branch", "offers.Offer")
"""Models that pages show and that lead to one business: the attribute that holds its id is found below."""
PAGES = (BusinessPage, DirectoryPage, GuidanceIndexPage, GuidancePage, HomePage, StandardPage)
AROUND = ("members.Category", "scheme.Area", "scheme.Scheme")


def _business_id(row: Model) -> int:
    return row.pk if row._meta.label == "members.Business" else row.business_id


def business_changed(sender: type[Model], instance: Model, **kwargs) -> None:
    """A business, branch or offer was saved or deleted."""
    if kwargs.get("raw"):
        return
    refresh_search_text(business_ids=[_business_id(instance)])
    forget_pages(business_id=_business_id(instance))


def business_goes(sender: type[Model], instance: Model, **kwargs) -> None:
    """A business is deleted (retention): its pages leave first, because no cascade may touch a tree."""
    while page := BusinessPage.objects.filter(business=instance).first():
        page.delete()


def surroundings_changed(sender: type[Model], instance: Model, **kwargs) -> None:
    """The scheme, an area or a category was saved or deleted. Their names are part of the search text."""
    if kwargs.get("raw"):
        return
    if sender._meta.label == "members.Category":
        refresh_search_text(business_ids=instance.businesses.values_list("pk", flat=True))
    forget_pages()


def page_changed(sender: type[Model], instance: Page, **kwargs) -> None:
    """A page was published, unpublished, moved, renamed or deleted."""
    forget_pages(business_id=getattr(instance, "business_id", None))


def page_goes(sender: type[Model], instance: Page, **kwargs) -> None:
    """A page is deleted: the addresses that only borrowed it go, too. Wagtail would leave them behind."""
    while alias := Page.objects.filter(alias_of_id=instance.pk).first():
        alias.specific.delete()


def business_page_saved(sender: type[Model], instance: BusinessPage, **kwargs) -> None:
    """Publishing writes the page from its revision, old search text included: write it anew."""
    if not kwargs.get("raw"):
        refresh_search_text(business_ids=[instance.business_id])


def connect() -> None:
    """Called once, when the room is ready."""
    for label in SHOWN:
        post_save.connect(business_changed, sender=label, dispatch_uid=f"pages.saved.{label}")
        post_delete.connect(business_changed, sender=label, dispatch_uid=f"pages.deleted.{label}")
    for label in AROUND:
        post_save.connect(surroundings_changed, sender=label, dispatch_uid=f"pages.saved.{label}")
        post_delete.connect(surroundings_changed, sender=label, dispatch_uid=f"pages.deleted.{label}")
    pre_delete.connect(business_goes, sender="members.Business", dispatch_uid="pages.business_goes")
    post_save.connect(business_page_saved, sender=BusinessPage, dispatch_uid="pages.business_page")
    for number, signal in enumerate((page_published, page_unpublished, post_page_move, page_slug_changed)):
        signal.connect(page_changed, dispatch_uid=f"pages.page.{number}")
    for model in PAGES:  # by name: a receiver for every model would make every delete in the project slower
        pre_delete.connect(page_goes, sender=model, dispatch_uid=f"pages.goes.{model.__name__}")
        post_delete.connect(page_changed, sender=model, dispatch_uid=f"pages.gone.{model.__name__}")
