"""Which draft this request works on. The session holds its random key and nothing else (architecture.md)."""

from __future__ import annotations

from django.http import HttpRequest

from ..models import Application

SESSION = "application"


def current_draft(request: HttpRequest) -> Application | None:
    """The draft of this session, or the newest one of the person who is signed in. None when there is
    neither.
    """
    key = request.session.get(SESSION)
    drafts = Application.objects.drafts().select_related("area")
    if key and (found := drafts.filter(draft_key=key).first()) and _may_open(found, request):
        return found
    if request.user.is_authenticated:
        return drafts.seen_by(request.user).first()
    return None


def hold(request: HttpRequest, application: Application) -> None:
    """Remembers the draft in this session."""
    request.session[SESSION] = application.draft_key


def let_go(request: HttpRequest) -> None:
    """Forgets it on this device. The draft stays."""
    request.session.pop(SESSION, None)


def last_sent(request: HttpRequest) -> Application | None:
    """The application that this session sent, for its confirmation page."""
    key = request.session.get(f"{SESSION}_sent")
    return Application.objects.submitted().filter(draft_key=key).first() if key else None


def hold_sent(request: HttpRequest, application: Application) -> None:
    let_go(request)
    request.session[f"{SESSION}_sent"] = application.draft_key


def actor(request: HttpRequest):
    """Whoever acts, for the audit trail: the account, or None for somebody without one."""
    return request.user if request.user.is_authenticated else None


def _may_open(draft: Application, request: HttpRequest) -> bool:
    """Somebody else who signed in on the same device does not get the draft of the first."""
    if not request.user.is_authenticated:
        return True
    owners = {draft.user_id, draft.started_by_id} - {None}
    return not owners or request.user.pk in owners
