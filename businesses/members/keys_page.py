"""What the two pages of a business’s keys share: the one in the CMS and the owner’s own."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from passport_site.core.errors import RuleBroken

from .api_key import ApiKey
from .forms import NewKeyForm, RotateKeyForm
from .models import Business
from .services import create_key, revoke_key, rotate_key
from .tills import row_id


def keys_of(business: Business) -> dict[str, Any]:
    """The keys that work and the numbers of the branches, for requests with a key for all of them."""
    now = timezone.now()
    keys = list(ApiKey.objects.working(now).filter(business=business).select_related("branch"))
    for key in keys:
        key.rotate = RotateKeyForm(auto_id=f"id_key_{key.pk}_%s")
        key.old_works = key.old_until is not None and key.old_until > now
    return {"keys": keys, "branches": business.branches.all()}


def make(form: NewKeyForm, *, by: Any) -> dict[str, Any]:
    """A new key from a valid form, as the page shows it this once."""
    wish = form.cleaned_data
    days = int(wish["days"])
    key, secret = create_key(
        business=form.business,
        branch=wish["branch"],
        name=wish["name"],
        scopes=wish["scopes"],
        by=by,
        expires_at=timezone.now() + timedelta(days=days) if days else None,
        language=(get_language() or "en")[:2],
    )
    return {"key": key, "secret": secret}


def change(request: HttpRequest, business: Business) -> dict[str, Any] | None:
    """Stops a key (`action=stop`), or gives it a new secret (`rotate`), which is returned to be shown this once.

    Http404 when `row` is no key of this business.
    """
    key = get_object_or_404(ApiKey, pk=row_id(request.POST.get("row")), business=business)
    try:
        if request.POST.get("action") == "stop":
            revoke_key(key=key, by=request.user)
            messages.success(request, _("The key no longer works."))
        elif request.POST.get("action") == "rotate":
            form = RotateKeyForm(request.POST)
            days = int(form.cleaned_data["old_days"]) if form.is_valid() else 7
            key, secret = rotate_key(key=key, by=request.user, old_works_for=timedelta(days=days))
            return {"key": key, "secret": secret}
    except RuleBroken as problem:
        messages.error(request, str(problem))
    return None
