"""Applying, /apply/: every question for each way in, the stops, and what follows. A new question joins by its answers
in applying_ways.py."""

from __future__ import annotations

from .applying_ways import (
    ADULT,
    ROUTES,
    YOUNG,
    Answers,
    apply_until,
    born,
    choose_photo,
    leave_empty,
    with_token,
)
from .kinds import OUT, Shot
from .steps import go, in_turn, press, send


def question(slug: str, answers: Answers, route: str, name: str) -> Shot:
    """The picture of one question, not answered yet."""
    return Shot(f"{name}-{slug}", "/apply/", then=apply_until(slug, answers, route), shows=f"/apply/{slug}/")


def questions(answers: Answers, route: str = "self", name: str = "apply") -> list[Shot]:
    """Every question that those answers lead past."""
    return [
        question(slug, answers, route, name) for slug in answers if slug not in ("check", "their-postcode")
    ]


SHOTS: list[Shot] = [
    Shot("apply-start", "/apply/", also=("dark", "narrow")),
    *questions(ADULT),
    *questions(YOUNG, name="apply-young"),
    *(question(slug, answers, slug, "apply") for slug, answers in ROUTES.items()),
    *(
        question(slug, ROUTES["guardian"], "guardian", "apply-theirs")
        for slug in ("name", "born", "privacy", "contact", "look", "photo", "agree")
    ),
    Shot("apply-check", "/apply/", then=apply_until("check"), shows="/apply/check/", also=("narrow",)),
    Shot("apply-young-check", "/apply/", then=apply_until("check", YOUNG), shows="/apply/check/"),
    Shot("apply-sent", "/apply/", then=apply_until("sent"), shows="/apply/sent/", also=("paper",)),
    Shot("apply-young-sent", "/apply/", then=apply_until("sent", YOUNG), shows="/apply/sent/"),
    Shot(
        "apply-equality",
        "/apply/",
        then=in_turn(apply_until("sent"), press("main a[href*=equality]")),
        shows="/apply/equality/",
    ),
    Shot(
        "apply-thanks",
        "/apply/",
        then=in_turn(apply_until("sent"), press("main a[href*=equality]"), press()),
        shows="/apply/thanks/",
    ),
    *(question("confirm-adult", ROUTES[route], route, f"apply-{route}") for route in ROUTES),
    Shot(
        "apply-their-postcode",
        "/apply/",
        then=apply_until("their-postcode", home={"postcode": "ZZ9 9ZZ"}),
        shows="/apply/their-postcode/",
    ),
    Shot(
        "apply-confirm",
        "/apply/",
        then=apply_until("confirm", contact={"email": "priya{n}@post.example"}),
        shows="/apply/confirm/",
    ),
    Shot(
        "apply-confirm-wrong",
        "/apply/",
        then=in_turn(
            apply_until("confirm", contact={"email": "priya{n}@post.example"}), send(code="1234-5678")
        ),
        shows="/apply/confirm/",
    ),
    # other answers to the same question
    Shot(
        "apply-proof-letter",
        "/apply/",
        then=apply_until("proof", evidence={"evidence_kind": "benefit"}),
        shows="/apply/proof/",
    ),
    Shot(
        "apply-proof-files",
        "/apply/",
        shows="/apply/proof/",
        then=in_turn(
            apply_until("proof", evidence={"evidence_kind": "benefit"}),
            lambda page: page.set_input_files("input[type=file]", OUT / "photo.jpg"),
            press("main button[value=add]"),
        ),
    ),
    Shot(
        "apply-proof-person",
        "/apply/",
        then=apply_until("proof", evidence={"evidence_kind": "professional"}),
        shows="/apply/proof/",
    ),
    Shot(
        "apply-proof-code",
        "/apply/",
        then=apply_until("proof", evidence={"evidence_kind": "code"}),
        shows="/apply/proof/",
    ),
    Shot(
        "apply-photo-crop", "/apply/", then=in_turn(apply_until("photo"), choose_photo), shows="/apply/photo/"
    ),
    Shot(
        "apply-photo-there",
        "/apply/",
        shows="/apply/photo/",
        then=in_turn(apply_until("photo"), choose_photo, press()),
    ),
    # mistakes
    Shot("apply-name-wrong", "/apply/", then=leave_empty("name"), shows="/apply/name/", also=("dark",)),
    Shot(
        "apply-born-wrong",
        "/apply/",
        shows="/apply/born/",
        then=in_turn(apply_until("born"), send(**born(1980) | {"date_of_birth_month": "14"})),
    ),
    Shot("apply-person-wrong", "/apply/", then=leave_empty("person"), shows="/apply/person/"),
    Shot("apply-time-wrong", "/apply/", then=leave_empty("time"), shows="/apply/time/", also=("narrow",)),
    Shot("apply-contact-wrong", "/apply/", then=leave_empty("contact"), shows="/apply/contact/"),
    Shot(
        "apply-photo-wrong",
        "/apply/",
        shows="/apply/photo/",
        then=in_turn(apply_until("photo"), send(photo_way="upload")),
    ),
    Shot("apply-agree-wrong", "/apply/", then=leave_empty("agree"), shows="/apply/agree/"),
    # stops
    Shot(
        "apply-outside",
        "/apply/",
        shows="/apply/stop/outside/",
        then=apply_until("outside", home={"postcode": "ZZ9 9ZZ"}),
    ),
    Shot(
        "apply-too-young",
        "/apply/",
        then=apply_until("too-young", born=born(2023)),
        shows="/apply/stop/too-young/",
    ),
    Shot(
        "apply-needs-adult",
        "/apply/",
        then=apply_until("needs-adult", born=born(2015)),
        shows="/apply/stop/needs-adult/",
    ),
    Shot(
        "apply-not-young",
        "/apply/",
        shows="/apply/stop/not-young/",
        then=apply_until("not-young", ROUTES["guardian"], "guardian", born=born(1980)),
    ),
    # save and come back
    Shot(
        "apply-save",
        "/apply/",
        then=in_turn(apply_until("home"), press("main button[value=later]")),
        shows="/apply/save/",
    ),
    Shot(
        "apply-saved",
        "/apply/",
        shows="/apply/save/",
        then=in_turn(
            apply_until("home"), press("main button[value=later]"), send(email="priya@post.example")
        ),
    ),
    Shot(
        "apply-code",
        "/apply/",
        shows="/apply/code/",
        also=("paper",),
        then=in_turn(
            apply_until("home"), press("main button[value=later]"), press("form[action*=code] button")
        ),
    ),
    Shot(
        "apply-closed",
        "/apply/",
        shows="/apply/close/",
        then=in_turn(
            apply_until("home"),
            press("main button[value=later]"),
            press("form[action*=code] button"),
            press("form[action*=close] button"),
        ),
    ),
    Shot("apply-come-back", "/apply/come-back/"),
    Shot("apply-come-back-wrong", "/apply/come-back/", then=send(code="7K2M-9QXA-3HC8-VD40")),
    Shot("apply-go-on", "/apply/", then=in_turn(apply_until("home"), go("/apply/")), shows="/apply/"),
    # the adult who is asked
    Shot("apply-adult-link", "/apply/adult-answer/"),
    Shot("apply-adult-wrong", "/apply/adult-answer/", then=send(token="not-a-token-of-ours")),
    Shot("apply-adult-ask", "/apply/", then=with_token, shows="/apply/adult-answer/"),
    Shot(
        "apply-adult-yes",
        "/apply/",
        then=in_turn(with_token, press("button[value=yes]")),
        shows="/apply/adult-answer/",
    ),
    Shot(
        "apply-adult-no",
        "/apply/",
        then=in_turn(with_token, press("button[value=no]")),
        shows="/apply/adult-answer/",
    ),
    # what became of it
    Shot("apply-waiting", "/apply/", who="waiting"),
    Shot("apply-more-needed", "/apply/", who="more-needed"),
    Shot(
        "apply-more-needed-wrong",
        "/apply/",
        who="more-needed",
        then=press("main form[action*=answer] .actions button"),
        shows="/apply/mine/*/answer/",
    ),
    Shot("apply-approved", "/apply/", who="active"),
    Shot("apply-refused", "/apply/", who="refused"),
    Shot("apply-withdrawn", "/apply/", who="withdrawn"),
    Shot("apply-draft", "/apply/", who="draft"),
    Shot("apply-late", "/apply/", who="late"),
    Shot("apply-several", "/apply/", who="parent-of-two"),
    Shot("apply-mine", "/apply/", who="parent-of-two", then=press("main .rows a"), shows="/apply/mine/*/"),
    Shot(
        "apply-withdraw",
        "/apply/",
        who="waiting",
        then=press("main a[href*=withdraw]"),
        shows="/apply/mine/*/withdraw/",
    ),
    Shot("apply-for-you", "/apply/for-you/", who="for-you"),
    Shot("apply-for-you-wrong", "/apply/for-you/", who="for-you", then=send(**born(1950))),
    Shot("apply-young-waiting", "/apply/", who="young-waiting"),
    Shot(
        "apply-another-adult",
        "/apply/",
        who="young-waiting",
        then=press("main a[href$='/adult/']"),
        shows="/apply/mine/*/adult/",
    ),
]
