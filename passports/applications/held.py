"""What this room holds about a person, for “my data”: their applications and those they fill in for
others.
"""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from .models import Application


def held_about(user: Any) -> dict[str, Any]:
    """Every application with its answers, consents, files and history, in words. Empty for somebody
    without any.
    """
    found = Application.objects.reachable_by(user).select_related("area")
    own = [_application(one) for one in found if one.started_by_id != user.pk]
    others = [_as_adult(one) for one in found if one.started_by_id == user.pk]
    named = Application.objects.filter(guardian_email=user.email).exclude(started_by=user)
    others += [_as_adult(one) for one in named]
    held = {}
    if own:
        held[_("Applications")] = own
    if others:
        held[_("Applications you take part in")] = others
    return held


def _application(one: Application) -> dict[str, Any]:
    return {
        _("Reference"): one.reference,
        _("Status"): one.get_status_display(),
        _("Filled in by"): one.get_route_display(),
        _("By telephone or at a desk"): one.get_assisted_how_display(),
        _("Language"): one.language,
        _("First name"): one.first_name,
        _("Last name"): one.last_name,
        _("Date of birth"): one.date_of_birth,
        _("E-mail address"): one.email,
        _("Saved with the address"): one.saved_for,
        _("Telephone number"): one.phone,
        _("Postal address"): one.address,
        _("Postcode"): one.postcode,
        _("Area"): str(one.area) if one.area else "",
        **_caring(one),
        **_shown(one),
        **_adult(one),
        _("Started"): one.created_at,
        _("Sent"): one.submitted_at,
        _("Answer promised for"): one.due_on,
        _("Decided"): one.decided_at,
        _("Why not approved"): one.get_refusal_reason_display(),
        _("What we told you"): one.decision_words,
        _("Consents"): [_consent(row) for row in one.consents.all()],
        _("History"): [
            {_("When"): row.created_at, _("What"): row.verb, _("Words"): row.words}
            for row in one.status_changes.all()
        ],
    }


def _caring(one: Application) -> dict[str, Any]:
    return {
        _("Who you look after"): one.get_relationship_display(),
        _("How old they are"): one.get_cared_for_age_display(),
        _("Where they live"): one.get_cared_for_lives_display(),
        _("Their postcode"): one.cared_for_postcode,
        _("What you told us about them"): one.condition,
        _("Hours in most weeks"): one.get_hours_display(),
        _("For how long"): one.get_since_display(),
    }


def _shown(one: Application) -> dict[str, Any]:
    return {
        _("How the photo comes"): one.get_photo_way_display(),
        _("Photo"): reverse("applications:my_photo", args=[one.pk]) if one.photo else "",
        _("Plain design"): one.discreet,
        _("What you show us"): one.evidence_kind,
        _("Code"): one.evidence_code,
        _("Paper you showed us at a desk"): one.paper_seen,
        _("In your words"): one.evidence_words,
        _("Files"): [
            {_("Kind"): file.content_type, _("Bytes"): file.size, _("Sent"): file.created_at}
            for file in one.evidence_files.all()
        ],
        _("How you heard about it"): one.get_heard_from_display(),
        _("News by post"): one.by_post,
        _("News by e-mail"): one.by_email,
        _("News by text message"): one.by_text,
    }


def _adult(one: Application) -> dict[str, Any]:
    return {
        _("The adult"): one.guardian_name,
        _("The adult’s e-mail address"): one.guardian_email,
        _("Who the adult is"): one.adult_is,
        _("The adult agreed"): one.guardian_agreed_on,
    }


def _as_adult(one: Application) -> dict[str, Any]:
    """What is about the adult only: the young carer's answers are the young carer's."""
    return {_("Reference"): one.reference, **_adult(one)}


def _consent(row: Any) -> dict[str, Any]:
    return {
        _("What"): row.get_purpose_display(),
        _("Version"): row.version,
        _("Yes or no"): row.given,
        _("How you said it"): row.get_how_display(),
        _("When"): row.created_at,
    }
