"""Publishing pages from code: one call, both languages, revision and audit included, safe to repeat."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from directory.pages.models import BusinessPage, GuidancePage, Topic
from directory.pages.models.base import PublicPage
from passport_site.core import audit

from .cache import forget_pages
from .texts import PageText, Plain, raw_blocks
from .tree import ensure_site_tree, find_tree, welsh


@transaction.atomic
def publish_business_page(
    *,
    business: Any,
    by: Any = None,
    intro_en: str = "",
    intro_cy: str = "",
    welcome_en: str = "",
    welcome_cy: str = "",
    title_cy: str = "",
    body_en: Plain = (),
    body_cy: Plain = (),
) -> BusinessPage:
    """Puts a business into the directory, or writes its pages anew. Answers the English page.

    Without any Welsh words the Welsh address shows the English page with a notice (an alias that follows it).
    `by` is who acts: a user, or a string such as `system:seed`.
    """
    tree = find_tree() or ensure_site_tree(by=by)
    english = {"title": business.name, "intro": intro_en, "welcome": welcome_en, "body": raw_blocks(body_en)}
    page = BusinessPage.objects.child_of(tree.directory).filter(business=business).first()
    if page is None:
        page = tree.directory.add_child(
            instance=BusinessPage(business=business, slug=business.slug, live=False, **english)
        )
    _publish(page, english, by)
    words = {
        "title": title_cy or business.name,
        "intro": intro_cy,
        "welcome": welcome_cy,
        "body": raw_blocks(body_cy),
    }
    _publish_welsh(page, words if intro_cy or welcome_cy or body_cy else None, by)
    audit.record("pages.business_published", on=page, by=by, business=business.pk)
    return page


@transaction.atomic
def unpublish_business_page(*, business: Any, by: Any) -> int:
    """Takes a business out of the directory in every language. Answers how many pages that were."""
    taken = 0
    for page in BusinessPage.objects.filter(business=business, live=True, alias_of__isnull=True):
        page.unpublish(user=_user(by))  # aliases follow
        audit.record("pages.business_unpublished", on=page, by=by, business=business.pk)
        taken += 1
    forget_pages(business_id=business.pk)
    return taken


@transaction.atomic
def publish_guidance_page(
    *,
    slug: str,
    english: PageText,
    welsh_text: PageText | None = None,
    topic: Topic | str = Topic.OTHER,
    picture: str = "",
    checked_on: date | None = None,
    by: Any = None,
) -> GuidancePage:
    """Writes and publishes a guidance page in English, and in Welsh when there are words. Answers the
    English page."""
    tree = find_tree() or ensure_site_tree(by=by)
    both = {"topic": str(topic), "picture": picture, "checked_on": checked_on}
    fields = {"title": english.title, "summary": english.summary, "body": raw_blocks(english.blocks), **both}
    page = GuidancePage.objects.child_of(tree.guidance).filter(slug=slug).first()
    if page is None:
        page = tree.guidance.add_child(instance=GuidancePage(slug=slug, live=False, **fields))
    _publish(page, fields, by)
    words = None
    if welsh_text is not None:
        words = {
            "title": welsh_text.title,
            "summary": welsh_text.summary,
            "body": raw_blocks(welsh_text.blocks),
            **both,
        }
    _publish_welsh(page, words, by)
    audit.record("pages.guidance_published", on=page, by=by)
    return page


def _publish(page: PublicPage, fields: dict[str, Any], by: Any) -> None:
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision(user=_user(by)).publish(user=_user(by))
    page.refresh_from_db()  # publishing wrote another copy of the row


def _publish_welsh(page: PublicPage, fields: dict[str, Any] | None, by: Any) -> None:
    """The Welsh twin: an own page when there are words, otherwise an alias that follows the English one."""
    locale = welsh()
    twin = page.get_translation_or_none(locale)
    if twin is None:
        twin = page.copy_for_translation(locale, alias=fields is None)
    if fields is None:
        return
    if twin.alias_of_id:
        twin.alias_of = None
    twin.draft_title = fields["title"]
    _publish(twin, fields, by)


def _user(by: Any) -> AbstractBaseUser | None:
    """The user for Wagtail's own history; None for a job."""
    return by if isinstance(by, AbstractBaseUser) else None
