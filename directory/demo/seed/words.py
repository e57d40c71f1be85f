"""What officers and carers wrote, in the carer’s language, and small facts about the questions."""

from __future__ import annotations

import random
from datetime import date, datetime, time

from django.utils import timezone

from passports.applications.choices import Disability, EthnicGroup, Sex
from passports.applications.domain.ages import age_on
from passports.applications.domain.statuses import APPLICATION
from passports.applications.models import Application, EqualityAnswer
from passports.applications.steps import BY_SLUG

AUDIT = {arrow.name: arrow.audit for arrow in APPLICATION.transitions}

_ADULT = [
    "name",
    "born",
    "home",
    "relationship",
    "person",
    "time",
    "contact",
    "address",
    "photo",
    "evidence",
    "proof",
    "news",
    "agree",
]
_YOUNG = [
    "name",
    "born",
    "privacy",
    "home",
    "relationship",
    "contact",
    "address",
    "adult",
    "look",
    "photo",
    "evidence",
    "proof",
    "agree",
]

_REFUSALS = {
    "not_a_carer": (
        "You wrote that this is your job. The passport is for people who look after someone without pay. Thank you for "
        "what you do. There are other cards for paid care workers.",
        "Ysgrifennoch chi mai dyma’ch swydd. Mae’r pasbort i bobl sy’n edrych ar ôl rhywun heb dâl. Diolch am yr hyn a "
        "wnewch. Mae cardiau eraill ar gael i weithwyr gofal cyflogedig.",
    ),
    "outside": (
        "You and the person you look after both live outside Arlenshire. Your own council has help for carers. Ring us "
        "and we will find the number with you.",
        "Rydych chi a’r person rydych chi’n edrych ar ei ôl yn byw y tu allan i Swydd Arlen. Mae gan eich cyngor chi "
        "gymorth i ofalwyr. Ffoniwch ni ac fe ddown ni o hyd i’r rhif gyda chi.",
    ),
    "no_evidence": (
        "We asked for a letter or a name to call and did not hear from you. You can apply again at any time, and we are "
        "glad to help by phone.",
        "Gofynnon ni am lythyr neu enw i’w ffonio ac ni chlywson ni gennych. Gallwch wneud cais eto unrhyw bryd, ac "
        "rydyn ni’n hapus i helpu dros y ffôn.",
    ),
    "already_has": (
        "You have a passport with us already. If you have lost the card, sign in and ask for a new one.",
        "Mae gennych basbort gyda ni’n barod. Os ydych chi wedi colli’r cerdyn, mewngofnodwch a gofynnwch am un newydd.",
    ),
    "too_young": (
        "Somebody who looks after you, or a teacher, has to take part. Ask one of them to call us. You did well to write.",
        "Rhaid i rywun sy’n gofalu amdanoch chi, neu athro, gymryd rhan. Gofynnwch i un ohonyn nhw ein ffonio. Da iawn "
        "am ysgrifennu.",
    ),
    "other": (
        "The names on your letter and on your application are not the same. Please call us, it may be a simple mistake.",
        "Nid yr un enw sydd ar eich llythyr ac ar eich cais. Ffoniwch ni, gall fod yn gamgymeriad syml.",
    ),
}
_REQUESTS = (
    (
        "The photo is too dark to see your face. Please send us another one, in daylight.",
        "Mae’r llun yn rhy dywyll i weld eich wyneb. Anfonwch un arall aton ni, yng ngolau dydd.",
    ),
    (
        "The first page of your letter is missing. Please take a photo of it and send it to us.",
        "Mae tudalen gyntaf eich llythyr ar goll. Tynnwch lun ohoni a’i anfon aton ni.",
    ),
    (
        "Please tell us the name of somebody who knows that you look after your mum, and how we reach them.",
        "Rhowch enw rhywun sy’n gwybod eich bod chi’n edrych ar ôl eich mam, a sut i gysylltu â nhw.",
    ),
)
_CONDITIONS = (
    "He has dementia and gets lost.",
    "She had a stroke two years ago.",
    "My son is autistic and does not sleep.",
    "Her mood changes quickly. I do not want to say more.",
    "He has multiple sclerosis.",
)


def refusal(reason: str, language: str) -> str:
    """The officer’s words beside a reason."""
    return _REFUSALS[reason][language == "cy"]


def request(language: str, rng: random.Random) -> str:
    """What an officer asked for."""
    return rng.choice(_REQUESTS)[language == "cy"]


def condition(rng: random.Random) -> str:
    """What somebody chose to tell about the person they look after."""
    return rng.choice(_CONDITIONS)


def steps_of(route: str, *, young: bool) -> list[str]:
    """The questions that are asked of them, in order, for somebody inside the area."""
    if not young:
        return list(_ADULT)
    if route == "self":
        return list(_YOUNG)
    steps = [route, *(step for step in _YOUNG if step != "adult")]
    return [step for step in steps if route != "professional" or step not in ("evidence", "proof")]


def forget_unanswered(row: Application, done: int) -> None:
    """Makes it a draft: only the first so many questions are answered."""
    for slug in row.steps_done[done:]:
        for name in BY_SLUG[slug].form.base_fields:
            if name in _FIELDS:
                setattr(row, name, _FIELDS[name].get_default())
    row.steps_done = row.steps_done[:done]
    if "home" not in row.steps_done:
        row.area = None
    if "photo" not in row.steps_done:
        row.photo_way = ""


def equality_answer(row: Application, today: date, rng: random.Random) -> EqualityAnswer:
    """Random answers, dated with the first of the month like those of the form."""
    month = row.submitted_at.date().replace(day=1)
    age = age_on(row.date_of_birth, today)
    bands = ((25, "18-24"), (45, "25-44"), (65, "45-64"), (80, "65-79"))
    return EqualityAnswer(
        month=month,
        created_at=timezone.make_aware(datetime.combine(month, time())),
        area=row.area,
        sex=rng.choices(Sex.values, (59, 40, 1))[0],
        ethnic_group=rng.choices(EthnicGroup.values, (9, 6, 3, 80, 2))[0],
        disability=rng.choices(Disability.values, (30, 70))[0],
        age_band=next((band for under, band in bands if age < under), "80+"),
    )


_FIELDS = {field.name: field for field in Application._meta.fields}
