"""Guidance in Welsh: money and breaks. The twin is guidance_en_money_and_rest.py."""

from __future__ import annotations

from directory.demo.content.types import Contact, Page, Quote

PAGES: tuple[Page, ...] = (
    Page(
        "money-and-benefits",
        "Arian a budd-daliadau",
        "Mae llawer o ofalwyr yn colli arian sy’n ddyledus iddyn nhw. Gall un alwad wirio’r cyfan.",
        (
            (
                "text",
                "Mae gofalu’n costio: gwres, tacsis, golchi, oriau gwaith na allwch eu gwneud. Mae "
                "help ar gael, ond mae’r rheolau’n wahanol i bob un, a gall un budd-dal newid un "
                "arall. Felly holwch cyn hawlio. Mae ein llinell gyngor yn gwneud hyn bob dydd, am "
                "ddim ac yn gyfrinachol.",
            ),
            (
                "contact",
                Contact(
                    "Llinell gyngor y cyngor i ofalwyr",
                    "01632 960 010",
                    "Dydd Llun i ddydd Gwener, 9am i 5pm. Yn Gymraeg hefyd.",
                ),
            ),
            ("heading", "Holwch ni am y rhain"),
            (
                "list",
                (
                    "Lwfans Gofalwr. I bobl sy’n gofalu am 35 awr yr wythnos neu fwy, am rywun sy’n cael "
                    "budd-dal anabledd. Mae terfyn ar yr hyn y cewch ei ennill.",
                    "Elfen gofalwr y Credyd Cynhwysol. Swm ychwanegol, os ydych eisoes yn cael Credyd "
                    "Cynhwysol neu y gallech ei gael.",
                    "Credyd Gofalwr. Mae hwn yn llenwi bylchau yn eich cofnod Yswiriant Gwladol, os "
                    "ydych yn gofalu am o leiaf 20 awr yr wythnos. Gall warchod eich Pensiwn y "
                    "Wladwriaeth.",
                    "Treth Gyngor. Mae gostyngiadau i rai pobl sy’n byw gyda’r person maen nhw’n gofalu "
                    "amdano.",
                    "Budd-daliadau i’r person rydych chi’n edrych ar ei ôl. Yn aml, dyma’r un cyntaf i’w "
                    "wirio, am fod eraill yn dilyn ohono.",
                ),
            ),
            (
                "callout",
                "Gall budd-dal i chi ostwng budd-dal y person rydych chi’n edrych ar ei ôl. Siaradwch "
                "â’r llinell gyngor cyn anfon ffurflen hawlio.",
            ),
            ("heading", "Os ydych yn cael Pensiwn y Wladwriaeth"),
            (
                "text",
                "Efallai y cewch glywed na ellir talu Lwfans Gofalwr i chi ar ei ben. Gall fod yn "
                "werth gofyn yr un fath, am y gall arwain at fwy o help gyda phethau eraill. Bydd y "
                "llinell gyngor yn gweithio’r cyfan allan gyda chi.",
            ),
            ("heading", "Os yw arian yn brin yr wythnos hon"),
            (
                "text",
                "Dywedwch wrthon ni. Rydyn ni’n gwybod am help gyda bwyd, tanwydd a gwisg ysgol, ac "
                "yn aml gallwn ei drefnu yr un diwrnod. Fydd neb yn meddwl llai ohonoch. Mae llawer "
                "yn dweud y bydden nhw wedi hoffi ffonio’n gynt.",
            ),
            ("heading", "Cyn i chi ffonio"),
            (
                "text",
                "Dewch o hyd i’ch rhif Yswiriant Gwladol, faint sy’n dod i mewn ac yn mynd allan "
                "mewn mis, ac enwau unrhyw fudd-daliadau mae’r ddau ohonoch yn eu cael. Os na allwch "
                "gael hyd i’r cyfan, ffoniwch beth bynnag. Mae’r rheolau a’r symiau’n newid bob mis "
                "Ebrill, felly am y ffigurau diweddaraf edrychwch ar GOV.UK neu gofynnwch i ni.",
            ),
            (
                "quote",
                Quote(
                    "Aeth hi drwyddo fesul llinell heb ochneidio unwaith. Doeddwn i ddim wedi hawlio’r "
                    "un geiniog mewn 6 blynedd.",
                    "Gofalwr o Lwydfarch, sy’n edrych ar ôl ei wraig",
                ),
            ),
        ),
    ),
    Page(
        "taking-a-break",
        "Cael seibiant",
        "Mae gorffwys yn rhan o ofalu. Dyma sut mae eraill yn cael awr, diwrnod neu wythnos.",
        (
            (
                "text",
                "All neb edrych ar ôl rhywun ddydd a nos am flynyddoedd heb seibiant. Nid yw bod "
                "eisiau un yn golygu eich bod yn eu caru’n llai. Dyna sy’n gwneud yfory’n bosibl. "
                "Dechreuwch yn fach: mae awr yn cyfrif.",
            ),
            ("heading", "Awr"),
            (
                "list",
                (
                    "Gadewch eich ffôn wrth ddesg rhywle sy’n gwybod eich bod yn ofalwr, a gadewch iddyn "
                    "nhw wrando amdano.",
                    "Cyfnewidiwch awr gyda gofalwr arall. Gall y Ganolfan Gofalwyr eich helpu i ddod o "
                    "hyd i rywun y gallwch ymddiried ynddo.",
                    "Defnyddiwch gynnig sy’n dweud “ar eich pen eich hun”. Ar gyfer hyn yn union y mae.",
                    "Eisteddwch wrth y bwrdd gweu, yn ystafell dawel y llyfrgell neu ar lan y môr, a "
                    "gwneud dim byd.",
                ),
            ),
            ("heading", "Diwrnod"),
            (
                "text",
                "Gall clybiau dydd, gwasanaethau eistedd a chanolfannau dydd fod gyda’r person "
                "rydych chi’n edrych ar ei ôl tra byddwch chi’n cysgu, yn gweld ffrindiau neu’n mynd "
                "i’ch apwyntiadau eich hun. Mae rhai am ddim. Mae gan y Ganolfan Gofalwyr restr "
                "fesul ardal, a gall ddod i’ch cartref i sgwrsio am beth fyddai’n gweddu i’r person "
                "rydych chi’n edrych ar ei ôl.",
            ),
            ("heading", "Wythnos"),
            (
                "text",
                "Gall y cyngor helpu i dalu am seibiannau hirach, os yw gofalu’n cymryd llawer allan "
                "ohonoch. Mae hyn yn dechrau gydag asesiad gofalwr. Sgwrs am eich bywyd ydyw, nid "
                "prawf, a gall pob gofalwr ofyn am un. Does dim rhaid gofalu am unrhyw nifer o "
                "oriau, a does dim rhaid i’r person rydych chi’n edrych ar ei ôl gytuno.",
            ),
            (
                "contact",
                Contact(
                    "Gofyn am asesiad gofalwr",
                    "01632 960 001",
                    "Neu gofynnwch mewn unrhyw apwyntiad gyda nyrs, meddyg neu weithiwr cymdeithasol.",
                ),
            ),
            ("heading", "Os nad ydyn nhw eisiau neb arall"),
            (
                "text",
                "Mae hyn yn gyffredin iawn. Gadewch i’r person newydd ddod am baned yn gyntaf, a "
                "chithau yno. Dywedwch mai help i chi yw e, nid iddyn nhw. Dechreuwch gyda hanner "
                "awr, ewch allan i’r ardd a dewch yn ôl. Rhowch ail gynnig arni, hyd yn oed os aeth "
                "y tro cyntaf o chwith.",
            ),
            (
                "callout",
                "Os ydych chi’n meddwl “alla i ddim gwneud hyn mwyach”, ffoniwch ni yr un diwrnod. "
                "Os ydych chi’n ofni y gallech niweidio’ch hun neu rywun arall, ffoniwch 999, neu "
                "ffoniwch 111 y GIG a gofyn am help iechyd meddwl.",
            ),
            (
                "quote",
                Quote(
                    "Deugain munud mewn pwll cynnes, unwaith yr wythnos. Mae fy chwaer yn dweud fy mod "
                    "i’n chwerthin eto.",
                    "Gofalwr o Hafan Merrow, sy’n edrych ar ôl ei fam",
                ),
            ),
        ),
    ),
)
