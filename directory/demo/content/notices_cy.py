"""Preifatrwydd, hygyrchedd, cwcis a thelerau yn Gymraeg: the twins of notices_en.py."""

from __future__ import annotations

from directory.demo.content.types import Contact, Page

PRIVACY = Page(
    "privacy",
    "Sut rydyn ni’n gofalu am eich gwybodaeth",
    "Beth rydyn ni’n ei gadw, pam, pwy sy’n ei weld ac am ba hyd.",
    (
        (
            "text",
            "Cyngor Sir Swydd Arlen sy’n rhedeg y Pasbort Gofalwyr ac yn penderfynu sut y "
            "defnyddir eich gwybodaeth. Rydyn ni’n gofyn am gyn lleied ag y gallwn. I oedolion y "
            "mae’r dudalen hon; mae un fyrrach i bobl ifanc.",
        ),
        ("heading", "Beth rydyn ni’n ei gadw"),
        (
            "list",
            (
                "eich enw, eich dyddiad geni, eich cyfeiriad a sut i gysylltu â chi",
                "ar ôl pwy rydych chi’n edrych: eich perthynas, eu band oedran ac ymhle maen nhw’n "
                "byw, byth beth sydd o’i le arnyn nhw oni bai eich bod yn dewis dweud",
                "eich llun a’r hyn a anfonoch i ddangos eich bod yn edrych ar ôl rhywun",
                "eich cerdyn: ei rif, ei ddyddiadau, ac a gafodd ei golli neu ei newid",
                "pryd ac ymhle y defnyddiwyd cynnig, er mwyn i’r terfynau weithio ac i ni allu cyfrif",
            ),
        ),
        ("heading", "Pam y cawn ni"),
        (
            "text",
            "Mae rhedeg cynllun i ofalwyr yn rhan o’n gwaith dros y cyhoedd (Erthygl 6(1)(e) o "
            "GDPR y DU). Ar gyfer unrhyw beth am iechyd y byddwch yn dewis ei ddweud, rydyn ni’n "
            "dibynnu ar gyfraith gofal cymdeithasol (Erthygl 9(2)(h)). Ar gyfer llythyrau a "
            "newyddion rydyn ni’n gofyn i chi yn gyntaf, a gallwch eu stopio mewn un cam.",
        ),
        ("heading", "Pwy sy’n gweld beth"),
        (
            "list",
            (
                "Swyddogion y Ganolfan Gofalwyr a’r cyngor sy’n penderfynu ac yn helpu. Caiff pob "
                "golwg ar eich llun neu’ch papurau ei chofnodi.",
                "Dieithryn sy’n sganio’ch cerdyn: a yw’n ddilys, a than pryd.",
                "Siop sydd wedi ymuno: hefyd eich enw cyntaf, eich llun a’i chynigion ei hun.",
                "Y bobl sy’n talu am y cynllun: cyfansymiau yn unig. Caiff rhifau bach eu cuddio.",
                "Neb arall. Dydyn ni ddim yn ei werthu, a does yr un cyfrifiadur yn penderfynu "
                "amdanoch ar ei ben ei hun.",
            ),
        ),
        ("heading", "Am ba hyd"),
        (
            "list",
            (
                "Papurau a anfonoch i ddangos eich bod yn edrych ar ôl rhywun: 30 diwrnod ar ôl i ni "
                "benderfynu.",
                "Cais y dechreuoch chi ond na anfonoch chi: 90 diwrnod.",
                "Cais y bu’n rhaid i ni ei wrthod: 1 flwyddyn ar ôl i ni benderfynu.",
                "Defnyddio cynigion: ar ôl 13 mis fyddan nhw ddim yn gysylltiedig â’ch cerdyn mwyach.",
                "Eich pasbort: tra bydd yn ddilys, ac am 1 flwyddyn ar ôl iddo ddod i ben, rhag ofn "
                "i chi ddod yn ôl.",
                "Y rhestr o bwy edrychodd ar beth: 7 mlynedd, fel na all neb ei chuddio.",
            ),
        ),
        ("heading", "Eich hawliau"),
        (
            "text",
            "Gallwch weld, cywiro, lawrlwytho neu ddileu eich gwybodaeth o dan “Fy manylion”, "
            "neu dros y ffôn. Cewch wrthwynebu, a gofyn i ni ei defnyddio at lai o bethau. "
            "Byddwn yn ateb o fewn 1 mis.",
        ),
        ("heading", "Os oes rhywbeth o’i le"),
        (
            "text",
            "Dywedwch wrthon ni yn gyntaf: fe ysgrifennwn ni’n ôl i ddweud bod eich cwyn wedi "
            "cyrraedd, a phryd y cewch ateb. Gallwch hefyd gwyno wrth Swyddfa’r Comisiynydd "
            "Gwybodaeth unrhyw bryd.",
        ),
        ("contact", Contact("Y swyddog preifatrwydd", "01632 960 015", "privacy@arlenshire.example")),
    ),
)

