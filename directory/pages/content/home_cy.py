"""Home, directory and guidance index in Welsh. The twin is home_en.py."""

from __future__ import annotations

from typing import Any

HOME: dict[str, Any] = {
    "title": "Pasbort Gofalwyr",
    "search_description": "Cerdyn am ddim i unrhyw un sy’n gofalu am ffrind, perthynas neu gymydog.",
    "hero_title": "Rydych chi’n gofalu am rywun. Rydyn ni yma i chi.",
    "hero_text": (
        "Cerdyn am ddim yw’r Pasbort Gofalwyr i unrhyw un sy’n helpu ffrind, perthynas neu gymydog. Mae’n dweud eich "
        "bod yn ofalwr, fel nad oes rhaid i chi esbonio, ac mae’n agor ambell ddrws."
    ),
    "hero_button": "Gwneud cais am y cerdyn",
    "hero_picture": "tea",
    "sections": [
        {
            "type": "recognise",
            "value": {
                "title": "Ydych chi’n gofalu am rywun?",
                "text": (
                    "Efallai nad ydych chi’n defnyddio’r gair gofalwr. Nid yw’r rhan fwyaf o bobl. Ydych chi’n eich "
                    "gweld eich hun yma? Rydych chi’n …"
                ),
                "examples": [
                    "mynd â’ch mam i apwyntiadau ac yn cofio beth ddywedodd y meddyg",
                    "coginio, golchi neu siopa i rywun na all wneud hynny ar ei ben ei hun",
                    "trefnu tabledi, ffurflenni, biliau neu alwadau ffôn i rywun",
                    "aros ar ddihun yn y nos rhag ofn y bydd eich angen ar rywun",
                    "magu plentyn sydd angen llawer mwy o help nag eraill o’r un oed",
                    "helpu gartref cyn yr ysgol, er mwyn i riant allu dod drwy’r dydd",
                ],
                "after": "Mae un o’r rhain yn ddigon. Does dim angen budd-dal, llythyr na chaniatâd neb arnoch chi.",
                "picture": "people",
                "button": "Dechrau eich cais",
            },
        },
        {
            "type": "steps",
            "value": {
                "title": "Sut mae’n gweithio",
                "text": "",
                "steps": [
                    {
                        "title": "Dywedwch wrthon ni amdanoch chi",
                        "text": "Tua deg munud, ar ffôn. Gallwch stopio a mynd ymlaen wedyn, neu ffonio a’i llenwi gyda ni.",
                    },
                    {
                        "title": "Mae person yn ei ddarllen",
                        "text": (
                            "Rydyn ni’n ateb o fewn deg diwrnod gwaith. Os oes rhywbeth ar goll, rydyn ni’n gofyn. Nid "
                            "cyfrifiadur sy’n gwrthod neb."
                        ),
                    },
                    {
                        "title": "Dangoswch eich cerdyn",
                        "text": (
                            "Ar eich ffôn neu ar bapur, yr un yw gwerth y ddau. Nid yw byth yn dangos am bwy rydych chi’n "
                            "gofalu, na pham."
                        ),
                    },
                ],
            },
        },
        {
            "type": "offers",
            "value": {
                "title": "Gweld cynigion yn eich ardal",
                "text": "Coffi, nofio, sedd ar y bws, lle ar flaen y ciw.",
                "picture": "counter",
            },
        },
        {
            "type": "invite",
            "value": {
                "title": "I siopau a busnesau",
                "text": (
                    "Rhowch rywbeth bach i ofalwyr: ychydig oddi ar y pris, paned am ddim, cornel dawel. Mae ymuno am "
                    "ddim, gall unrhyw ffôn wirio cerdyn, ac mae gofalwyr yn dweud wrth ei gilydd."
                ),
                "picture": "counter",
                "button": "Sut i ymuno",
                "place": "businesses",
            },
        },
        {
            "type": "invite",
            "value": {
                "title": "I weithwyr proffesiynol",
                "text": (
                    "Mewn meddygfa, ysgol, ysbyty neu lyfrgell, byddwch yn aml yn cwrdd â gofalwyr cyn neb arall. "
                    "Soniwch am y cerdyn. Mae munud yn ddigon."
                ),
                "picture": "signpost",
                "button": "Sut i helpu",
                "place": "professionals",
            },
        },
        {
            "type": "talk",
            "value": {
                "title": "Gwell gennych siarad â rhywun?",
                "text": "Ffoniwch ni. Byddwn yn gwrando yn gyntaf, ac yn llenwi’r ffurflen gyda chi os hoffech chi.",
            },
        },
    ],
}

SECTIONS: dict[str, dict[str, Any]] = {
    "offers": {
        "title": "Gweld cynigion",
        "intro": "Lleoedd sy’n rhoi rhywbeth i ofalwyr. Dangoswch eich cerdyn a gofynnwch.",
        "search_description": "Siopau, caffis, hamdden a gwasanaethau’r cyngor sy’n rhoi rhywbeth i ofalwyr.",
    },
    "guidance": {
        "title": "Canllawiau",
        "intro": "Tudalennau byr mewn geiriau plaen: y cerdyn, arian, seibiant, a beth i’w wneud pan fydd pethau’n newid.",
        "search_description": "Canllawiau plaen i unrhyw un sy’n gofalu am rywun.",
    },
}
