"""Before the camera: finds in the demo what the list names, signs in whom /demo/ does not offer, writes the mails out.

Writes var/shots/facts.json: `cookies` of people in rare states, `rows` and `cards` to open, `english` sentences that no
Welsh page may show. Changes the database of `make shots` only.
"""

# ruff: noqa: E402 – Django is set up before what needs it is imported
from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passport_site.settings.dev")

import django

django.setup()

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.db.models import Q
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone, translation
from PIL import Image, ImageDraw
from shot_list.kinds import OUT
from shot_list.mails import KINDS
from shots_alarms import alarms, many_given
from shots_codes import codes
from wagtail.models import Page
from wagtail.users.models import UserProfile

from businesses.members import till_cookie
from businesses.members.models import Branch, Business
from businesses.offers.models import Offer
from directory.demo.till import till_token
from directory.pages.models import BusinessPage, GuidancePage, HomePage
from passport_site.accounts.models import User
from passport_site.scheme.models import Area
from passport_site.scheme.querysets import current
from passports.applications.models import Application
from passports.applications.querysets import possible_duplicates
from passports.cards.domain.showing import Showing, what_to_show
from passports.cards.models import Card, Passport, PrintBatch, WalletKind
from passports.cards.wallet.services import make_pass, register_device
from tests.welsh import english

TODAY = timezone.localdate()
RUN = 60 * 60
"""Seconds that photographing may take: the sign-ins stay fresh for so long."""


def cookies_of(user: User) -> list[dict[str, str]]:
    """A session of that person, as after a sign-in a moment ago, for the whole run."""
    at = time.time() + RUN
    proofs = [
        {"method": "code", "at": at},
        {"method": "mfa", "type": "totp", "reauthenticated": True, "at": at},
    ]
    return _session(user, proofs)


def _session(user: User, proofs: list[dict]) -> list[dict[str, str]]:
    client = Client()
    client.force_login(user)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = proofs
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()
    return [{"name": name, "value": morsel.value} for name, morsel in client.cookies.items()]


def showing(word: Showing, **more) -> User:
    """Somebody whose card page shows that."""
    for passport in Passport.objects.filter(~Q(user=None), **more).select_related("user").order_by("-pk"):
        card = passport.cards.newest()
        if card and word == what_to_show(
            passport_status=passport.status, card_status=card.status, starts_on=passport.valid_from,
            valid_until=passport.valid_until, today=TODAY,
        ):  # fmt: skip
            return passport.user
    raise LookupError(f"nobody’s card page shows {word}")


def applicant(**filters) -> User:
    """Somebody whose newest application is like that."""
    for application in (
        Application.objects.filter(~Q(user=None), **filters).select_related("user").order_by("-pk")
    ):
        if application == Application.objects.filter(user=application.user).order_by("-pk").first():
            return application.user
    raise LookupError(f"no application with {filters}")


def somebody(email: str, first_name: str, last_name: str) -> User:
    """An account with an address that is proved, and nothing else."""
    names = {"first_name": first_name, "last_name": last_name}
    user, _new = User.objects.get_or_create(email=email, defaults=names)
    EmailAddress.objects.get_or_create(user=user, email=email, defaults={"primary": True, "verified": True})
    return user


def secured() -> User:
    """Somebody with an authenticator app and recovery codes."""
    user = somebody("secured@post.example", "Sunita", "Rao-Ellis")
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)
    return user


def with_passkeys() -> User:
    """Somebody with two passkeys."""
    user = somebody("passkeys@post.example", "Gethin", "Rowlands")
    for name in ("My phone", "The blue key on my key ring"):
        data = {"name": name, "credential": {"clientExtensionResults": {"credProps": {"rk": True}}}}
        Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=data)
    return user


def parent_of_two() -> User:
    """Fills in an application for each of two young carers."""
    from passports.applications import services

    user = User.objects.get(email="farida@post.example")
    for name in ("Zara", "Imran"):
        if not Application.objects.filter(started_by=user, first_name=name).exists():
            draft = services.start_draft(route="guardian", language="en", user=user, by=user)
            Application.objects.filter(pk=draft.pk).update(first_name=name, last_name="Rahman")
    return user