PRIVACY_YOUNG = Page(
    "privacy-young-people",
    "Dy wybodaeth di, os wyt ti dan 18",
    "Beth rydyn ni’n ei wybod amdanat ti, mewn geiriau byr.",
    (
        (
            "text",
            "Rwyt ti’n helpu rhywun gartref ac mae gen ti gerdyn, neu rwyt ti eisiau un. I’w "
            "wneud, mae angen i ni wybod rhai pethau amdanat ti. Dyma beth, a phwy all ei weld.",
        ),
        ("heading", "Beth rydyn ni’n ei ofyn"),
        (
            "list",
            (
                "dy enw, dy ben-blwydd a dy god post",
                "llun ar gyfer y cerdyn",
                "un peth sy’n dangos dy fod ti’n helpu rhywun, fel cod gan yr ysgol",
                "oedolyn sy’n cytuno: rhiant, neu athro neu weithiwr rwyt ti’n ymddiried ynddo",
            ),
        ),
        (
            "text",
            "Fyddwn ni ddim yn gofyn beth sy’n bod ar y person rwyt ti’n ei helpu. Fyddwn ni "
            "byth yn gofyn ble rwyt ti, a dydy dy ffôn ddim yn dweud wrthon ni.",
        ),
        ("heading", "Pwy all ei weld"),
        (
            "list",
            (
                "Mae siop yn gweld dy enw cyntaf a dy lun pan fydd hi’n sganio dy gerdyn. Dydy hi "
                "ddim yn gweld dy oed, dy ysgol na phwy rwyt ti’n ei helpu. Os mai dim ond i bobl "
                "ifanc y mae cynnig, mae’n gweld bod gen ti gerdyn ifanc.",
                "Mae’r bobl sy’n gwneud y cardiau’n gweld beth ddywedaist ti wrthon ni. Maen nhw "
                "wedi’u gwirio, ac rydyn ni’n nodi bob tro maen nhw’n edrych.",
                "Mae’r oedolyn a gytunodd yn gweld bod gen ti gerdyn. Dydy e ddim yn gweld ble rwyt "
                "ti’n ei ddefnyddio.",
                "Does neb yn anfon hysbysebion atat ti.",
            ),
        ),
        ("heading", "Pan fydd rhaid i ni ddweud wrth rywun"),
        (
            "text",
            "Os ydyn ni’n meddwl dy fod ti neu rywun arall mewn perygl, mae’n rhaid i ni ddweud "
            "wrth oedolyn sydd â’r gwaith o helpu. Fe siaradwn ni â ti yn gyntaf os gallwn ni.",
        ),
        ("heading", "Beth gei di ei wneud"),
        (
            "list",
            (
                "Gofyn am weld popeth sydd gennym amdanat ti.",
                "Gofyn i ni ei newid os yw’n anghywir.",
                "Dweud wrthon ni am ei ddileu. Wedyn bydd y cerdyn yn stopio.",
                "Dweud nad wyt ti’n hapus gyda ni. Fe wrandawn ni, ac ysgrifennu’n ôl.",
            ),
        ),
        (
            "text",
            "Does dim angen rhiant arnat ti i ofyn y pethau hyn i ni. Pan fyddi di’n 18, cei di "
            "ddewis eto beth rydyn ni’n ei gadw.",
        ),
        (
            "contact",
            Contact(
                "Gofyn unrhyw beth i ni",
                "01632 960 001",
                "Neu anfona neges destun at 07700 900 001. Dyweda “fy ngwybodaeth i”.",
            ),
        ),
    ),
)

