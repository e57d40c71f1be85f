"""Guidance in Welsh: finding out, what the card gives, applying. The twin is guidance_en_joining.py."""

from __future__ import annotations

from directory.demo.content.types import Contact, Page, Quote

PAGES: tuple[Page, ...] = (
    Page(
        "am-i-a-carer",
        "Ydw i’n ofalwr?",
        "Os na allai rhywun ymdopi heb eich help, ydych. A dydych chi ddim ar eich pen eich hun.",
        (
            (
                "text",
                "Efallai nad ydych chi’n arfer y gair. Dydy’r rhan fwyaf o bobl sy’n edrych ar ôl "
                "rhywun ddim. “Dim ond ei merch hi ydw i,” medden nhw, neu “mae e’n ffrind, byddai "
                "unrhyw un yn ei wneud”. Ond os na allai ffrind, perthynas neu gymydog ymdopi heb "
                "eich help, rydyn ni’n eich galw’n ofalwr, ac i chi y mae’r Pasbort Gofalwyr.",
            ),
            ("heading", "Efallai eich bod yn ofalwr os ydych chi’n"),
            (
                "list",
                (
                    "mynd â’ch mam i’w hapwyntiadau ac yn cofio beth ddywedodd y meddyg",
                    "coginio, golchi neu siopa dros rywun na all wneud hynny ei hun",
                    "trefnu tabledi, ffurflenni, biliau neu alwadau ffôn i rywun",
                    "codi yn y nos am fod rhywun yn ofnus, yn sâl neu mewn perygl o gwympo",
                    "magu plentyn sydd angen llawer mwy o help nag eraill o’r un oed",
                    "cadw llygad ar rywun am eich bod yn poeni am ei iechyd meddwl neu ei yfed",
                    "helpu gartref cyn mynd i’r ysgol, er mwyn i riant allu dod drwy’r dydd",
                ),
            ),
            (
                "text",
                "Does dim ots a ydych chi’n byw gyda’ch gilydd neu 20 milltir ar wahân. Does dim ots "
                "ai bob dydd neu ar benwythnosau y byddwch chi’n gofalu, a ydych chi’n rhannu’r "
                "gwaith gyda’ch chwaer, neu a ydych chi’n cael budd-dal. Does dim angen caniatâd neb "
                "arnoch i’ch galw’ch hun yn ofalwr.",
            ),
            (
                "quote",
                Quote(
                    "Roeddwn i’n meddwl bod gofalwyr yn gwisgo iwnifform. Dim ond helpu Dad oeddwn i. "
                    "Wedyn gofynnodd rhywun pwy fyddai’n ei wneud pe bawn i’n stopio.",
                    "Gofalwr o Skelderby, sy’n edrych ar ôl ei thad",
                ),
            ),
            ("heading", "I bwy nad yw’r pasbort"),
            (
                "text",
                "Os mai gofalu yw eich swydd gyflogedig, neu os ydych yn gwirfoddoli drwy elusen, "
                "nid i chi y mae’r pasbort. Os ydych yn cael eich talu am rai o’r oriau ac yn rhoi’r "
                "gweddill am ddim i’ch teulu eich hun, gofynnwch i ni. Yn aml, mae’n iawn.",
            ),
            (
                "callout",
                "Mae tua 4.7 miliwn o bobl yn Lloegr yn rhoi gofal di-dâl. Bu llawer yn aros am "
                "flynyddoedd cyn darganfod bod help ar gael. Gallwch chi ddechrau heddiw.",
            ),
            ("heading", "Ddim yn siŵr?"),
            (
                "text",
                "Ffoniwch ni a dywedwch sut wythnos a gawsoch. Fyddwn ni ddim yn gofyn am enwau. Fe "
                "ddywedwn ni a ddylech wneud cais, a beth arall sydd ar gael i chi, hyd yn oed os "
                "ydych yn byw y tu allan i Swydd Arlen.",
            ),
            (
                "contact",
                Contact(
                    "Canolfan Gofalwyr Swydd Arlen",
                    "01632 960 001",
                    "Dydd Llun i ddydd Gwener, 9am i 6pm, a dydd Sadwrn, 10am i 1pm",
                ),
            ),
        ),
    ),
    Page(
        "what-the-passport-gives-you",
        "Beth mae’r pasbort yn ei roi i chi",
        "Un cerdyn sy’n dweud eich bod yn edrych ar ôl rhywun, ac sy’n agor ambell ddrws.",
        (
            (
                "text",
                "Mae’r Pasbort Gofalwyr am ddim. Un cerdyn ydyw, ar eich ffôn neu ar bapur, ac mae’r "
                "ddau cystal â’i gilydd. Mae’n dangos eich llun, eich enw, rhif y cerdyn a’r dyddiad "
                "y daw i ben. Fydd e byth yn dangos ar ôl pwy rydych chi’n edrych, na pham.",
            ),
            ("heading", "Mewn siopau a chaffis ac ar y bws"),
            (
                "text",
                "Mae tua 60 o fusnesau a gwasanaethau’r cyngor yn Swydd Arlen yn rhoi rhywbeth i "
                "ofalwyr. Mae rhai’n gostwng y pris. Mae eraill yn rhoi diod am ddim, ystafell "
                "dawel, lle ar flaen y ciw neu ffi nad oes rhaid i chi ei thalu. Chwiliwch yn ôl "
                "ardal neu fath cyn mynd allan. Mae pob cynnig yn dweud a allwch chi ei ddefnyddio "
                "ar eich pen eich hun, neu pan fyddwch chi gyda’r person rydych chi’n edrych ar ei ôl.",
            ),
            ("heading", "Pan fydd angen i rywun eich credu"),
            (
                "text",
                "Gallwch ddangos y cerdyn wrth nôl tabledi, wrth ddod i ward neu wrth ofyn am "
                "apwyntiad sy’n gweddu i’ch gofalu. Nid yw’r cerdyn yn rhoi hawl i chi weld nodiadau "
                "neb. Mae’n arbed i chi esbonio popeth o’r dechrau bob tro.",
            ),
            ("heading", "Beth all siop ei weld"),
            (
                "list",
                (
                    "Mae unrhyw ffôn sy’n sganio’ch cerdyn yn gweld a yw’n ddilys, a than pryd. Dyna’r "
                    "cyfan.",
                    "Mae siop sydd wedi ymuno hefyd yn gweld eich enw cyntaf, eich llun a’i chynigion ei "
                    "hun.",
                    "Does yr un siop yn gweld eich cyfeiriad, eich oed, nac ar ôl pwy rydych chi’n edrych.",
                    "Cyfansymiau mae siopau’n eu cael, byth restr o bobl.",
                ),
            ),
            ("heading", "Newyddion a chlust i wrando"),
            (
                "text",
                "Wrth wneud cais, chi sy’n dewis a gaiff y Ganolfan Gofalwyr ysgrifennu atoch am "
                "help, digwyddiadau a seibiannau. Cewch ddweud na a chael y cerdyn yr un fath. Cewch "
                "newid eich meddwl unrhyw ddiwrnod.",
            ),
            (
                "callout",
                "Wedi colli’ch cerdyn? Rhowch wybod ar-lein neu ffoniwch 01632 960 001. Fe’i stopiwn "
                "ar unwaith, a bydd cod newydd ar eich cerdyn newydd.",
            ),
            ("heading", "Pa mor hir mae’n para"),
            (
                "text",
                "Mae pasbort yn ddilys am 24 mis. Fe ysgrifennwn ni atoch cyn iddo ddod i ben, a "
                "gallwch ei adnewyddu’n gynnar. Bydd y dyddiadau newydd yn dilyn yr hen rai, felly "
                "fydd dim bwlch.",
            ),
            (
                "quote",
                Quote(
                    "Mae’r arian oddi ar y pris yn braf. Ond y tro cyntaf, dywedodd y fenyw wrth y til "
                    "“mae’n dawel draw fan’na, eisteddwch faint fynnoch chi”. Dyna dwi’n ei gofio.",
                    "Gofalwr o Gullsea, sy’n edrych ar ôl ei brawd",
                ),
            ),
            (
                "contact",
                Contact(
                    "Canolfan Gofalwyr Swydd Arlen",
                    "01632 960 001",
                    "Am gwestiynau am eich cerdyn, neu i gael un ar bapur.",
                ),
            ),
        ),
    ),
    Page(
        "how-to-apply",
        "Sut i wneud cais",
        "Rhyw ddeng munud, ar-lein, dros y ffôn, ar bapur neu wrth ddesg.",
        (
            (
                "text",
                "Mae’r rhan fwyaf o bobl yn gorffen mewn llai na deng munud. Gallwch stopio unrhyw "
                "bryd, a dal ati’n nes ymlaen neu ar ffôn neu gyfrifiadur arall. Rydyn ni’n cadw’ch "
                "atebion, felly does dim angen brysio.",
            ),
            ("heading", "Beth rydyn ni’n ei ofyn"),
            (
                "list",
                (
                    "eich enw, eich dyddiad geni a’ch cod post",
                    "sut i gysylltu â chi: e-bost, ffôn neu bost",
                    "ar ôl pwy rydych chi’n edrych, tua faint yw eu hoed ac ymhle maen nhw’n byw",
                    "tua faint o oriau rydych chi’n eu rhoi, ac ers pryd",
                    "llun o’ch wyneb, ar gyfer y cerdyn",
                    "un peth sy’n dangos eich bod yn edrych ar ôl rhywun",
                ),
            ),
            (
                "text",
                "Fyddwn ni ddim yn gofyn beth sydd o’i le ar y person rydych chi’n edrych ar ei ôl. "
                "Cewch ddweud os yw hynny o help i chi, ond does byth raid.",
            ),
            ("heading", "Dangos i ni eich bod yn edrych ar ôl rhywun"),
            (
                "text",
                "Dewiswch yr hawsaf: llythyr am fudd-dal, nodyn gan weithiwr proffesiynol neu’r "
                "Ganolfan Gofalwyr, neu god gan eich meddygfa neu’ch ysgol. Os nad oes gennych yr un "
                "o’r rhain, dywedwch wrthon ni yn eich geiriau eich hun ac efallai y byddwn yn eich "
                "ffonio. Fydd dim rhaid i neb dalu am brawf.",
            ),
            ("heading", "Eich llun"),
            (
                "text",
                "Defnyddiwch eich ffôn, neu lanlwythwch lun sydd gennych. Dim ond chi, yn wynebu’r "
                "camera, mewn golau da. Mae gorchudd pen y byddwch bob amser yn ei wisgo yn iawn. "
                "Dim camera? Gallwn dynnu’r llun wrth ddesg, neu gallwch bostio un aton ni.",
            ),
            (
                "callout",
                "Dan 18 oed? Gallwch gael pasbort o 8 oed ymlaen. Bydd rhiant, gwarcheidwad, athro "
                "neu weithiwr yn cytuno drwy ddolen a anfonwn atyn nhw. Os ydych chi dan 14, nhw "
                "sy’n dechrau’r cais i chi.",
            ),
            ("heading", "Beth sy’n digwydd nesaf"),
            (
                "list",
                (
                    "Cewch gyfeirnod gennym. Cadwch ef nes i’ch cerdyn ddod.",
                    "Person fydd yn darllen yr hyn a anfonoch. Does yr un cyfrifiadur yn dweud na.",
                    "Ein nod yw ateb mewn 10 diwrnod gwaith. Os bydd rhywbeth ar goll, fe ddywedwn ni’n "
                    "union beth.",
                    "Os ie yw’r ateb, bydd eich cerdyn ar eich ffôn yr un diwrnod, neu wedi’i argraffu "
                    "a’i bostio atoch.",
                    "Os na yw’r ateb, fe ddywedwn ni pam, beth arall sydd ar gael, a sut i ofyn i ni "
                    "edrych eto.",
                ),
            ),
            ("heading", "Dim rhyngrwyd, neu ddim heddiw?"),
            (
                "text",
                "Ffoniwch ni ac fe’i llenwn gyda’n gilydd, yn Gymraeg neu’n Saesneg, neu anfonwn y "
                "ffurflen atoch mewn print bras. Gallwch hefyd ddod i unrhyw un o lyfrgelloedd Swydd "
                "Arlen: mae gan y staff lechen yn barod.",
            ),
            (
                "contact",
                Contact(
                    "Gwneud cais dros y ffôn",
                    "01632 960 001",
                    "Dywedwch “Pasbort Gofalwyr”. Gallwn eich ffonio’n ôl, fel na fydd yr alwad yn "
                    "costio dim i chi.",
                ),
            ),
        ),
    ),
)
