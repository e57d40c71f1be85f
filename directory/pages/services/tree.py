"""The tree that every scheme starts with, in both languages. Made once; what an officer edited is never
overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import LocaleSynchronization

from directory.pages.content import HOME, SECTIONS, STANDARD, Both
from directory.pages.models import DirectoryPage, GuidanceIndexPage, HomePage, StandardPage
from passport_site.core import audit

from .permissions import ensure_permissions, ensure_workflow
from .texts import raw_blocks


@dataclass(frozen=True)
class SiteTree:
    """The English pages that others hang theirs under. Their Welsh twins: `page.get_translation(locale)`."""

    home: HomePage
    directory: DirectoryPage
    guidance: GuidanceIndexPage


def english() -> Locale:
    """The language that pages are written in first."""
    return Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)[0]


def welsh() -> Locale:
    """The second language."""
    return Locale.objects.get_or_create(language_code="cy")[0]


def find_tree() -> SiteTree | None:
    """The tree when it has been made, otherwise None."""
    home = HomePage.objects.filter(locale=english()).first()
    directory = DirectoryPage.objects.filter(locale=english()).first()
    guidance = GuidanceIndexPage.objects.filter(locale=english()).first()
    return SiteTree(home, directory, guidance) if home and directory and guidance else None


@transaction.atomic
def ensure_site_tree(by: Any = None) -> SiteTree:
    """Makes what is missing: languages, home, directory, guidance, standard pages, site, permissions,
    workflow.

    Idempotent. Existing pages stay as they are. New English pages show at their Welsh address until somebody
    translates them (wagtail-localize keeps the trees alike).
    """
    en, cy = english(), welsh()
    home = HomePage.objects.filter(locale=en).first() or _make_home(en, by)
    _twin(home, cy, HOME["cy"], by)
    directory = _child(home, DirectoryPage, "offers", SECTIONS["offers"], cy, by)
    guidance = _child(home, GuidanceIndexPage, "guidance", SECTIONS["guidance"], cy, by)
    for slug, both in STANDARD.items():
        _child(home, StandardPage, slug, both, cy, by)
    LocaleSynchronization.objects.get_or_create(locale=cy, defaults={"sync_from": en})
    homes = [home, home.get_translation(cy)]
    ensure_permissions(homes=homes, guidance=[guidance, guidance.get_translation(cy)])
    ensure_workflow(homes=homes)
    # as the tree is now: these have children that the instances above do not know of
    return SiteTree(*(type(page).objects.get(pk=page.pk) for page in (home, directory, guidance)))


def _make_home(locale: Locale, by: Any) -> HomePage:
    root = Page.get_first_root_node()
    welcome = Page.objects.filter(depth=2, slug="home", content_type__model="page").first()
    if welcome:
        Page.objects.filter(pk=welcome.pk).update(slug="wagtail-welcome")
    home = HomePage(slug="home", locale=locale, live=False, **_fields(HOME["en"]))
    root = Page.get_first_root_node()
    root.add_child(instance=home)
    _publish(home, by)
    parts = urlsplit(settings.BASE_URL)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    place = {
        "hostname": parts.hostname or "localhost",
        "port": port,
        "root_page": home,
        "site_name": settings.WAGTAIL_SITE_NAME,
    }
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    for name, value in place.items():
        setattr(site, name, value)
    site.save()
    if welcome:
        Page.objects.get(pk=welcome.pk).delete()
        home = HomePage.objects.get(pk=home.pk)
    audit.record("pages.site_made", on=home, by=by)
    return home


def _child(home: HomePage, model: type, slug: str, both: Both, cy: Locale, by: Any) -> Any:
    """The page with that short name below home, made and published when it is missing."""
    page = model.objects.child_of(home).filter(slug=slug).first()
    if page is None:
        parent = HomePage.objects.get(pk=home.pk)  # treebeard counts children in memory
        page = parent.add_child(
            instance=model(slug=slug, locale=home.locale, live=False, **_fields(both["en"]))
        )
        _publish(page, by)
    _twin(page, cy, both["cy"], by)
    return page


def _twin(page: Any, locale: Locale, words: dict[str, Any], by: Any) -> None:
    """The translation, made and published when it is missing."""
    if page.get_translation_or_none(locale) is not None:
        return
    twin = page.copy_for_translation(locale, copy_parents=True)
    for name, value in _fields(words).items():
        setattr(twin, name, value)
    twin.draft_title = twin.title
    _publish(twin, by)


def _fields(words: dict[str, Any]) -> dict[str, Any]:
    """`body` is plain words that become blocks; everything else is a field as it stands."""
    return {name: raw_blocks(value) if name == "body" else value for name, value in words.items()}


def _publish(page: Page, by: Any) -> None:
    user = by if isinstance(by, AbstractBaseUser) else None
    page.save_revision(user=user).publish(user=user)
    page.refresh_from_db()  # publishing wrote another copy of the row