ACCESSIBILITY = Page(
    "accessibility",
    "All pawb ddefnyddio’r wefan hon?",
    "Beth sy’n gweithio, beth sydd ddim eto, a sut i gael help.",
    (
        (
            "text",
            "Rydyn ni eisiau i bob gofalwr allu defnyddio’r wefan hon, am ddau y bore, ar hen "
            "ffôn, â llygaid blinedig. Ein nod yw’r Canllawiau Hygyrchedd Cynnwys Gwe 2.2, lefel "
            "AA.",
        ),
        ("heading", "Gallwch chi"),
        (
            "list",
            (
                "wneud y testun hyd at 4 gwaith yn fwy heb golli dim",
                "defnyddio bysellfwrdd, swits neu’ch llais yn unig",
                "gwrando â darllenydd sgrin",
                "diffodd JavaScript: bydd gwneud cais a gwirio cardiau’n dal i weithio",
                "darllen pob tudalen yn Gymraeg neu’n Saesneg",
                "argraffu unrhyw dudalen, a chael eich cerdyn ar bapur",
            ),
        ),
        ("heading", "Beth y gwyddom nad yw’n ddigon da eto"),
        (
            "list",
            (
                "Does dim ffilm Iaith Arwyddion Prydain eto. Ffoniwch neu anfonwch neges destun ac "
                "fe drefnwn ni gyfieithydd ar y pryd.",
                "Â llaw y gwneir y llythyr print bras, felly gall gymryd 3 diwrnod gwaith yn hirach.",
            ),
        ),
        ("heading", "Ffordd arall"),
        (
            "text",
            "Gofynnwch am brint bras, Hawdd ei Ddeall, sain neu ymweliad. Nid yw’n costio dim, "
            "ac mae’ch cerdyn yr un fath.",
        ),
        (
            "contact",
            Contact(
                "Dywedwch beth sydd yn eich ffordd",
                "01632 960 001",
                "Neu anfonwch neges destun at 07700 900 001. Byddwn yn ateb o fewn 5 diwrnod gwaith.",
            ),
        ),
        ("heading", "Sut rydyn ni’n gwirio"),
        (
            "text",
            "Rydyn ni’n profi pob math o dudalen â rhaglen ac â bysellfwrdd cyn i bob newid fynd "
            "yn fyw. Os dywedwch wrthon ni am broblem a dydych chi ddim yn hapus â’n hateb, "
            "gallwch droi at y Gwasanaeth Cynghori a Chefnogi Cydraddoldeb.",
        ),
    ),
)

COOKIES = Page(
    "cookies",
    "Cwcis",
    "Dim ond y rhai sy’n gwneud i’r wefan weithio. Dyna pam nad oes baner.",
    (
        (
            "text",
            "Nodyn bach yw cwci, sy’n cael ei adael gan wefan ar eich ffôn neu’ch cyfrifiadur. "
            "At 3 pheth yn unig rydyn ni’n eu defnyddio, a does yr un yn eich dilyn i rywle "
            "arall.",
        ),
        (
            "list",
            (
                "Mewngofnodi: cofio mai chi ydych chi, nes i chi allgofnodi neu am hyd at 2 wythnos.",
                "Diogelwch: sicrhau bod ffurflen wir yn dod o’n tudalen ni.",
                "Iaith: cofio ai Cymraeg neu Saesneg rydych chi’n ei darllen, am 1 flwyddyn.",
            ),
        ),
        (
            "text",
            "Os agorwch eich cerdyn ar eich ffôn, bydd y ffôn hefyd yn cadw copi ohono, fel ei "
            "fod yn gweithio heb signal. Bydd y copi’n mynd pan ddaw’r cerdyn i ben neu pan "
            "allgofnodwch. Mae til siop yn cadw nodyn o’r siop y mae’n perthyn iddi.",
        ),
        (
            "text",
            "Does gennym ddim hysbysebion, dim offer cyfrif gan gwmnïau eraill a dim lluniau na "
            "llythrennau o rywle arall. Gallwch ddileu ein cwcis yn eich porwr unrhyw bryd. Bydd "
            "rhaid i chi fewngofnodi eto wedyn.",
        ),
    ),
)