def for_you() -> User:
    """An officer filled it in by telephone; the carer signs in with that address for the first time."""
    row = Application.objects.filter(~Q(assisted_how=""), status="waiting", user=None).first()
    Application.objects.filter(pk=row.pk).update(email="caller@post.example", no_email=False)
    return somebody("caller@post.example", "", "")


def not_yet() -> User:
    """A card that starts next week."""
    user = showing(Showing.CARD, kind="adult")
    Passport.objects.filter(user=user).update(valid_from=TODAY + timedelta(days=6))
    return user


def quiet_till() -> list[dict[str, str]]:
    """The till of a shop that has nothing for young carers."""
    young = Offer.objects.filter(who__in=("all", "young"), tag="").values("business")
    branch = Branch.objects.exclude(business__in=young).filter(devices__revoked_at=None).first()
    answer = till_cookie.put(HttpResponse(), till_token(branch))
    return [{"name": name, "value": morsel.value} for name, morsel in answer.cookies.items()]


def people() -> dict[str, list[dict[str, str]]]:
    """Whom the list names and /demo/ does not offer."""
    good = {"kind": "adult", "valid_until__gt": TODAY + timedelta(days=90)}
    found = {
        "withdrawn": applicant(status="withdrawn"),
        "draft": applicant(status="draft"),
        "late": applicant(status="waiting", due_on__lt=TODAY),
        "parent-of-two": parent_of_two(),
        "for-you": for_you(),
        "not-yet": not_yet(),
        "lost-now": showing(Showing.LOST),
        "paused": showing(Showing.PAUSED),
        "stopped": showing(Showing.STOPPED),
        "plain": showing(Showing.CARD, discreet=True),
        "no-photo": showing(Showing.CARD, photo="", **good),
        "posted": showing(Showing.CARD, cards__print_asked_at__isnull=False, cards__printed_at=None),
        "secured": secured(),
        "passkeys": with_passkeys(),
    }
    return {who: cookies_of(user) for who, user in found.items()} | {
        "long-ago": _session(showing(Showing.CARD, kind="parent"), []), "quiet-till": quiet_till(),
    }  # fmt: skip


def rows() -> dict[str, int]:
    """Rows that CMS screens are opened with."""
    waiting = Application.objects.filter(status="waiting").order_by("pk")
    return {
        "double": next(one.pk for one in waiting if possible_duplicates(one)),
        "assisted": Application.objects.assisted_drafts().first().pk,
        "young": waiting.filter(route="guardian").first().pk,
        "refused": Application.objects.filter(status="refused").latest("pk").pk,
        "paused": Passport.objects.filter(status="suspended").first().pk,
        "passport": Passport.objects.filter(status="active").first().pk,
        "business": Business.objects.get(slug="kettle-and-thrush").pk,
        "offer": Offer.objects.filter(business__slug="kettle-and-thrush").first().pk,
        "codes": Offer.objects.get(how="code").pk,
        "barcode": Offer.objects.get(how="barcode", barcode_kind="ean13").pk,
        "barcode_long": Offer.objects.get(how="barcode", barcode_kind="code128").pk,
        "category": Business.objects.get(slug="kettle-and-thrush").category_id,
        "home": HomePage.objects.get(locale__language_code="en").pk,
        "guidance": GuidancePage.objects.get(locale__language_code="en", slug="am-i-a-carer").pk,
        "business_page": BusinessPage.objects.filter(locale__language_code="en").first().pk,
        "root": Page.objects.filter(depth=1).first().pk,
        "area": Area.objects.first().pk,
        "user": User.objects.get(email="joel.akande@arlenshire.example").pk,
    }


def cards() -> dict[str, str]:
    """Card numbers to type at a till."""
    active = Card.objects.get(status="active", passport__user__email="priya@post.example").number
    wrong = "2" if active[3] != "2" else "3"
    return {
        "active": active,
        "mistyped": active[:3] + wrong + active[4:],
        "young": Card.objects.get(status="active", passport__user__email="aisha@post.example").number,
        "lost": Card.objects.filter(status="lost", passport__valid_until__gte=TODAY).first().number,
        "expired": Card.objects.filter(status="active", passport__valid_until__lt=TODAY).first().number,
    }


