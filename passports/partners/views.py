"""`/next-county/`: where else our cards are good, and whose cards are good here."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from passport_site.accounts.access import public
from passports.cards import foreign


@public
@require_safe
def next_county(request: HttpRequest) -> HttpResponse:
    """Public: names of schemes and their own directories, nothing else."""
    now = timezone.now()
    there = foreign.that_take_ours(now)
    here = sorted((one for one in foreign.schemes() if one.taken_in(None, now)), key=lambda one: one.name)
    return render(request, "partners/next_county.html", {"there": there, "here": here})
