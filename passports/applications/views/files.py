"""Private files, each through a view that checks who asks and writes down that it was shown."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from passport_site.accounts.access import carer, public, staff
from passport_site.core import audit

from ..models import Application, Evidence
from .current import actor, current_draft


@public
@require_safe
def own_photo(request: HttpRequest) -> HttpResponseBase:
    """The photo of this session's draft; no other can be named."""
    return _photo(current_draft(request), by=actor(request))


@carer
@require_safe
def my_photo(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The photo of one of the person's own applications."""
    return _photo(Application.objects.reachable_by(request.user).filter(pk=pk).first(), by=request.user)


@staff("applications.view_evidence")
@require_safe
def photo(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The photo of an application that was sent, for officers who decide. A draft is the carer's own."""
    return _photo(get_object_or_404(Application.objects.submitted(), pk=pk), by=request.user)


@staff("applications.assist_application")
@require_safe
def draft_photo(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The photo of an application that an officer is filling in for somebody; no carer's own draft."""
    return _photo(get_object_or_404(Application.objects.assisted_drafts(), pk=pk), by=request.user)


@staff("applications.view_evidence")
@require_safe
def evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One file of evidence of an application that was sent, for officers who decide."""
    found = get_object_or_404(Evidence, pk=pk, application__submitted_at__isnull=False)
    audit.record("application.evidence_seen", on=found.application, by=request.user, evidence=found.pk)
    extension = "pdf" if found.content_type == "application/pdf" else "jpg"
    return _serve(found.file, found.content_type, f"evidence-{found.pk}.{extension}")


def _photo(application: Application | None, *, by: object) -> HttpResponseBase:
    if application is None or not application.photo:
        raise Http404
    audit.record("application.photo_seen", on=application, by=by)
    return _serve(application.photo, "image/jpeg", "photo.jpg")


def _serve(stored, content_type: str, name: str) -> HttpResponseBase:
    """The bytes with our own type and name. Nothing in them may run, be framed by others or be kept by a
    proxy.
    """
    try:
        opened = stored.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(opened, content_type=content_type, filename=name)
    response["Cache-Control"] = "private, no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response._csp_replace = {
        "default-src": ["'none'"],
        "style-src": ["'unsafe-inline'"],
        "frame-ancestors": ["'self'"],
    }
    return response
