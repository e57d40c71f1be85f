"""The .pkpass: opens, is signed so that openssl agrees, carries the static code, says the right things."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from io import BytesIO

import pytest
from django.conf import settings as django_settings
from django.utils import timezone
from PIL import Image

from passport_site.scheme.domain import contrast_ratio
from passport_site.scheme.models import Scheme
from passports.cards import public, services
from passports.cards.domain import numbers
from passports.cards.domain.scanned import parse_scanned
from passports.cards.models import WalletKind, WalletPass
from passports.cards.wallet import bundle, facts
from tests.factories_cards import issued
from tests.passports.cards.wallet.conftest import HTTPS, PASS_TYPE, TEAM
from tests.passports.cards.wallet.phones import made, opened, openssl, pass_in, texts, verified

pytestmark = pytest.mark.django_db


def file_of(card, apple) -> bytes:
    wallet_pass = WalletPass.objects.select_related("card__passport__user").get(pk=made(card).pk)
    return bundle.pkpass(wallet_pass, apple)


@pytest.mark.parametrize("how", ["smime", "cms"])
def test_openssl_verifies_the_signature_from_the_root_alone(card, apple, chain, tmp_path, how):
    done = verified(tmp_path, file_of(card, apple), chain[0] / "root.pem", how)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "said").read_bytes() == (tmp_path / "manifest.json").read_bytes()


def test_openssl_refuses_a_changed_manifest_and_another_root(card, apple, chain, tmp_path):
    """The control: what verifies above can fail."""
    content = file_of(card, apple)
    assert verified(tmp_path, content, chain[0] / "pass.pem").returncode != 0
    (tmp_path / "other").mkdir()
    verified(tmp_path, content, chain[0] / "root.pem")
    changed = (tmp_path / "manifest.json").read_bytes().replace(b"pass.json", b"pass.jsox")
    (tmp_path / "manifest.json").write_bytes(changed)
    done = openssl(
        "smime", "-verify", "-inform", "DER", "-in", str(tmp_path / "signature"), "-content",
        str(tmp_path / "manifest.json"), "-CAfile", str(chain[0] / "root.pem"), "-purpose", "any",
    )  # fmt: skip
    assert done.returncode != 0


def test_the_signature_names_the_leaf_and_the_intermediate_and_the_time(card, apple, tmp_path):
    verified(tmp_path, file_of(card, apple), tmp_path / "none")
    said = openssl(
        "pkcs7", "-inform", "DER", "-in", str(tmp_path / "signature"), "-print_certs", "-noout"
    ).stdout
    assert PASS_TYPE.encode() in said
    assert b"Test WWDR" in said
    printed = openssl("cms", "-cmsout", "-print", "-inform", "DER", "-in", str(tmp_path / "signature")).stdout
    assert b"signingTime" in printed
    assert b"eContent: <ABSENT>" in printed  # detached


def test_the_manifest_lists_every_other_file_by_its_sha1(card, apple):
    archive = opened(file_of(card, apple))
    manifest = json.loads(archive.read("manifest.json"))
    assert set(manifest) == set(archive.namelist()) - {"manifest.json", "signature"}
    assert manifest == {name: hashlib.sha1(archive.read(name)).hexdigest() for name in manifest}


def test_the_code_is_the_static_one_and_a_till_takes_it(card, apple):
    (code,) = pass_in(file_of(card, apple))["barcodes"]
    assert code == {
        "format": "PKBarcodeFormatQR",
        "message": services.address_for(card, live=False),
        "messageEncoding": "iso-8859-1",
        "altText": numbers.display(card.number),
    }
    code["message"].encode("iso-8859-1")
    assert parse_scanned(code["message"], django_settings.CARD_ISSUER_HOST).digits
    check = public.check_code(code["message"], timezone.now())
    assert check.valid
    assert not check.live, "a pass never outranks the live code"


def test_the_pass_says_what_the_card_says_and_no_more(card, apple):
    content = pass_in(file_of(card, apple))
    assert content["passTypeIdentifier"] == PASS_TYPE
    assert content["teamIdentifier"] == TEAM
    assert content["webServiceURL"] == f"{HTTPS}/wallet/apple"
    assert len(content["authenticationToken"]) >= 16
    assert content["sharingProhibited"] is True
    assert content["voided"] is False
    shown = [
        field["value"]
        for part in ("headerFields", "primaryFields", "secondaryFields")
        for field in content["generic"][part]
    ]
    assert shown == [
        f"{card.expires_on:%B %Y}",
        "Gwenllïan Ŵyn-Prydderch",
        numbers.check_code(bytes.fromhex(card.serial)),
        "Carer",
    ]
    whole = json.dumps(content)
    passport = card.passport
    for secret in (
        card.serial,
        str(passport.date_of_birth),
        passport.postcode,
        passport.phone,
        passport.write_to,
    ):
        assert secret not in whole
    assert not [name for name in opened(file_of(card, apple)).namelist() if "thumbnail" in name], "no photo"


def test_the_serial_is_random_and_not_the_cards(card, apple):
    wallet_pass = made(card)
    assert pass_in(file_of(card, apple))["serialNumber"] == wallet_pass.serial
    assert len(wallet_pass.serial) >= 22
    assert card.serial not in wallet_pass.serial
    assert str(card.pk) != wallet_pass.serial


def test_it_expires_at_the_end_of_the_last_day_in_london(apple):
    card = issued()
    type(card).objects.filter(pk=card.pk).update(expires_on=date(2028, 6, 30))
    card.refresh_from_db()
    assert pass_in(file_of(card, apple))["expirationDate"] == "2028-07-01T00:00:00+01:00"


@pytest.mark.parametrize(("main", "discreet"), [("#0f4a4f", False), ("#5b1f4d", False), ("#0f4a4f", True)])
def test_the_words_are_readable_on_the_schemes_colour(card, apple, main, discreet):
    scheme = Scheme.load()
    scheme.main_colour = main
    scheme.save()
    services.change_design(passport=card.passport, discreet=discreet, by=card.passport.user)
    content = pass_in(file_of(card, apple))
    ground, ink, label = (
        "#" + "".join(f"{int(part):02x}" for part in content[name][4:-1].split(","))
        for name in ("backgroundColor", "foregroundColor", "labelColor")
    )
    assert (ground == main) is not discreet
    assert contrast_ratio(ground, ink) >= 7
    assert contrast_ratio(ground, label) >= 7


def test_the_plain_design_says_carer_nowhere(card, apple):
    services.change_design(passport=card.passport, discreet=True, by=card.passport.user)
    scheme = Scheme.load()
    scheme.council_en = "Arlenshire"
    scheme.save()
    content = pass_in(file_of(card, apple))
    visible = json.dumps([content[name] for name in ("organizationName", "description", "logoText")])
    visible += json.dumps(
        [content["generic"][name] for name in ("headerFields", "primaryFields", "secondaryFields")]
    )
    assert "carer" not in visible.lower()


def test_pictures_have_apples_sizes_and_the_schemes_colour(card, apple):
    archive = opened(file_of(card, apple))
    for times, end in ((1, ""), (2, "@2x"), (3, "@3x")):
        icon = Image.open(BytesIO(archive.read(f"icon{end}.png")))
        logo = Image.open(BytesIO(archive.read(f"logo{end}.png")))
        assert icon.size == (29 * times, 29 * times)
        assert logo.size == (50 * times, 50 * times)  # Apple: at most 160 × 50 points
        assert icon.convert("RGB").getpixel((0, 0)) == (0x0F, 0x4A, 0x4F)
        assert len(icon.convert("RGB").getcolors(100_000)) > 1, "the mark is drawn on it"


def test_an_english_reader_with_a_welsh_phone_reads_welsh(card, apple):
    type(card).objects.filter(pk=card.pk).update(expires_on=date(2028, 6, 30))
    card.refresh_from_db()
    content = file_of(card, apple)
    welsh, english = texts(content, "cy"), texts(content, "en")
    assert welsh["Good until"] == "Dilys tan"
    assert welsh["June 2028"] == "Mehefin 2028"
    assert welsh["Check code"] == "Cod gwirio"
    assert english["Check code"] == "Check code"
    shown = pass_in(content)["generic"]
    for part in ("headerFields", "primaryFields", "secondaryFields", "backFields"):
        for field in shown[part]:
            assert field["label"] in welsh, "no label without its Welsh"


def test_a_welsh_reader_reads_welsh_on_any_phone(apple):
    card = issued(language="cy")
    content = file_of(card, apple)
    labels = [field["label"] for field in pass_in(content)["generic"]["secondaryFields"]]
    assert "Cod gwirio" in labels
    assert texts(content, "en")["Cod gwirio"] == "Cod gwirio"
    assert texts(content, "cy")["Cod gwirio"] == "Cod gwirio"


def test_a_young_carer_has_one_too_in_its_own_colour(apple):
    card = issued(kind="young", date_of_birth=date(2011, 3, 1))
    content = pass_in(file_of(card, apple))
    assert [field["value"] for field in content["generic"]["secondaryFields"]][1] == "Young carer"
    assert content["backgroundColor"] == "rgb(246, 176, 44)"
    assert contrast_ratio(Scheme.load().accent_colour, "#1d1a16") >= 4.5
    assert content["foregroundColor"] == "rgb(29, 26, 22)"


def test_of_a_card_that_is_not_good_nothing_personal_is_even_read(card):
    scheme = Scheme.load()
    assert facts.facts_of(card, scheme).name == card.passport.name
    services.report_lost(card=card, by="system:test")
    lost = facts.facts_of(card, scheme)
    assert (lost.name, lost.number, lost.check_code, lost.address, lost.young_colour) == ("", "", "", "", "")


def test_without_https_a_pass_asks_for_no_news(card, apple, settings):
    settings.BASE_URL = "http://localhost:8000"
    content = pass_in(file_of(card, apple))
    assert "webServiceURL" not in content
    assert "authenticationToken" not in content


def test_kinds_are_known_to_the_database(card):
    from django.db import IntegrityError, transaction

    wallet_pass = made(card)
    with pytest.raises(IntegrityError), transaction.atomic():
        WalletPass.objects.create(card=card, kind="paper", serial="x", changed_at=wallet_pass.changed_at)
    with pytest.raises(IntegrityError), transaction.atomic():
        WalletPass.objects.create(
            card=card, kind=WalletKind.APPLE, serial="y", changed_at=wallet_pass.changed_at
        )
