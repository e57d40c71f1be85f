"""Guidance in Welsh: health, school and work. The twin is guidance_en_daily_life.py."""

from __future__ import annotations

from directory.demo.content.types import Contact, Page, Quote

PAGES: tuple[Page, ...] = (
    Page(
        "your-health",
        "Eich iechyd",
        "Rydych chi’n edrych ar ôl rhywun. Mae’r dudalen hon am bwy sy’n edrych ar eich ôl chi.",
        (
            (
                "text",
                "Mae gofalwyr yn gohirio eu hapwyntiadau eu hunain. Maen nhw’n codi pwysau, yn colli "
                "cwsg, yn bwyta ar eu traed. Wedyn maen nhw’n mynd yn sâl, ac mae dau berson mewn "
                "trafferth. Felly nid moethusrwydd yw edrych ar ei ôlch eich hun. Mae’n rhan o’r "
                "gwaith rydych chi’n ei wneud.",
            ),
            ("heading", "Dywedwch wrth eich meddygfa eich bod yn ofalwr"),
            (
                "text",
                "Dyma’r peth mwyaf defnyddiol ar y dudalen hon. Gofynnwch wrth y ddesg iddyn nhw ei "
                "nodi yn eich cofnod. Dangoswch eich pasbort os dymunwch. Unwaith y byddan nhw’n "
                "gwybod, gall y feddygfa:",
            ),
            (
                "list",
                (
                    "cynnig apwyntiadau i chi ar adegau sy’n gweddu i’ch gofalu",
                    "eich gweld chi a’r person rydych chi’n edrych ar ei ôl yn yr un ymweliad",
                    "cynnig archwiliad iechyd i chi, a dweud a gewch chi frechiad ffliw am ddim",
                    "siarad â chi am y gofal rydych chi’n ei roi, os yw’r person rydych chi’n gofalu "
                    "amdano’n cytuno",
                ),
            ),
            ("heading", "Eich cefn"),
            (
                "text",
                "Peidiwch â chodi person ar eich pen eich hun os gallwch osgoi hynny. Gofynnwch i "
                "therapydd galwedigaethol ymweld: byddan nhw’n dod â chanllawiau, cynfasau llithro a "
                "theclynnau codi, ac yn dangos i chi sut i’w defnyddio. Ffoniwch 01632 960 001 ac fe "
                "ofynnwn ni ar eich rhan.",
            ),
            ("heading", "Eich cwsg a’ch hwyliau"),
            (
                "text",
                "Mae nosweithiau di-gwsg yn gwneud popeth yn anoddach. Os ydych wedi teimlo’n isel, "
                "yn bryderus neu’n wag bron bob dydd am 2 wythnos, dywedwch wrth eich meddyg teulu "
                "neu ffoniwch ni. Mae llawer o ofalwyr yn teimlo euogrwydd, dicter neu alar am rywun "
                "sy’n dal yn fyw. Cewch ddweud hynny yma, a fydd neb yn synnu.",
            ),
            (
                "callout",
                "Yn wael iawn y funud hon? Ffoniwch 111 y GIG unrhyw awr a dewiswch iechyd meddwl. "
                "Os oes bywyd mewn perygl, ffoniwch 999.",
            ),
            ("heading", "Yn yr ysbyty"),
            (
                "text",
                "Pan fydd y person rydych chi’n edrych ar ei ôl yn mynd i’r ysbyty, dywedwch wrth y "
                "ward ar y diwrnod cyntaf mai chi yw’r gofalwr. Gofynnwch pwy sy’n trefnu’r mynd "
                "adref, ac ysgrifennwch yr enw. Cewch ddweud beth allwch chi ei wneud pan ddôn nhw "
                "adref, a beth na allwch. Ddylai neb fynd adref at ofal nad ydych chi wedi cytuno "
                "i’w roi.",
            ),
            ("heading", "Pethau bach sy’n gweithio"),
            (
                "list",
                (
                    "Bwytewch pan fyddan nhw’n bwyta, ar eich eistedd.",
                    "Trefnwch eich deintydd a’ch prawf llygaid ar yr un diwrnod â’u rhai nhw.",
                    "Ewch am dro bach unwaith y dydd, hyd yn oed yn y glaw.",
                    "Cadwch un peth yn yr wythnos sydd heb ddim i’w wneud â gofalu.",
                ),
            ),
            (
                "contact",
                Contact(
                    "Canolfan Gofalwyr Swydd Arlen",
                    "01632 960 001",
                    "Gofynnwch am y gweithiwr iechyd. Mae grwpiau’n cwrdd ym mhob un o’r pedair ardal.",
                ),
            ),
        ),
    ),
    Page(
        "young-carers",
        "Gofalwyr ifanc",
        "I ti, os wyt ti dan 18 ac yn helpu rhywun gartref.",
        (
            (
                "text",
                "Wyt ti’n helpu dy fam i godi? Yn gwneud te i dy frodyr am nad oes neb arall all "
                "wneud? Yn aros i mewn fel nad yw Mam-gu ar ei phen ei hun? Wyt ti’n poeni am rywun "
                "tra wyt ti yn yr ysgol? Yna efallai dy fod ti’n ofalwr ifanc. Mae llawer o bobl o’r "
                "un oed â ti. Dydy’r rhan fwyaf byth yn dweud wrth neb.",
            ),
            (
                "text",
                "Nid dy fai di yw bod rhywun yn sâl. Nid ti ddewisodd hyn, a ddylet ti ddim gorfod "
                "gwneud y cyfan. Mae angen amser arnat ti o hyd i’r ysgol, i ffrindiau ac i wneud "
                "dim byd.",
            ),
            ("heading", "Beth mae dy gerdyn yn ei wneud"),
            (
                "list",
                (
                    "Mae’n dweud dy fod ti’n ofalwr ifanc, fel nad oes rhaid i ti esbonio.",
                    "Mae’n rhoi pethau i ti fel dringo am ddim, clwb syrffio, bowlio a boreau gyda’r "
                    "merlod, ac yn aml cei di ddod â ffrind.",
                    "Dydy e byth yn dweud pwy wyt ti’n ei helpu, na beth sy’n bod. Dydy e ddim yn dangos "
                    "dy oed na ble rwyt ti’n byw.",
                    "Mae ganddo olwg blaen, os byddai’n well gen ti i neb sylwi arno.",
                ),
            ),
            ("heading", "Sut i gael un"),
            (
                "text",
                "Gelli di gael cerdyn o 8 oed ymlaen. Os wyt ti’n 14 neu’n hŷn, gelli di ddechrau dy "
                "hun. Bydd oedolyn yn cytuno drwy ddolen a anfonwn ni: rhiant, neu athro neu "
                "weithiwr rwyt ti’n ymddiried ynddo. Os wyt ti dan 14, nhw fydd yn dechrau i ti. Ydy "
                "hi’n anodd gofyn gartref? Ffonia ni, ac fe weithiwn ni allan pwy arall all helpu.",
            ),
            ("heading", "Yn yr ysgol"),
            (
                "text",
                "Gelli di ofyn i athro am fwy o amser i wneud gwaith cartref, am alwad ffôn adref "
                "amser cinio, neu am le tawel. Gelli di ddangos dy gerdyn, neu ein hanfon ni i "
                "siarad â nhw. Ti sy’n dewis beth maen nhw’n ei glywed.",
            ),
            (
                "callout",
                "Os wyt ti neu rywun gartref mewn perygl, ffonia 999. Dyweda dy enw a ble rwyt ti. "
                "Os nad wyt ti’n siŵr a yw’n ddigon difrifol, ffonia 111 y GIG. Fyddi di ddim mewn "
                "trwbl am ofyn.",
            ),
            ("heading", "Fydd dweud wrth rywun yn chwalu fy nheulu?"),
            (
                "text",
                "Dyma beth mae pobl yn poeni fwyaf amdano. Rydyn ni yma i helpu dy deulu i gadw’n "
                "iach gyda’ch gilydd. Pe baen ni ryw bryd yn meddwl nad oedd rhywun yn ddiogel, "
                "byddai’n "
                "rhaid i ni ddweud wrth oedolyn arall, ond bydden ni’n siarad â ti yn gyntaf.",
            ),
            (
                "quote",
                Quote(
                    "Ar ddydd Iau dwi’n dringo. Does neb yno’n gofyn i fi sut mae Mam. Mae’n wych.",
                    "Gofalwr ifanc, 14 oed",
                ),
            ),
            (
                "contact",
                Contact(
                    "Y tîm gofalwyr ifanc",
                    "01632 960 001",
                    "Neu anfona neges destun at 07700 900 001. Dyweda “gofalwr ifanc”. Does dim rhaid i "
                    "ti roi dy enw.",
                ),
            ),
        ),
    ),
    Page(
        "working-and-caring",
        "Gweithio a gofalu",
        "Beth gewch chi ofyn amdano yn y gwaith, a sut i ddechrau’r sgwrs.",
        (
            (
                "text",
                "Mae tua 1 o bob 7 o bobl sy’n gweithio hefyd yn edrych ar ôl rhywun. Mae llawer yn "
                "cuddio hynny, ac yna’n torri eu horiau neu’n gadael. Yn aml, byddai newid bach wedi "
                "bod yn ddigon. Does dim rhaid i chi ddweud wrth eich cyflogwr. Ond os gwnewch chi, "
                "cewch ofyn am fwy.",
            ),
            ("heading", "Beth mae’r gyfraith yn ei roi i weithwyr cyflogedig"),
            (
                "list",
                (
                    "Absenoldeb gofalwr: hyd at 1 wythnos i ffwrdd mewn 12 mis, i roi neu drefnu gofal. "
                    "Mae’n ddi-dâl, ac mae gennych hawl iddo o’r diwrnod cyntaf. Cewch ei gymryd fesul "
                    "hanner diwrnod.",
                    "Amser i ffwrdd pan fydd rhywbeth yn mynd o’i le yn ddirybudd, er enghraifft pan "
                    "fydd gofal yn methu. Mae’n ddi-dâl oni bai bod eich contract yn dweud mwy.",
                    "Yr hawl i ofyn am weithio hyblyg, fel oriau eraill neu rai dyddiau gartref.",
                    "Amddiffyniad: chaiff neb eich trin yn waeth am eich bod yn edrych ar ôl person anabl.",
                ),
            ),
            (
                "text",
                "Os ydych yn hunangyflogedig, neu ar gontract asiantaeth, mae’r rheolau’n wahanol. "
                "Ffoniwch y llinell gyngor cyn newid dim.",
            ),
            ("heading", "Pethau bach sy’n help mawr"),
            (
                "list",
                (
                    "cadw’ch ffôn ar y ddesg",
                    "gwybod y cewch adael ar unwaith os daw’r alwad",
                    "dechrau’n hwyrach pan fydd y gweithiwr gofal yn hwyr",
                    "ystafell ar gyfer galwadau preifat",
                    "cyfnewid shifftiau heb ofyn bob tro",
                ),
            ),
            ("heading", "Dechrau’r sgwrs"),
            (
                "text",
                "Dewiswch ddiwrnod tawel. Gallwch ddweud: “Rwy’n edrych ar ôl Dad. Y rhan fwyaf o "
                "wythnosau dydy hynny ddim yn effeithio ar fy ngwaith. Ambell ddiwrnod, fe fydd. "
                "Dyma beth fyddai’n help.” Dewch ag 1 neu 2 gais, nid 10. Cynigiwch roi cynnig arni "
                "am fis. Yna ysgrifennwch yr hyn y cytunodd y ddau ohonoch arno, gyda dyddiad i "
                "edrych arno eto, fel nad yw rheolwr newydd yn dechrau o’r dechrau.",
            ),
            (
                "callout",
                "Cyn i chi dorri’ch oriau neu roi’r gorau i’ch swydd, ffoniwch 01632 960 010. Gall "
                "newid eich budd-daliadau a’ch pensiwn, ac mae’n anodd ei ddadwneud.",
            ),
            ("heading", "Mynd yn ôl i weithio"),
            (
                "text",
                "Mae gofalu yn eich dysgu i gynllunio, i gadw’n bwyllog ac i ddelio â swyddogion. "
                "Sgiliau yw’r rheini, felly ysgrifennwch nhw i lawr. Mae Dysgu Oedolion Swydd Arlen "
                "yn rhoi cwrs am ddim i ofalwyr bob tymor, a gall y Ganolfan Gofalwyr edrych ar eich "
                "cais am swydd gyda chi.",
            ),
            (
                "contact",
                Contact(
                    "Llinell gyngor y cyngor i ofalwyr", "01632 960 010", "Gofynnwch am y cynghorydd gwaith."
                ),
            ),
        ),
    ),
)
