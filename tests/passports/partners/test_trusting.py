"""Which other schemes' cards are taken: where, when, and by which key."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from passport_site.core.errors import RuleBroken
from passport_site.core.models import AuditEvent
from passports.cards.public import Status, check_code, hosts, judge, read_code
from passports.partners import ring, services
from passports.partners.models import PartnerScheme
from tests.factories import AreaFactory, UserFactory
from tests.factories_partners import SYSTEM, OtherScheme, keep_list, trusted

pytestmark = pytest.mark.django_db


def verdict(text: str, area: int | None = None):
    return judge(read_code(text, area=area), None, timezone.now())


def test_a_card_of_a_scheme_that_nobody_trusts_is_no_card():
    assert check_code(OtherScheme().card(), timezone.now()).status is Status.NOT_VALID


def test_a_card_of_a_trusted_scheme_is_good_and_tells_nothing_about_the_person():
    other = OtherScheme()
    trusted(other)
    check = verdict(other.card())
    assert check.valid
    assert check.visiting.host == other.host
    assert (check.first_name, check.has_photo, check.card_id, check.passport_id) == ("", False, None, None)
    assert len(check.check_code) == 4
    assert not check.live


def test_a_live_code_of_a_visitor_is_live_and_dies():
    other = OtherScheme()
    trusted(other)
    now = timezone.now()
    assert verdict(other.card(live_at=now)).live
    old = verdict(other.card(live_at=now - timedelta(minutes=11)))
    assert (old.status, old.reason) == (Status.NOT_VALID, "live_code_too_old")


@pytest.mark.parametrize("wrong", ["another key", "another scheme’s key", "our digits under their host"])
def test_what_is_not_signed_by_them_is_no_card(wrong):
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    other, second = OtherScheme(), OtherScheme(host="card.elsewhere.example")
    trusted(other)
    trusted(second)
    text = {
        "another key": lambda: other.card(key=Ed25519PrivateKey.generate()),
        "another scheme’s key": lambda: other.card(key=second.issuing),
        "our digits under their host": lambda: second.card().replace(second.host, other.host),
    }[wrong]()
    check = verdict(text)
    assert (check.status, check.visiting) == (Status.NOT_VALID, None)


def test_stopped_and_expired_visitors_are_refused():
    other = OtherScheme(stopped={12})
    trusted(other)
    assert verdict(other.card(index=12)).status is Status.REVOKED
    assert verdict(other.card(index=13)).valid
    gone = other.card(index=13, expires_on=timezone.localdate() - timedelta(days=1))
    assert verdict(gone).status is Status.EXPIRED


@pytest.mark.parametrize(
    ("age", "answer"),
    [
        (timedelta(hours=1), "good"),
        (timedelta(days=6, hours=23), "good"),
        (timedelta(days=7, minutes=1), "visiting_cannot_check"),
    ],
)
def test_an_old_list_is_believed_for_seven_days_and_never_longer(age, answer):
    other = OtherScheme()
    trusted(other, listed=timezone.now() - age)
    check = verdict(other.card())
    assert check.reason == answer
    assert check.valid == (answer == "good")


def test_without_a_list_no_card_is_good():
    other = OtherScheme()
    partner = trusted(other)
    PartnerScheme.objects.filter(pk=partner.pk).update(
        document="", sequence=None, issued_at=None, keys_issued_at=None
    )
    ring.forget()
    assert verdict(other.card()).status is Status.NOT_VALID


def test_only_from_the_first_day_to_the_last():
    other = OtherScheme()
    today = timezone.localdate()
    partner = trusted(other, trusted_from=today, trusted_until=today)
    terms = {"partner": partner, "name_en": "N", "name_cy": "", "areas": [], "by": SYSTEM}
    assert verdict(other.card()).valid
    day = timedelta(days=1)
    services.change_partner(**terms, trusted_from=today + day, trusted_until=today + day)
    assert verdict(other.card()).reason == "visiting_not_here"
    services.change_partner(**terms, trusted_from=today - day, trusted_until=today - day)
    assert verdict(other.card()).reason == "visiting_not_here"
    assert hosts() == [hosts()[0]]


def test_only_in_the_areas_that_were_chosen():
    other, here, there = OtherScheme(), AreaFactory(slug="here"), AreaFactory(slug="there")
    trusted(other, areas=[here])
    card = other.card()
    assert verdict(card, here.pk).valid
    assert verdict(card, there.pk).reason == "visiting_not_here"
    assert verdict(card).valid  # a stranger's phone stands nowhere
    assert other.host in hosts(here.pk)
    assert other.host not in hosts(there.pk)


def test_suspended_at_once_and_back():
    other, officer = OtherScheme(), UserFactory(role="Commissioner")
    partner = trusted(other)
    services.suspend_partner(partner=partner, by=officer, why="Their key may have leaked")
    assert verdict(other.card()).reason == "visiting_not_here"
    services.suspend_partner(partner=partner, by=officer, why="again")
    services.resume_partner(partner=partner, by=officer)
    assert verdict(other.card()).valid
    verbs = list(
        AuditEvent.objects.filter(verb__startswith="partner.").order_by("pk").values_list("verb", flat=True)
    )
    assert verbs == ["partner.trusted", "partner.suspended", "partner.resumed"]


def test_the_fingerprint_over_the_phone_must_be_that_of_the_key():
    other, terms = (
        OtherScheme(),
        {"trusted_from": timezone.localdate(), "trusted_until": timezone.localdate()},
    )
    for heard in ("", "0000 0000", OtherScheme().fingerprint, other.fingerprint[:-1]):
        with pytest.raises(RuleBroken) as broken:
            services.trust_partner(
                host=other.host, name_en="N", root_key=other.root_key, fingerprint=heard, by=SYSTEM, **terms
            )
        assert broken.value.field == "fingerprint"
    assert not PartnerScheme.objects.exists()
    spoken = other.fingerprint.lower().replace(" ", "-")  # as it is typed, not as it is shown
    services.trust_partner(
        host=f"https://{other.host.upper()}/v", name_en="N", root_key=other.root_key + "\n", fingerprint=spoken,
        by=SYSTEM, **terms,
    )  # fmt: skip
    assert PartnerScheme.objects.get().host == other.host


@pytest.mark.parametrize(
    "host",
    [
        "",
        "card",
        "10.0.0.1",
        "169.254.169.254",
        "[::1]",
        "card.example:8443",
        "printer.local",
        "a b.example",
        "x" * 130,
        "127.1",
        "10.1",
        "0x7f.1",
        "0177.0.0.1",
        "169.254.43518",
        "0xa9.0xfe.0xa9fe",
    ],
)
def test_a_host_inside_our_own_network_is_not_asked(host, settings):
    settings.PARTNERS_LOCAL = False
    other, today = OtherScheme(), timezone.localdate()
    with pytest.raises(RuleBroken) as broken:
        services.trust_partner(
            host=host, name_en="N", root_key=other.root_key, fingerprint=other.fingerprint, by=SYSTEM,
            trusted_from=today, trusted_until=today,
        )  # fmt: skip
    assert broken.value.field == "host"


def test_nobody_is_trusted_twice_and_we_are_not_another_scheme():
    from passports.cards import keys

    other, today = OtherScheme(), timezone.localdate()
    trusted(other)
    terms = {"name_en": "N", "by": SYSTEM, "trusted_from": today, "trusted_until": today}
    for host, key, field in [
        (other.host, OtherScheme(), "host"),
        ("card.third.example", other, "root_key"),
    ]:
        with pytest.raises(RuleBroken) as broken:
            services.trust_partner(host=host, root_key=key.root_key, fingerprint=key.fingerprint, **terms)
        assert broken.value.field == field
    with pytest.raises(RuleBroken) as broken:
        services.trust_partner(
            host="card.third.example", root_key=keys.root_public_text(), fingerprint="x", **terms
        )
    assert broken.value.field == "root_key"


def test_a_new_key_forgets_what_the_old_one_vouched_for():
    other = OtherScheme()
    partner = trusted(other)
    new = OtherScheme(host=other.host)
    with pytest.raises(RuleBroken):
        services.replace_key(partner=partner, root_key=new.root_key, fingerprint=other.fingerprint, by=SYSTEM)
    services.replace_key(partner=partner, root_key=new.root_key, fingerprint=new.fingerprint, by=SYSTEM)
    assert verdict(other.card()).status is Status.NOT_VALID
    keep_list(partner, new)
    assert verdict(new.card()).valid
    assert verdict(other.card()).status is Status.NOT_VALID


def test_a_check_of_our_own_card_never_asks_about_other_schemes(django_assert_num_queries):
    from tests.factories_tills import a_card, code

    card = a_card()
    text = code(card)
    read_code(text)  # the keys are read once in 30 seconds
    ring.forget()
    with django_assert_num_queries(0):
        assert read_code(text).serial
