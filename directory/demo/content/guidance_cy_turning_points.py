"""Guidance in Welsh: emergencies, endings, and the page for shops. The twin is guidance_en_turning_points.py."""

from __future__ import annotations

from directory.demo.content.types import Contact, Page, Quote

PAGES: tuple[Page, ...] = (
    Page(
        "if-there-is-an-emergency",
        "Os bydd argyfwng",
        "Beth i’w wneud nawr, a chynllun ar gyfer y diwrnod pan na allwch fynd adref.",
        (
            (
                "callout",
                "Oes rhywun wedi’i anafu’n ddifrifol, yn methu anadlu’n iawn neu mewn perygl? "
                "Ffoniwch 999 nawr. Am help meddygol na all aros ond nad yw’n argyfwng, ffoniwch 111 "
                "y GIG.",
            ),
            ("heading", "Os na allwch fynd adref at y person rydych chi’n edrych ar ei ôl"),
            (
                "text",
                "Ffoniwch ein llinell 24 awr. Person sy’n ateb, ddydd a nos. Dywedwch fod rhywun yn "
                "dibynnu arnoch, ble mae’r person hwnnw a than pryd y gall fod ar ei ben ei hun. "
                "Fydd neb yn gofyn i chi brofi dim byd yn gyntaf.",
            ),
            (
                "contact",
                Contact(
                    "Llinell 24 awr i ofalwyr",
                    "01632 960 024",
                    "Bob dydd a nos o’r flwyddyn, gan gynnwys y Nadolig.",
                ),
            ),
            ("heading", "Gwnewch gynllun tra mae pethau’n dawel"),
            (
                "text",
                "Dyma’r gofid sy’n deffro’r rhan fwyaf o ofalwyr: beth ddaw ohonyn nhw os bydd "
                "rhywbeth yn digwydd i fi? Cynllun yw’r ateb. Mae’n cymryd noson, a gallwch ei wneud "
                "gyda ni dros y ffôn.",
            ),
            (
                "list",
                (
                    "Pwy i’w ffonio, yn eu trefn. 2 neu 3 o bobl sydd wedi cytuno. Gofynnwch i bob un, a "
                    "holwch pa oriau sy’n bosibl iddyn nhw.",
                    "Ble mae’r allwedd, a phwy sydd ag un sbâr.",
                    "Tabledi: beth, pryd ac ymhle maen nhw’n cael eu cadw.",
                    "Sut i siarad â’r person rydych chi’n edrych ar ei ôl: beth sy’n tawelu, beth sy’n "
                    "codi ofn.",
                    "Bwyd, diod, a’r hyn na ddylid byth ei roi.",
                    "Anifeiliaid anwes, larymau ac unrhyw beth arall sydd i’w wneud.",
                    "Am ba hyd y gallan nhw fod ar eu pen eu hunain.",
                ),
            ),
            (
                "text",
                "Ysgrifennwch ef i lawr, gyda’r person rydych chi’n edrych ar ei ôl os gallwch. Rhowch "
                "un copi ar yr oergell ac un i bob person ar y rhestr. Edrychwch arno eto bob 6 mis, "
                "a phryd bynnag y bydd y tabledi’n newid.",
            ),
            ("heading", "Os nad oes gennych neb i’w roi ar y rhestr"),
            (
                "text",
                "Gallwch gael cynllun yr un fath. Does gan lawer o bobl ddim teulu gerllaw. Dywedwch "
                "wrthon ni, a bydd y cyngor yn meddwl am y peth gyda chi: pwy allai ddod, sut y "
                "bydden nhw’n mynd i mewn, a beth i’w wneud yn yr oriau cyntaf.",
            ),
            ("heading", "Yn eich pwrs neu’ch waled"),
            (
                "text",
                "Cariwch eich Pasbort Gofalwyr. Os cewch ddamwain, mae’n dweud wrth bobl eich bod yn "
                "edrych ar ôl rhywun a pha rif i’w ffonio. Nid yw’n dweud pwy nac ymhle, felly fydd "
                "neb sy’n dod o hyd iddo yn gwybod bod person gartref ar ei ben ei hun.",
            ),
            (
                "quote",
                Quote(
                    "Torrais fy ngarddwrn yn y farchnad. Un alwad ffôn, ac roedd Mrs Pugh drws nesaf yn "
                    "rhoi ei the i Mam.",
                    "Gofalwr o Farchnad y Twyn",
                ),
            ),
        ),
    ),
    Page(
        "when-caring-changes-or-ends",
        "Pan fydd gofalu’n newid neu’n dod i ben",
        "Maen nhw’n symud, yn gwella, yn marw. Rydych chi’n dal yn bwysig i ni.",
        (
            (
                "text",
                "Mae gofalu’n newid. Mae person yn gwella, neu mae brawd yn cymryd drosodd. Maen "
                "nhw’n symud i gartref gofal. Maen nhw’n marw. Gall pob un o’r rhain eich gadael "
                "gydag amser, rhyddhad a galar nad yw eraill efallai’n ei weld. Mae’r cyfan yn "
                "naturiol.",
            ),
            ("heading", "Eich pasbort"),
            (
                "list",
                (
                    "Os bydd y person rydych chi’n edrych ar ei ôl yn mynd i’r ysbyty neu i gartref gofal, "
                    "rydych chi’n dal yn ofalwr. Cadwch eich cerdyn.",
                    "Os ydych chi’n gofalu llai nag o’r blaen, cadwch eich cerdyn tra na allai "
                    "rhywun ymdopi heb eich help.",
                    "Os yw’r gofalu wedi dod i ben, dywedwch wrthon ni pan fyddwch chi’n barod. Does dim "
                    "brys. Fyddwn ni ddim yn gofyn am y cerdyn yn ôl drwy’r post, a chewch gadw’r un "
                    "print os yw’n golygu rhywbeth i chi.",
                    "Os dechreuwch edrych ar ôl rhywun arall, mae un alwad yn ddigon. Does dim rhaid "
                    "gwneud cais eto.",
                ),
            ),
            ("heading", "Os ydyn nhw wedi marw"),
            (
                "text",
                "Mae’n ddrwg iawn gennym. Does dim angen gwneud dim am y pasbort yr wythnos hon. Pan "
                "fyddwch yn ffonio, dywedwch “mae fy ngofalu wedi dod i ben” ac fe fyddwn ni’n "
                "deall. Byddwn yn eich tynnu oddi ar y llythyrau a fyddai’n brifo, a gallwch ddweud "
                "a hoffech i ni eich ffonio.",
            ),
            (
                "text",
                "Mae croeso i chi ddal ati i ddod i grwpiau’r Ganolfan Gofalwyr. Mae pobl a fu’n "
                "edrych ar ôl rhywun yn gwmni da i’r rhai sy’n dal i wneud, ac i’r gwrthwyneb.",
            ),
            (
                "callout",
                "Mae rhai budd-daliadau’n stopio, ac eraill yn dechrau, pan fydd gofalu’n dod i ben. "
                "Mae ambell un yn para am nifer o wythnosau. Ffoniwch 01632 960 010 cyn llenwi "
                "ffurflenni, a gadewch y cyfrif i ni.",
            ),
            ("heading", "Cartref gofal"),
            (
                "text",
                "Nid rhoi’r ffidil yn y to yw trosglwyddo’r gwaith beunyddiol. Chi sy’n dal i wybod "
                "orau sut maen nhw’n hoffi eu te. Ysgrifennwch dudalen amdanyn nhw i’r staff: eu "
                "henw nhw am bethau, eu cerddoriaeth, beth sy’n gwneud iddyn nhw chwerthin, beth "
                "sy’n codi ofn arnyn nhw.",
            ),
            ("heading", "Beth nawr?"),
            (
                "text",
                "Ar ôl blynyddoedd o wrando am gloch, gall tawelwch fod yn anodd. Rhowch amser iddo. "
                "Pan fyddwch chi’n barod, gall cwrs, nofio neu ychydig oriau o waith fod yn "
                "ddechrau. Mae rhai cyn-ofalwyr yn dod gyda ni i siarad â rhai newydd. Rydych chi’n "
                "gwybod pethau na all yr un daflen eu dweud.",
            ),
            (
                "quote",
                Quote(
                    "Fe ffonion nhw fi 3 mis yn ddiweddarach, pan oedd pawb arall wedi stopio. Wna i "
                    "ddim anghofio hynny.",
                    "Cyn-ofalwr o Gastell Orrin",
                ),
            ),
            (
                "contact",
                Contact(
                    "Canolfan Gofalwyr Swydd Arlen",
                    "01632 960 001",
                    "Gofynnwch am Catrin neu Joel, neu bwy bynnag sy’n codi’r ffôn.",
                ),
            ),
        ),
    ),
    Page(
        "check-a-card-in-ten-seconds",
        "I siopau: sut i wirio cerdyn mewn deg eiliad",
        "Pwyntiwch unrhyw ffôn at y cod. Chwiliwch am y tic. Dyna’r gwiriad.",
        (
            (
                "text",
                "Mae gofalwr yn dangos cerdyn i chi, ar ffôn neu ar bapur. Mae’r ddau’n gyfartal. "
                "Does dim angen ap, til arbennig na hyfforddiant arnoch. Dyma’r deg eiliad.",
            ),
            ("heading", "Gyda ffôn neu lechen eich siop"),
            (
                "list",
                (
                    "Pwyntiwch y camera at y cod sgwâr ac agorwch y ddolen.",
                    "Chwiliwch am air eich siop ar y brig, yr un a ddewisoch chi. Os gwelwch chi ef, "
                    "rydych chi ar y dudalen iawn.",
                    "Chwiliwch am yr arwydd mawr. Mae cylch â thic yn golygu y cewch fynd ymlaen.",
                    "Edrychwch ar y llun a’r cod gwirio 4 nod. Ydyn nhw’n cyfateb i’r cerdyn a’r person?",
                    "Pwyswch “Cofnodi’r defnydd hwn” o dan y cynnig rydych chi’n ei roi. Dyna ni: mae "
                    "wedi’i gyfrif.",
                ),
            ),
            ("heading", "Os na all y camera ei ddarllen"),
            (
                "text",
                "Agorwch dudalen y til a theipiwch rif y cerdyn sydd wedi’i argraffu o dan y cod. "
                "Does dim ots am fylchau na phriflythrennau. Os bydd un llythyren yn anghywir, bydd "
                "y dudalen yn dweud.",
            ),
            ("heading", "Os nad oes signal ar eich ffôn"),
            (
                "text",
                "Edrychwch ar y cerdyn ei hun. Mae gan gerdyn ar ffôn gloc sy’n symud, felly mae "
                "llun llonydd o gerdyn yn ei fradychu ei hun. Mae llun a dyddiad ar gerdyn papur. Os "
                "yw’r ddau’n edrych yn iawn, byddwch yn hael: nid yw paned o de yn werth dadl.",
            ),
            ("heading", "Os nad oes tic"),
            (
                "list",
                (
                    "Mae triongl yn golygu edrych yr eildro. Cymharwch y llun a’r cod gwirio, neu rhowch "
                    "gynnig arall arni mewn munud. Bydd y llinell isod yn dweud pa un.",
                    "Mae arwydd wyth ochr â chroes yn golygu na ellir defnyddio’r cerdyn hwn. Efallai ei "
                    "fod wedi dod i ben, neu fod un mwy newydd wedi cymryd ei le. Dywedwch: “Efallai mai "
                    "eich hen gerdyn yw hwn. Mae’r rhif i’w ffonio arno.”",
                    "Mae “Wedi’i ddefnyddio” yn golygu bod terfyn ar y cynnig. Mae’r dudalen yn dweud "
                    "pryd y gellir ei ddefnyddio eto.",
                ),
            ),
            (
                "callout",
                "Siaradwch yn dawel a pheidiwch byth â chadw’r cerdyn. Hen gerdyn o’r boced anghywir "
                "ydyw fel arfer. Does dim angen i’r ciw wybod bod rhywun yn ofalwr.",
            ),
            ("heading", "Beth i beidio â’i ofyn"),
            (
                "text",
                "Peidiwch â gofyn ar ôl pwy maen nhw’n edrych, beth sydd o’i le arnyn nhw, nac am "
                "gael gweld papurau eraill. Mae’r cyngor eisoes wedi gwirio’r cerdyn. “Fe "
                "dynna i rywbeth oddi ar y pris i chi” yw’r cyfan y mae angen i neb ei glywed.",
            ),
            ("heading", "Beth allwch chi a ni ei weld"),
            (
                "text",
                "Rydych chi’n gweld enw cyntaf, llun a’ch cynigion eich hun. Chewch chi byth restr o "
                "ofalwyr. Rydyn ni’n cyfrif pa mor aml y caiff pob cynnig ei ddefnyddio, er mwyn i "
                "chi wybod beth mae’n ei wneud i chi. Os pwysodd rhywun y botwm anghywir, gallwch ei "
                "ddadwneud o fewn 10 munud.",
            ),
            (
                "contact",
                Contact(
                    "Help i fusnesau",
                    "01632 960 001",
                    "Dewiswch 2. Neu ysgrifennwch at business@carerpassport-arlenshire.example.",
                ),
            ),
        ),
    ),
)
