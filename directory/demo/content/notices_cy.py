"""The pages that every service owes its users, in Welsh. The twin is notices_en.py."""

from __future__ import annotations

from directory.demo.content.privacy_cy import PRIVACY, PRIVACY_YOUNG
from directory.demo.content.types import Contact, Page

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
                "edrych ar ei ôl.",
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
