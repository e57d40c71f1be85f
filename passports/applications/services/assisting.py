"""An officer fills in an application for somebody who calls or stands at the desk (ADR 0013)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from passport_site.core import audit
from passport_site.core.errors import RuleBroken

from ..choices import AssistedHow, Route
from ..domain import statuses
from ..models import Application
from .applying import start_draft
from .sending import submit_application

ROUTES = (Route.ASSISTED, Route.GUARDIAN, Route.PROFESSIONAL)
"""Who talks with the officer: the carer, or an adult for a young carer."""


@transaction.atomic
def start_assisted(*, how: str, route: str, language: str, by) -> Application:
    """A draft that belongs to nobody's account; officers who may help find it in the CMS."""
    if how not in AssistedHow.values or route not in ROUTES:
        raise ValueError(f"{how} {route}")
    application = start_draft(route=route, language=language, by=by)
    application.assisted_how, application.assisted_by = how, by
    application.save(update_fields=["assisted_how", "assisted_by", "changed_at"])
    audit.record("application.assisted", on=application, by=by, how=how)
    return application


@transaction.atomic
def note_paper(*, application: Application, words: str, by) -> None:
    """What the carer showed at the desk. It counts as evidence without a copy, and goes with the evidence."""
    if application.status != statuses.DRAFT or application.assisted_how != AssistedHow.DESK:
        raise RuleBroken(_("Paper can be noted only at a desk, before it is sent."), code="no_desk")
    if application.paper_seen != words.strip():
        application.paper_seen = words.strip()
        application.save(update_fields=["paper_seen", "changed_at"])
        audit.record("application.paper_seen", on=application, by=by)


@transaction.atomic
def send_assisted(*, application: Application, by) -> Application:
    """Sends it in the name of this officer, who then may not be the one who approves it.

    RuleBroken as `submit_application`.
    """
    application.assisted_by = by
    application.save(update_fields=["assisted_by", "changed_at"])
    return submit_application(application=application, by=by)


def check_four_eyes(application: Application, by) -> None:
    """RuleBroken when the officer who filled it in would approve it. The database refuses it too."""
    if application.assisted_by_id is not None and application.assisted_by_id == getattr(by, "pk", None):
        raise RuleBroken(
            _("You filled this in, so somebody else says yes. You can still ask for more or refuse."),
            code="four_eyes",
        )
