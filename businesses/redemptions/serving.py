"""Who serves at this till now, where the business wishes to know: a signed cookie beside the till’s own.

It is good for this till, for the way in which the business asks now, for somebody who is still in the list with the same
PIN, for today, and until nobody has tapped for a while (members.domain.staff.IDLE). No row tells where anybody is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from businesses.members.domain import staff as rules
from businesses.members.domain.staff import StaffMode
from businesses.members.models import Device, StaffMember
from businesses.members.services.staff import mark_of, pin_fits
from passport_site.core.errors import RuleBroken
from passport_site.core.throttle import Limit, give_back, take

from .domain.periods import day_of

WRONG_PINS = Limit("staff-pin", 5, 300)
WRONG_PINS_A_DAY = Limit("staff-pin-day", 40, 24 * 60 * 60)
"""For one till. Of 10,000 PINs a colleague who tries all day gets through 40."""
_SALT = "redemptions.serving"


@dataclass(frozen=True, slots=True)
class Serving:
    """Whom this till may offer, and who is chosen. Nobody to offer: nobody is asked."""

    mode: str = StaffMode.NONE.value
    people: list[StaffMember] = field(default_factory=list)
    member: StaffMember | None = None

    @property
    def asks(self) -> bool:
        return bool(self.people)

    @property
    def initials(self) -> str:
        """What a scan keeps."""
        return self.member.initials if self.member else ""

    def find(self, number: str) -> StaffMember | None:
        """The one of the list with that number, as a form sends it."""
        return next((one for one in self.people if str(one.pk) == number), None)


def name() -> str:
    """Bound to this very host where cookies are secure."""
    return "__Host-till-serving" if settings.SESSION_COOKIE_SECURE else "till-serving"


def who(request: HttpRequest, device: Device | None) -> Serving:
    """How it stands at this till. No query where nobody is asked, one where somebody is; looked up once a request."""
    if not hasattr(request, "_till_serving"):
        request._till_serving = _read(request, device) if device else Serving()
    return request._till_serving


def _read(request: HttpRequest, device: Device) -> Serving:
    business = device.branch.business
    if business.staff_mode == StaffMode.NONE:
        return Serving()
    people = list(business.staff.choosable(business.staff_mode))
    if not people:
        return Serving()
    member = _of_cookie(request.COOKIES.get(name(), ""), device, people)
    return Serving(business.staff_mode, people, member)


def _of_cookie(text: str, device: Device, people: list[StaffMember]) -> StaffMember | None:
    try:
        till, number, mode, mark, day, seen = signing.loads(text, salt=_SALT)
        there = rules.still_there(
            mode=mode, seen=datetime.fromtimestamp(seen, tz=UTC), seen_day=date.fromisoformat(day),
            now=(now := timezone.now()), today=day_of(now),
        )  # fmt: skip
    except (signing.BadSignature, ValueError, TypeError, OverflowError):
        return None
    if not there or till != device.pk or mode != device.branch.business.staff_mode:
        return None
    return next((one for one in people if one.pk == number and mark_of(one) == mark), None)


def let_in(request: HttpRequest, device: Device, member: StaffMember, pin: str = "") -> Serving:
    """This one serves from now on. Raises RuleBroken for a PIN that is not theirs, or after too many of these."""
    state = who(request, device)
    if state.mode == StaffMode.PIN:
        _check_pin(device, member, pin)
    request._till_serving = Serving(state.mode, state.people, member)
    return request._till_serving


def _check_pin(device: Device, member: StaffMember, pin: str) -> None:
    """Each try is counted before it is looked at, so that many at once are not more; a right one is given back."""
    till = f"device:{device.pk}"
    soon, today = (take(limit, till) for limit in (WRONG_PINS, WRONG_PINS_A_DAY))
    if not today:
        raise RuleBroken(
            _("Too many wrong PINs at this till today. Until tomorrow it records without a name."),
            field="pin",
        )
    if not soon:
        minutes = -(-soon.seconds // 60)
        sentence = ngettext(
            "Too many wrong PINs. Wait %(minutes)d minute. Until then a use can be recorded without a name.",
            "Too many wrong PINs. Wait %(minutes)d minutes. Until then a use can be recorded without a name.",
            minutes,
        )
        raise RuleBroken(sentence % {"minutes": minutes}, field="pin")
    if not pin_fits(member, pin):
        raise RuleBroken(
            _("This is not the PIN of %(initials)s") % {"initials": member.initials}, field="pin"
        )
    for one in (soon, today):
        give_back(one.limit, till)


def leave(request: HttpRequest, device: Device) -> None:
    """Nobody serves until somebody is chosen."""
    state = who(request, device)
    request._till_serving = Serving(state.mode, state.people)


def put(response: HttpResponse, request: HttpRequest, device: Device) -> HttpResponse:
    """Gives the browser the cookie as it stands now: a page of the till is a sign that somebody is there."""
    state = who(request, device)
    if state.member is None:
        if name() in request.COOKIES:
            response.delete_cookie(name(), samesite="Lax")
        return response
    now = timezone.now()
    facts = [device.pk, state.member.pk, state.mode, mark_of(state.member)]
    response.set_cookie(
        name(),
        signing.dumps([*facts, day_of(now).isoformat(), now.timestamp()], salt=_SALT),
        max_age=int(rules.IDLE[state.mode].total_seconds()),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
