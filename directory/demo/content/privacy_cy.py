"""How we look after information, for adults and for young people, in Welsh. The twin is privacy_en.py."""

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
                "am bobl sydd wrth y til mewn siop sy’n dymuno hynny: llythrennau cyntaf eu henw wrth ymyl "
                "y defnyddiau a gofnodon nhw, am 13 mis, i berchennog y siop",
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
                "Cais y dechreuoch chi ond nad anfonoch chi: 90 diwrnod.",
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
