"""The list of another scheme, fetched from a real server that sends what it likes."""

from __future__ import annotations

import threading
import time
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import call_command
from django.utils import timezone

from passports.cards.public import judge, read_code
from passports.partners import fetching, ring, services
from passports.partners.models import PartnerScheme
from tests.factories_partners import SYSTEM, OtherScheme

pytestmark = pytest.mark.django_db


class Theirs:
    """Their server. `answer` is (status, headers, body); `asked` holds path and headers of each request."""

    def __init__(self):
        theirs = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                theirs.asked.append((self.path, dict(self.headers)))
                status, headers, body = theirs.answer
                if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                    status, body = 304, b""
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                theirs.send(self, body)

            def log_message(self, *_args):
                pass

        self.asked: list = []
        self.wrong = ""
        self.answer: tuple = (404, {}, b"")
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def send(self, handler, body: bytes) -> None:
        if self.wrong == "cut off":
            handler.wfile.write(body[: len(body) // 2])
            handler.connection.close()
        elif self.wrong == "slow":
            for at in range(0, len(body), 16):
                handler.wfile.write(body[at : at + 16])
                handler.wfile.flush()
                time.sleep(0.3)
                if at > 400:
                    return
        else:
            handler.wfile.write(body)

    def says(self, text: str, *, status: int = 200, **headers: str) -> None:
        self.answer = (status, {"Content-Type": "application/json"} | headers, text.encode())


@pytest.fixture
def theirs():
    made = Theirs()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def other(theirs):
    return OtherScheme(host=theirs.host)


@pytest.fixture
def partner(other):
    today = timezone.localdate()
    return services.trust_partner(
        host=other.host, name_en="Northmere", root_key=other.root_key, fingerprint=other.fingerprint, by=SYSTEM,
        trusted_from=today, trusted_until=today + timedelta(days=9),
    )  # fmt: skip


def good(other) -> bool:
    return judge(read_code(other.card()), None, timezone.now()).valid


def test_a_list_is_fetched_and_nothing_is_sent(theirs, other, partner):
    assert not good(other)
    theirs.says(other.text(), ETag='W/"one"')
    came = services.refresh_partner(partner=partner)
    assert (came.news, came.trouble) == (True, "")
    assert good(other)
    ((path, headers),) = theirs.asked
    assert path == "/api/v1/trust"
    assert {"Cookie", "Authorization", "Referer"} & set(headers) == set()


def test_the_same_list_is_not_sent_twice(theirs, other, partner):
    theirs.says(other.text(), ETag='W/"one"')
    services.refresh_partner(partner=partner)
    came = services.refresh_partner(partner=PartnerScheme.objects.get())
    assert (came.news, came.trouble) == (False, "")
    assert theirs.asked[1][1]["If-None-Match"] == 'W/"one"'
    assert good(other)


def test_a_card_that_they_stopped_is_refused_after_the_next_list(theirs, other, partner):
    theirs.says(other.text())
    services.refresh_partner(partner=partner)
    card = other.card(index=77)
    assert judge(read_code(card), None, timezone.now()).valid
    other.stopped.add(77)
    theirs.says(other.text(issued=timezone.now() + timedelta(seconds=1)))
    services.refresh_partner(partner=PartnerScheme.objects.get())
    assert judge(read_code(card), None, timezone.now()).status == "revoked"


def _older(other):
    return other.text(issued=timezone.now() - timedelta(minutes=5))


def _older_keys(other):
    now = timezone.now()
    return other.text(issued=now + timedelta(minutes=5), keys_issued=now - timedelta(days=2))


@pytest.mark.parametrize(
    ("trouble", "sent"),
    [
        ("older", _older),
        ("older", _older_keys),
        ("future", lambda other: other.text(issued=timezone.now() + timedelta(minutes=11))),
        ("not_theirs", lambda other: OtherScheme(host=other.host).text()),
        ("not_theirs", lambda other: other.text().replace('"sequence":1', '"sequence":2')),
        ("not_theirs", lambda other: '{"keys": []}'),
        ("not_theirs", lambda other: other.text(sequence=2**63)),
        ("not_theirs", lambda other: other.text(sequence=-1)),
        ("not_theirs", lambda other: other.text(sequence=float("inf"))),
        ("not_theirs", lambda other: other.text(sequence="7")),
        ("not_theirs", lambda other: other.text(said_issued="0001-01-01T00:00:00+14:00")),
        ("future", lambda other: other.text(keys_issued=timezone.now() + timedelta(days=3650))),
        ("not_theirs", lambda other: "{" * 100_000),
        ("no_list", lambda other: "<html>Sign in to the wi-fi</html>"),
        ("no_list", lambda other: ""),
        ("no_list", lambda other: "{" + " " * (fetching.MOST_BYTES + 1)),
    ],
    ids=range(16),
)
def test_whatever_else_they_send_the_list_we_have_stays(theirs, other, partner, trouble, sent):
    theirs.says(other.text())
    services.refresh_partner(partner=partner)
    theirs.says(sent(other))
    came = services.refresh_partner(partner=PartnerScheme.objects.get())
    assert came.trouble == trouble
    assert PartnerScheme.objects.get().trouble == trouble
    assert good(other)


@pytest.mark.parametrize(("status", "trouble"), [(500, "unreachable"), (404, "no_list"), (302, "no_list")])
def test_an_error_or_a_redirect_is_not_followed(theirs, other, partner, status, trouble):
    theirs.says(other.text(), status=status, Location=f"http://{theirs.host}/elsewhere")
    assert services.refresh_partner(partner=partner).trouble == trouble
    assert len(theirs.asked) == 1


def test_nobody_answers(theirs, other, partner):
    theirs.server.shutdown()
    theirs.server.server_close()
    assert services.refresh_partner(partner=partner).trouble == "unreachable"
    row = PartnerScheme.objects.get()
    assert row.asked_at is not None
    assert row.answered_at is None


def test_the_command_asks_all_and_one_that_fails_does_not_stop_the_others(theirs, other, partner, capsys):
    theirs.says(other.text())
    today = timezone.localdate()
    broken = OtherScheme(host="127.0.0.1:11")
    services.trust_partner(
        host=broken.host, name_en="Gone", root_key=broken.root_key, fingerprint=broken.fingerprint, by=SYSTEM,
        trusted_from=today, trusted_until=today,
    )  # fmt: skip
    with pytest.raises(SystemExit):
        call_command("refresh_partners")
    said = capsys.readouterr()
    assert "a new list" in said.out
    assert "127.0.0.1:11" in said.err
    assert good(other)


@pytest.mark.parametrize("wrong", ["cut off", "no gzip", "slow"])
def test_a_broken_server_is_unreachable_and_holds_nobody_up(theirs, other, partner, monkeypatch, wrong):
    monkeypatch.setattr(fetching, "SECONDS", 1)
    monkeypatch.setattr(fetching, "IN_ALL", 1)
    theirs.says(other.text())
    if wrong == "no gzip":
        theirs.says(other.text(), **{"Content-Encoding": "gzip"})
    theirs.wrong = wrong
    began = time.monotonic()
    assert services.refresh_partner(partner=partner).trouble == "unreachable"
    assert time.monotonic() - began < 8


def test_a_number_that_nobody_reaches_does_not_lock_them_out(theirs, other, partner):
    """Whoever stole an issuing key published it; then they made a new list of keys with the root key."""
    now = timezone.now()
    theirs.says(other.text(sequence=2**63 - 1, keys_issued=now - timedelta(days=3)))
    assert services.refresh_partner(partner=partner).trouble == ""
    theirs.says(other.text(keys_issued=now))
    came = services.refresh_partner(partner=PartnerScheme.objects.get())
    assert (came.news, came.trouble) == (True, "")


def test_a_list_can_be_thrown_away(theirs, other, partner):
    theirs.says(other.text(sequence=2**63 - 1))
    services.refresh_partner(partner=partner)
    theirs.says(_older(other))
    assert services.refresh_partner(partner=PartnerScheme.objects.get()).trouble == "older"
    services.forget_list(partner=PartnerScheme.objects.get(), by=SYSTEM)
    assert not good(other)
    assert services.refresh_partner(partner=PartnerScheme.objects.get()).trouble == ""
    assert good(other)


def test_memory_holds_one_list_of_each_scheme(theirs, other, partner):
    for number in range(4):
        theirs.says(other.text(issued=timezone.now() + timedelta(seconds=number)))
        services.refresh_partner(partner=PartnerScheme.objects.get())
        ring._kept = None  # as when half a minute has passed in another process
        ring.schemes()
    assert len(ring._opened) == 1
