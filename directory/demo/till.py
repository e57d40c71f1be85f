"""The demo’s till: whoever becomes a shop’s owner or staff with one click holds an enrolled browser as well."""

from __future__ import annotations

from django.http import HttpResponse

from businesses.members import till_cookie
from businesses.members.models import Branch
from passport_site.core.hashing import keyed_hash

from .content.types import Person

FIRST_TILL = "Till 1"


def till_token(branch: Branch) -> str:
    """The token of a branch’s demo till, the same for every browser. Nobody can work it out without SECRET_KEY."""
    return keyed_hash("demo.till", f"{branch.business.slug}/{branch.name}")


def give_till(member: Person, response: HttpResponse) -> HttpResponse:
    """Enrols the browser as the till of the person’s first branch. Nothing happens for people of no shop."""
    branch = (
        Branch.objects.filter(business__slug=member.business)
        .select_related("business")
        .order_by("pk")
        .first()
    )
    return till_cookie.put(response, till_token(branch)) if member.business and branch else response