def write_mails() -> None:
    """Each mail in both languages, filled in with somebody invented, with its plain text below."""
    folder, scheme = OUT / "mail", current()
    folder.mkdir(exist_ok=True)
    somebody = SimpleNamespace(
        first_name="Priya", last_name="Menon-Hughes", name="Priya Menon-Hughes", reference="7K2M-9QXA", age=16,
        guardian_name="Nia Price", guardian_email="nia.price@post.example", evidence_by_post=True, photo_way="post",
        decision_words="You wrote that an agency pays you.", get_refusal_reason_display="", valid_until=TODAY,
    )  # fmt: skip
    for kind in KINDS:
        for language in ("en", "cy"):
            known: dict = defaultdict(lambda: somebody)
            known |= {
                "scheme": scheme, "language": language, "base_url": settings.BASE_URL, "code": "1234-5678", "minutes": 10,
                "link": f"{settings.BASE_URL}/apply/", "token": "q7Zr2mTxW0aLk3", "what": "", "words": "Your photo is dark.",
                "answer_by": "4/12/2026", "valid_until": TODAY, "application": somebody, "passport": somebody,
                "name": "Priya", "first_name": "Priya", "reference": "7K2M-9QXA", "day": TODAY, "email": "new@post.example",
                "evidence": "", "number": "7K2M 9QXA P",
                "card_url": f"{settings.BASE_URL}/card/", "apply_url": f"{settings.BASE_URL}/apply/",
                "adult": "Nia Price", "wrong": 30, "where": {"kind": "network", "network": "192.0.2.0/24"},
                "phone": scheme.phone, "cms_url": f"{settings.BASE_URL}/cms/",
                "until": TODAY,
                "reason": "",
            }  # fmt: skip
            with translation.override(language):
                first, _, text = render_to_string(f"mail/{kind}.txt", known).strip().partition("\n")
                subject = first.removeprefix("Subject:").strip()
                page = render_to_string(
                    [f"mail/{kind}.html", "mail/base.html"], {**known, "body": text.strip()}
                )
            below = f'<section lang="{language}" style="max-width:40rem;margin:2rem auto;padding:0 1rem"><h1>{subject}</h1>'
            below += f'<p style="white-space:pre-wrap">{text}</p></section></body>'
            (folder / f"{language}-{kind}.html").write_text(page.replace("</body>", below))


def print_batches() -> None:
    """Letters in every state: being made, ready to download, printed before."""
    officer, now = User.objects.get(email="catrin.bowen-wells@arlenshire.example"), timezone.now()
    PrintBatch.objects.create(by=officer, letters=12, finished_at=now)
    PrintBatch.objects.create(by=officer, letters=240, done=240, finished_at=now, file="letters/none.zip")
    PrintBatch.objects.create(by=officer, letters=300, done=125, worked_on_at=now)


def in_wallets() -> None:
    """Priya’s card, and the one whose passport officers look at, are in both wallets; one phone has it."""
    looked_at = Passport.objects.filter(status="active").first()
    for card in (
        Card.objects.get(status="active", passport__user__email="priya@post.example"),
        looked_at.cards.get(status="active"),
    ):
        for kind in WalletKind.values:
            wallet_pass = make_pass(card=card, kind=kind, by="system:shots")
        apple = wallet_pass.card.wallet_passes.get(kind=WalletKind.APPLE)
        register_device(wallet_pass=apple, device=f"phone-of-card-{card.pk}", push_token="ab" * 32)


def draw_photo() -> None:
    """Something to upload: wide, and not square."""
    picture = Image.new("RGB", (1200, 800), "#9fb8ad")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((700, 150, 1000, 550), fill="#c88e66")
    draw.rectangle((620, 560, 1080, 800), fill="#0f4a4f")
    picture.save(OUT / "photo.jpg")


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    welsh = UserProfile.get_for_user(User.objects.get(email="catrin.bowen-wells@arlenshire.example"))
    welsh.preferred_language = "cy"
    welsh.save()
    write_mails()
    draw_photo()
    print_batches()
    in_wallets()
    alarms(TODAY)
    many_given(TODAY)
    good = Card.objects.good_on(TODAY).filter(passport__kind="adult").exclude(passport__photo="")
    never = good.filter(passport__user__email__startswith="carer").order_by("-pk")
    facts = {
        "cookies": people(),
        "rows": rows(),
        "cards": cards(),
        "codes": codes(TODAY),
        "unused": list(never.values_list("number", flat=True)[:40]),
        "english": sorted(english()),
    }
    (OUT / "facts.json").write_text(json.dumps(facts, indent=1))


main()
