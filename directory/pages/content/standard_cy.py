"""Standard pages in Welsh. The twin is standard_en.py."""

from __future__ import annotations

from typing import Any

from .standard_en import OUR_CONTACT

PAGES: dict[str, dict[str, Any]] = {
    "contact": {
        "title": "Cysylltu â ni",
        "summary": "Ffoniwch, ysgrifennwch neu galwch heibio. Person sy’n ateb.",
        "picture": "phone",
        "body": [
            OUR_CONTACT,
            ("heading", "Os oes angen help arnoch i wneud cais"),
            (
                "text",
                "Ffoniwch ni. Byddwn yn llenwi’r ffurflen gyda chi ac yn anfon y cerdyn drwy’r post. Does dim angen cyfrifiadur na ffôn clyfar arnoch chi.",
            ),
            ("heading", "Os aeth rhywbeth o’i le"),
            (
                "text",
                "Dywedwch wrthon ni beth ddigwyddodd, ym mha ffordd bynnag sy’n eich siwtio. Byddwn yn dweud pwy sy’n edrych "
                "ar y mater, a phryd y clywch chi gennym.\n\n"
                "Os gwrthododd siop dderbyn eich cerdyn, dywedwch pa siop a phryd. Ein gwaith ni yw unioni hynny, nid eich gwaith chi.",
            ),
        ],
    },
    "privacy": {
        "title": "Preifatrwydd",
        "summary": "Beth rydyn ni’n ei wybod amdanoch chi, pam, am ba hyd, a phwy sydd byth yn ei weld.",
        "body": [
            ("heading", "Beth rydyn ni’n gofyn amdano"),
            (
                "list",
                [
                    "eich enw, dyddiad geni, cod post a ffordd o gysylltu â chi, i wneud eich cerdyn",
                    "llun, fel na all neb arall ddefnyddio eich cerdyn",
                    "am bwy rydych chi’n gofalu, mewn gair neu ddau, a rhywbeth sy’n dangos hynny",
                    "beth rydych chi’n dewis ei ddweud: does byth angen i ni wybod beth yw salwch neb",
                ],
            ),
            ("heading", "Pwy sy’n gweld beth"),
            (
                "list",
                [
                    "Y tîm gofalwyr sy’n darllen eich cais ac yn penderfynu.",
                    "Mae siop sy’n gwirio eich cerdyn yn gweld eich enw cyntaf, eich llun ac a yw’r cerdyn yn ddilys.",
                    "Nid yw unrhyw siop yn gweld eich cyfeiriad, eich oed, nac am bwy rydych chi’n gofalu.",
                    "Cyfansymiau yn unig y mae siopau a chynghorau’n eu cael. Caiff rhifau dan 5 eu gadael allan.",
                ],
            ),
            ("heading", "Am ba hyd rydyn ni’n ei gadw"),
            (
                "list",
                [
                    "Llythyrau a thystiolaeth arall: 30 diwrnod ar ôl y penderfyniad.",
                    "Ble defnyddioch chi eich cerdyn: 13 mis, ac wedyn dim ond y cyfansymiau sy’n aros.",
                    "Eich pasbort: nes iddo ddod i ben, a dwy flynedd ar ôl hynny.",
                ],
            ),
            ("heading", "Beth gallwch chi ei wneud"),
            (
                "text",
                "Mewngofnodwch ac agorwch Fy manylion. Yno gallwch weld beth sydd gennym, ei gywiro, mynd â chopi gyda chi, "
                "newid eich meddwl am negeseuon, neu gau eich cyfrif. Gallwch ffonio hefyd a byddwn ni’n ei wneud i chi.\n\n"
                "Os nad ydych chi’n hapus â’r hyn a wnaethon ni â’ch data, dywedwch wrthon ni. Byddwn yn ateb o fewn 30 "
                "diwrnod. Gallwch gwyno hefyd i Swyddfa’r Comisiynydd Gwybodaeth.",
            ),
            OUR_CONTACT,
        ],
    },
    "cookies": {
        "title": "Cwcis",
        "summary": "Dau rai bach, dim ond pan fyddwch yn mewngofnodi neu’n llenwi ffurflen. Dim un sy’n eich dilyn.",
        "body": [
            (
                "text",
                "Nid yw darllen y tudalennau hyn yn gosod unrhyw gwci. Nid ydyn ni’n defnyddio hysbysebion na chyfrif gan eraill.",
            ),
            (
                "list",
                [
                    "Pan fyddwch yn mewngofnodi neu’n dechrau cais, mae un cwci’n cofio mai chi sydd yno.",
                    "Pan fyddwch yn llenwi ffurflen, mae ail un yn sicrhau mai gennych chi y daw’r ffurflen.",
                ],
            ),
            (
                "text",
                "Mae angen y ddau ar gyfer yr hyn y gofynnoch i ni ei wneud, felly nid ydyn ni’n gofyn am ganiatâd. Maen nhw’n mynd pan fyddwch yn allgofnodi, neu ar ôl 14 diwrnod.",
            ),
        ],
    },
    "accessibility": {
        "title": "Datganiad hygyrchedd",
        "summary": "Rhaid i bawb allu defnyddio hwn, ar unrhyw ddyfais, yn eu ffordd eu hunain.",
        "picture": "walk",
        "body": [
            ("heading", "Ein nod"),
            (
                "list",
                [
                    "chwyddo i 400 % heb golli dim",
                    "mynd drwy bopeth gyda bysellfwrdd neu â’ch llais",
                    "gwrando gyda darllenydd sgrin",
                    "gwneud popeth heb JavaScript, heb ffôn clyfar, a heb gyfrifiadur o gwbl",
                    "ei ddarllen yn Gymraeg ac yn Saesneg",
                ],
            ),
            (
                "text",
                "Rydyn ni’n profi yn erbyn y Canllawiau Hygyrchedd Cynnwys y We, fersiwn 2.2, lefel AA, ar bob tudalen ac ar ôl pob newid.",
            ),
            ("heading", "Os yw rhywbeth yn anodd ei ddefnyddio"),
            (
                "text",
                "Dywedwch wrthon ni pa dudalen oedd hi a beth ddigwyddodd. Byddwn yn anfon yr hyn sydd ei angen arnoch mewn "
                "ffordd arall, mewn print bras neu dros y ffôn, ac yn trwsio’r dudalen.",
            ),
            OUR_CONTACT,
            ("heading", "Os nad ydych chi’n hapus â’n hateb"),
            (
                "text",
                "Gall y Gwasanaeth Cynghori a Chymorth Cydraddoldeb eich helpu. Y Comisiwn Cydraddoldeb a Hawliau Dynol sy’n gwylio dros y rheolau hyn.",
            ),
        ],
    },
    "terms": {
        "title": "Telerau’r cerdyn",
        "summary": "Byr, am nad oes llawer i’w wahardd.",
        "body": [
            ("heading", "Eich cerdyn"),
            (
                "list",
                [
                    "Mae am ddim, a chi yn unig biau fe. Ni chaiff neb arall ei ddefnyddio.",
                    "Mae’n ddilys tan y dyddiad sydd arno. Byddwn yn ysgrifennu atoch cyn hynny.",
                    "Os byddwch yn ei golli, dywedwch wrthon ni. Byddwn yn ei stopio ar unwaith ac yn anfon un newydd.",
                    "Os nad ydych chi’n gofalu am rywun mwyach, dywedwch pan fyddwch yn barod. Nid ydyn ni’n mynd â’r cerdyn ar unwaith.",
                ],
            ),
            ("heading", "Cynigion"),
            (
                "text",
                "Mae siopau a gwasanaethau’n rhoi cynigion o’u gwirfodd, a gallant eu newid neu ddod â nhw i ben. Yr hyn "
                "mae’r siop yn ei ddweud ar y diwrnod sy’n cyfrif. Dangoswch eich cerdyn cyn talu.",
            ),
            ("heading", "Os byddwn yn gwrthod, neu’n dod â cherdyn i ben"),
            (
                "text",
                "Person sy’n penderfynu, ac yn dweud pam. Gallwch ofyn i berson arall edrych arno, a gallwch wneud cais eto.",
            ),
        ],
    },
    "easy-read": {
        "title": "Hawdd ei Ddeall",
        "summary": "Y cerdyn mewn brawddegau byr.",
        "picture": "people",
        "body": [
            ("heading", "Beth yw’r Pasbort Gofalwyr?"),
            (
                "list",
                [
                    "Cerdyn am ddim yw e.",
                    "Mae i bobl sy’n gofalu am rywun.",
                    "Mae’r cerdyn yn dweud: rydw i’n ofalwr.",
                ],
            ),
            ("heading", "Pwy sy’n gallu ei gael?"),
            (
                "list",
                [
                    "Rydych chi’n helpu rhywun.",
                    "Ni fydden nhw’n ymdopi heboch chi.",
                    "Nid ydych chi’n cael eich talu am hyn fel swydd.",
                ],
            ),
            ("heading", "Beth alla i ei wneud ag e?"),
            (
                "list",
                [
                    "Gallwch ei ddangos mewn siopau. Mae rhai’n tynnu arian oddi ar y pris.",
                    "Gallwch ei ddangos i feddyg neu nyrs.",
                    "Gallwch ei ddangos yn y gwaith neu yn yr ysgol.",
                ],
            ),
            ("heading", "Sut mae ei gael?"),
            (
                "steps",
                [
                    ("Llenwi’r ffurflen", "Gall rhywun eich helpu."),
                    ("Aros am ein hateb", "Gall gymryd pythefnos."),
                    ("Cael eich cerdyn", "Ar eich ffôn neu drwy’r post."),
                ],
            ),
            ("heading", "Rydw i eisiau siarad â rhywun"),
            OUR_CONTACT,
        ],
    },
    "businesses": {
        "title": "I siopau a busnesau",
        "summary": "Rhowch rywbeth bach i ofalwyr. Maen nhw’n sylwi, ac yn dod yn ôl.",
        "picture": "counter",
        "body": [
            (
                "text",
                "Mae gofalwyr yn edrych ar ôl rhywun heb dâl, yn aml am flynyddoedd. Mae llawer heb fawr o arian na dim "
                "amser. Gall peth bach gennych chi fod yr un peth da yn eu diwrnod.",
            ),
            ("heading", "Beth gallwch chi ei roi"),
            (
                "list",
                [
                    "ychydig oddi ar y pris, bob amser neu ar ddyddiau tawel",
                    "paned am ddim, neu le am ddim i’r person sy’n dod gyda nhw",
                    "lle ar flaen y ciw, neu gadw archeb ffôn",
                    "cornel dawel i eistedd",
                ],
            ),
            ("heading", "Sut i ymuno"),
            (
                "steps",
                [
                    (
                        "Dywedwch wrthon ni amdanoch chi",
                        "Ffoniwch neu ysgrifennwch. Ychydig funudau, ac mae am ddim.",
                    ),
                    (
                        "Dewiswch beth rydych chi’n ei roi",
                        "Chi sy’n gosod y rheolau: pa ddyddiau, pa mor aml, tan pryd. Gallwch eu newid.",
                    ),
                    (
                        "Rydyn ni’n eich rhoi yn y cyfeiriadur",
                        "Mae gofalwyr yn dod o hyd i chi yn ôl lle a math. Cewch sticer i’r drws.",
                    ),
                ],
            ),
            ("heading", "Sut i wirio cerdyn"),
            (
                "steps",
                [
                    ("Agorwch gamera unrhyw ffôn", "Does dim angen ap, na thil newydd."),
                    ("Pwyntiwch ef at y cod", "Mae tudalen yn agor. Mae’n dweud a yw’r cerdyn yn ddilys."),
                    (
                        "Edrychwch ar y llun a’r enw",
                        "Os ydyn nhw’n cyd-fynd, rhowch eich cynnig. Dyna’r cyfan.",
                    ),
                ],
            ),
            (
                "callout",
                "Nid ydych chi byth yn gweld am bwy mae rhywun yn gofalu, na pham. Nid ydyn ni’n gwerthu dim i chi nac i ofalwyr.",
            ),
            OUR_CONTACT,
        ],
    },
    "professionals": {
        "title": "I weithwyr proffesiynol",
        "summary": "Byddwch yn aml yn cwrdd â gofalwyr cyn neb arall. Mae munud yn ddigon.",
        "picture": "signpost",
        "body": [
            (
                "text",
                "Mewn meddygfa, ysgol, ysbyty neu lyfrgell, mae rhywun yn sôn am ei fam, ei brawd neu eu cymydog. Nid yw’r "
                "rhan fwyaf erioed wedi clywed eu bod yn ofalwyr, a bod help i’w gael.",
            ),
            ("heading", "Beth gallwch chi ei ddweud"),
            (
                "quote",
                {
                    "text": "Mae’n swnio fel eich bod chi’n gofalu cryn dipyn amdani. Mae cerdyn am ddim i bobl fel chi.",
                    "who": "Nyrs practis",
                },
            ),
            ("heading", "Beth gallwch chi ei wneud"),
            (
                "list",
                [
                    "rhoi cyfeiriad y dudalen hon iddyn nhw, neu daflen",
                    "ysgrifennu nodyn eu bod yn gofalu am rywun: mae un frawddeg yn ddigon o dystiolaeth",
                    "gyda’u cytundeb, ein ffonio ni a byddwn yn eu galw",
                    "i blentyn neu berson ifanc: helpu i ddechrau’r cais gyda’ch gilydd",
                ],
            ),
            ("heading", "Pan fydd rhywun yn dangos y cerdyn i chi"),
            (
                "text",
                "Mae’n golygu bod person wedi gwirio eu bod yn gofalu am rywun. Nid yw’n rhoi hawl i weld nodiadau. Mae’n gofyn i chi wrando ar yr hyn maen nhw’n ei wybod.",
            ),
            OUR_CONTACT,
        ],
    },
}