CARD_TERMS = Page(
    "card-terms",
    "Beth rydych chi’n cytuno iddo gyda’r cerdyn",
    "Un dudalen, dim print mân.",
    (
        (
            "list",
            (
                "Chi yn unig biau’r cerdyn. Peidiwch â’i fenthyg, hyd yn oed i’r person rydych chi’n "
                "gofalu amdano.",
                "Mae’r hyn a ddywedoch wrthon ni’n wir. Os bydd yn newid, rhowch wybod o fewn 1 mis: "
                "ffoniwch, ysgrifennwch neu defnyddiwch “Fy manylion”.",
                "Dangoswch ef cyn talu. Caiff siop edrych ar eich llun.",
                "Y siop sy’n rhoi cynnig sydd biau’r cynnig hwnnw. Caiff y siop ei newid neu ei "
                "orffen. Os gwrthodir un, dywedwch wrthon ni.",
                "Os collwch y cerdyn, rhowch wybod. Fe’i stopiwn ar unwaith, ac mae un newydd am ddim.",
                "Mae’r cerdyn yn ddilys am 24 mis. Gallwch ei adnewyddu o 2 fis cyn y diwedd.",
                "Nid yw’r cerdyn yn rhoi hawl i chi weld cofnodion neb na phenderfynu drostyn nhw.",
                "Cawn oedi neu stopio cerdyn sy’n cael ei gamddefnyddio. Byddwn yn dweud pam, a "
                "chewch ofyn i swyddog arall edrych eto.",
            ),
        ),
        (
            "text",
            "Dan 18 oed? Mae’r oedolyn a gytunodd yn cytuno i’r dudalen hon gyda chi. Fydd "
            "cynigion alcohol, gamblo neu fepio byth ar eich cerdyn.",
        ),
        ("text", "Chaiff neb eich trin yn waeth am fod y cerdyn gennych, nac am nad ydych eisiau un."),
        (
            "contact",
            Contact(
                "Cwestiynau am y telerau hyn",
                "01632 960 001",
                "Fe’u darllenwn i chi yn Gymraeg neu’n Saesneg.",
            ),
        ),
    ),
)

CONTACT = Page(
    "contact",
    "Siarad â ni",
    "Person sy’n ateb. Yn Gymraeg neu’n Saesneg.",
    (
        (
            "text",
            "Does dim rhaid i chi wybod beth i’w ofyn. Mae “rwy’n edrych ar ôl rhywun ac rwy "
            "wedi blino” yn ddigon.",
        ),
        (
            "contact",
            Contact(
                "Canolfan Gofalwyr Swydd Arlen",
                "01632 960 001",
                "Dydd Llun i ddydd Gwener, 9am i 6pm, a dydd Sadwrn, 10am i 1pm",
            ),
        ),
        (
            "contact",
            Contact(
                "Ddydd neu nos, pan na allwch fynd adref at rywun",
                "01632 960 024",
                "24 awr, bob dydd o’r flwyddyn",
            ),
        ),
        (
            "contact",
            Contact("Arian, gwaith a hawliau", "01632 960 010", "Dydd Llun i ddydd Gwener, 9am i 5pm"),
        ),
        (
            "contact",
            Contact(
                "Drwy neges destun",
                "07700 900 001",
                "Byddwn yn ateb yr un diwrnod gwaith. Gofalwyr Byddar: dywedwch os hoffech alwad "
                "fideo gyda chyfieithydd ar y pryd.",
            ),
        ),
        ("heading", "Ysgrifennwch neu galwch heibio"),
        (
            "text",
            "Canolfan Gofalwyr Swydd Arlen, 4 Lôn y Gwŷdd, Rhyd Arlen AJ1 2BD. Mae’r drws yn "
            "wastad ac mae dolen sain wrth y ddesg. Ysgrifennwch at "
            "hello@carerpassport-arlenshire.example.",
        ),
        (
            "text",
            "Gallwch hefyd holi yn unrhyw un o lyfrgelloedd Swydd Arlen. Gall y staff dynnu’ch "
            "llun a’ch helpu i wneud cais.",
        ),
        (
            "callout",
            "Os oes bywyd mewn perygl, ffoniwch 999. Am help meddygol na all aros, ffoniwch 111 y GIG.",
        ),
        ("heading", "Dywedwch pan fyddwn ni’n ei chael hi’n anghywir"),
        (
            "text",
            "Siop yn anghwrtais, llythyr yn brifo, neu ninnau’n rhy hir? Dywedwch. Byddwn yn "
            "ateb o fewn 10 diwrnod gwaith, ac yn dweud beth a newidion ni.",
        ),
    ),
)

PAGES: tuple[Page, ...] = (PRIVACY, PRIVACY_YOUNG, ACCESSIBILITY, COOKIES, CARD_TERMS, CONTACT)
