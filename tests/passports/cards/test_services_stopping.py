"""Losing, finding, stopping, pausing, ending, posting."""

from __future__ import annotations

import pytest
from django.core import mail
from django.utils import timezone

from passport_site.core.errors import RuleBroken
from passport_site.core.models import AuditEvent, OutgoingMail
from passports.cards import keys, services
from passports.cards.domain.statuses import CARD
from passports.cards.domain.verdict import CardFacts, Reason, judge
from passports.cards.models import Card
from tests.factories_cards import SYSTEM, issued

pytestmark = pytest.mark.django_db


def reason_at_till(card: Card) -> Reason:
    fresh = Card.objects.with_holder().get(pk=card.pk)
    facts = CardFacts(fresh.status, fresh.passport.status, fresh.passport.valid_from, fresh.expires_on)
    _code, said = keys.read(services.code_for(fresh, live=False))
    return judge(said, facts, timezone.now()).reason


def test_a_lost_card_is_refused_at_once_and_good_again_when_found():
    card = issued()
    services.report_lost(card=card, by=card.passport.user, why="left on the bus")
    assert reason_at_till(card) == Reason.CARD_LOST
    services.found_again(card=card, by=card.passport.user)
    assert reason_at_till(card) == Reason.GOOD
    rows = list(card.status_changes.values_list("verb", "from_status", "to_status", "why"))
    assert rows[1:] == [
        ("report_lost", "active", "lost", "left on the bus"),
        ("found_again", "lost", "active", ""),
    ]


def test_each_step_writes_status_audit_and_mail_together(django_capture_on_commit_callbacks):
    card = issued()
    with django_capture_on_commit_callbacks(execute=True):
        services.report_lost(card=card, by=SYSTEM)
    assert AuditEvent.objects.filter(verb="card.reported_lost", subject=f"cards.card:{card.pk}").count() == 1
    assert [message.subject for message in mail.outbox] == ["We have stopped your card"]
    assert card.number not in mail.outbox[0].body


@pytest.mark.parametrize(
    ("step", "template"),
    [
        (lambda card: services.report_lost(card=card, by=SYSTEM), "card_lost"),
        (lambda card: services.replace_card(card=card, by=SYSTEM), "card_replaced"),
        (lambda card: services.revoke_card(card=card, by=SYSTEM, why="wrong photo"), "card_stopped"),
        (
            lambda card: services.suspend_passport(passport=card.passport, by=SYSTEM, why="asked"),
            "card_paused",
        ),
        (lambda card: services.end_passport(passport=card.passport, by=SYSTEM, why="asked"), "card_ended"),
    ],
)
def test_the_carer_is_told_in_their_language(step, template):
    card = issued(language="cy")
    step(card)
    message = OutgoingMail.objects.get(template=template)
    assert message.language == "cy"
    assert "wrong photo" not in message.text
    assert template == "card_ended" or "/cy/card/" in message.text or "card_url" not in message.text
    assert 'lang="cy"' in message.html


def test_people_without_e_mail_get_no_mail_but_a_card_by_post():
    card = issued(email="", user=False)
    services.report_lost(card=card, by=SYSTEM)
    assert not OutgoingMail.objects.exists()
    assert card.print_asked_at is not None


@pytest.mark.parametrize("why", ["", "   "])
def test_stopping_for_good_needs_a_reason(why):
    card = issued()
    with pytest.raises(RuleBroken) as refusal:
        services.revoke_card(card=card, by=SYSTEM, why=why)
    assert refusal.value.field == "why"
    assert card.status_changes.count() == 1


STEPS = {
    "report_lost": lambda card: services.report_lost(card=card, by=SYSTEM),
    "found_again": lambda card: services.found_again(card=card, by=SYSTEM),
    "replace": lambda card: services.replace_card(card=card, by=SYSTEM),
    "revoke": lambda card: services.revoke_card(card=card, by=SYSTEM, why="because"),
}


@pytest.mark.parametrize("verb", STEPS)
@pytest.mark.parametrize("status", CARD.statuses())
def test_every_step_from_every_status_does_what_the_table_says(verb, status):
    card = issued()
    Card.objects.filter(pk=card.pk).update(status=status)
    card.refresh_from_db()
    if CARD.allows(verb, status):
        STEPS[verb](card)
        card.refresh_from_db()
        assert card.status == CARD.get(verb).target
    else:
        with pytest.raises(RuleBroken):
            STEPS[verb](card)
        card.refresh_from_db()
        assert card.status == status
        assert card.status_changes.count() == 1


def test_the_table_and_the_tested_steps_are_the_same():
    assert {transition.name for transition in CARD.transitions} == set(STEPS)


def test_a_stale_page_cannot_move_a_card_that_has_moved_on():
    card = issued()
    stale = Card.objects.get(pk=card.pk)
    services.revoke_card(card=card, by=SYSTEM, why="wrong photo")
    with pytest.raises(RuleBroken):
        services.report_lost(card=stale, by=SYSTEM)


def test_pausing_refuses_the_card_and_resuming_brings_it_back():
    card = issued()
    services.suspend_passport(passport=card.passport, by=SYSTEM, why="moved?")
    assert reason_at_till(card) == Reason.PASSPORT_SUSPENDED
    services.resume_passport(passport=card.passport, by=SYSTEM)
    assert reason_at_till(card) == Reason.GOOD


def test_a_lost_card_of_a_paused_passport_stays_stopped():
    card = issued()
    services.report_lost(card=card, by=SYSTEM)
    services.suspend_passport(passport=card.passport, by=SYSTEM, why="moved?")
    with pytest.raises(RuleBroken):
        services.found_again(card=card, by=SYSTEM)


def test_ending_a_passport_stops_its_card():
    card = issued()
    services.end_passport(passport=card.passport, by=SYSTEM, why="caring ended")
    card.refresh_from_db()
    assert (card.status, card.passport.status) == ("revoked", "ended")


def test_the_plain_design_is_the_carers_choice_and_noted_once():
    card = issued()
    for _ in range(2):
        services.change_design(passport=card.passport, discreet=True, by=card.passport.user)
    card.passport.refresh_from_db()
    assert card.passport.discreet
    assert AuditEvent.objects.filter(verb="passport.design_changed").count() == 1


def test_posting_needs_an_address_and_a_good_card():
    with pytest.raises(RuleBroken) as refusal:
        services.ask_for_post(card=issued(address=""), by=SYSTEM)
    assert refusal.value.field == "address"
    card = issued()
    services.report_lost(card=card, by=SYSTEM)
    with pytest.raises(RuleBroken):
        services.ask_for_post(card=card, by=SYSTEM)


def test_asking_twice_keeps_the_place_in_the_queue_and_printing_leaves_it():
    card = issued()
    services.ask_for_post(card=card, by=SYSTEM)
    first = Card.objects.get(pk=card.pk).print_asked_at
    services.ask_for_post(card=card, by=SYSTEM)
    assert Card.objects.get(pk=card.pk).print_asked_at == first
    assert list(Card.objects.to_print()) == [card]
    assert services.mark_printed(cards=Card.objects.to_print(), by=SYSTEM) == 1
    assert not Card.objects.to_print().exists()
    assert Card.objects.get(pk=card.pk).printed_at is not None


def test_whoever_had_paper_gets_paper_again():
    card = issued()
    services.mark_printed(cards=[card], by=SYSTEM)
    assert services.replace_card(card=card, by=SYSTEM).print_asked_at is not None
    assert services.replace_card(card=issued(), by=SYSTEM).print_asked_at is None


def test_who_shares_an_address_is_not_sent_to_a_card_they_cannot_see():
    # given a card on paper of somebody whose address belongs to another carer's account
    card = issued(user=False, email="both@mail.example")
    services.report_lost(card=card, by=SYSTEM)
    mail = OutgoingMail.objects.get(template="card_lost")
    assert mail.to == "both@mail.example"
    assert "/card/" not in mail.text
    assert "Call us on" in mail.text
