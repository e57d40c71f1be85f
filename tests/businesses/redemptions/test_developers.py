"""`/developers/`: what it says works. Its curl lines and both example clients are run against a live server."""

from __future__ import annotations

import html
import importlib.util
import json
import re
import subprocess
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.conf import settings as project
from django.test import Client
from django.utils import timezone

from businesses.members.models import ApiKey
from businesses.redemptions import api_problems
from businesses.redemptions.models import Redemption, RedemptionVoid, Scan
from businesses.redemptions.services.sandbox import open_sandbox
from tests.factories import AreaFactory

PYTHON = project.BASE_DIR / "examples" / "python" / "carer_passport.py"
JAVASCRIPT = project.BASE_DIR / "examples" / "javascript" / "carer-passport.mjs"


def the_page(path: str = "/developers/") -> str:
    answer = Client().get(path)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.django_db
def test_without_a_test_shop_the_page_says_so_and_shows_no_key():
    page = the_page()
    assert "no test shop yet" in page
    assert "cpk_" not in page


@pytest.mark.django_db
def test_in_both_languages_it_shows_key_cards_and_the_description(area):
    sandbox = open_sandbox()
    for path in ("/developers/", "/cy/developers/"):
        page = the_page(path)
        assert sandbox.secret in page
        assert "/api/v1/openapi.json" in page
        for card in sandbox.cards.values():
            assert card.shown in page
            assert card.address in html.unescape(page)


@pytest.mark.django_db
def test_each_problem_leads_to_its_words():
    page = the_page()
    for status, (name, _title) in api_problems.TITLES.items():
        assert f'id="{name}"' in page, status


@pytest.mark.django_db
def test_the_clients_can_be_taken_from_the_page_and_nothing_else_can():
    for name, path in (("carer_passport.py", PYTHON), ("carer-passport.mjs", JAVASCRIPT)):
        assert Client().get(f"/developers/{name}").content == path.read_bytes()
    assert Client().get("/developers/manage.py").status_code == 404


@pytest.fixture
def site(live_server, settings):
    settings.BASE_URL = live_server.url
    AreaFactory()
    return live_server.url


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.django_db(transaction=True)
def test_every_curl_line_on_the_page_works(site):
    open_sandbox()
    ApiKey.objects.update(created_at=timezone.now() - timedelta(days=1))  # no scan is older than its key
    lines = re.findall(r'<code data-curl="(\w+)">(.*?)</code>', the_page(), re.S)
    answers = {name: json.loads(run("bash", "-c", html.unescape(line))) for name, line in lines}
    assert list(answers) == ["check", "redeem", "refused", "void", "upload"]
    assert answers["upload"]["items"][0]["result"] == "stored"
    sent = Scan.objects.get(offline=True)
    assert timedelta(minutes=59) < timezone.now() - sent.scanned_at < timedelta(minutes=62)
    assert (answers["check"]["status"], answers["check"]["first_name"]) == ("valid", "Test")
    assert answers["redeem"]["accepted"]
    assert answers["refused"]["reason"] == "used_up"
    assert answers["void"]["reason"] == "no_such_redemption"
    line = dict(lines)["void"].replace("4711", str(answers["redeem"]["redemption"]))
    assert json.loads(run("bash", "-c", html.unescape(line)))["voided"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("command", [("python3", str(PYTHON)), ("node", str(JAVASCRIPT))])
def test_each_client_checks_uses_and_takes_back(site, command):
    sandbox = open_sandbox()
    before = Redemption.objects.count()
    said = run(*command, site, sandbox.secret, sandbox.cards["valid"].shown).split("\n")
    assert said[0] == "check: valid"
    assert re.fullmatch(r"redeem: \d+", said[1])
    assert said[2].lower() == "void: true"
    assert Redemption.objects.count() == before + 1
    assert RedemptionVoid.objects.count() == 1
    assert run(*command, site, sandbox.secret, sandbox.cards["expired"].shown).strip() == "check: expired"


class Breaking(BaseHTTPRequestHandler):
    """Passes on to the real server; loses the first answer, and says 503 at the second try."""

    target, seen = "", []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.seen.append(json.loads(body))
        if len(self.seen) == 2:
            self.send_response(503)
            self.send_header("Retry-After", "0")
            self.end_headers()
            return
        done = run(
            "curl", "-s", f"{self.target}{self.path}", "-H", f"Authorization: {self.headers['Authorization']}",
            "-H", "Content-Type: application/json", "-d", body.decode(),
        )  # fmt: skip
        if len(self.seen) == 1:
            self.close_connection = True  # it was recorded, but the till never hears of it
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(done.encode())

    def log_message(self, *args):
        pass


@pytest.fixture
def breaking(site):
    Breaking.target, Breaking.seen = site, []
    server = HTTPServer(("127.0.0.1", 0), Breaking)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def in_python(address: str, secret: str, call: str, *arguments) -> dict:
    spec = importlib.util.spec_from_file_location("carer_passport", PYTHON)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module.CarerPassport(address, secret, wait=0.01), call)(*arguments)


def in_javascript(address: str, secret: str, call: str, *arguments) -> dict:
    script = (
        f'import {{ CarerPassport }} from "{JAVASCRIPT}";'
        f"const till = new CarerPassport({json.dumps(address)}, {json.dumps(secret)}, {{ wait: 0.01 }});"
        f"console.log(JSON.stringify(await till.{call}(...{json.dumps(arguments)})));"
    )
    return json.loads(run("node", "--input-type=module", "-e", script))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("client", [in_python, in_javascript])
def test_a_use_whose_answer_was_lost_counts_once(breaking, client):
    sandbox = open_sandbox()
    before = Redemption.objects.count()
    told = client(
        breaking, sandbox.secret, "redeem", sandbox.cards["valid"].number, sandbox.offers["daily"].pk
    )
    assert told["accepted"]
    assert Redemption.objects.count() == before + 1
    assert len({call["idempotency_key"] for call in Breaking.seen}) == 1
    assert len(Breaking.seen) == 3


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("client", [in_python, in_javascript])
def test_each_client_sends_what_was_scanned_without_a_network_and_it_counts_once(breaking, client):
    sandbox = open_sandbox()
    before = Redemption.objects.count()
    item = {
        "sequence": 1, "key": f"example-{client.__name__}", "purpose": "redeem", "code": sandbox.cards["valid"].code,
        "offer": sandbox.offers["daily"].pk, "scanned_at": timezone.now().isoformat(), "accepted": True,
    }  # fmt: skip
    told = client(breaking, sandbox.secret, "upload", [item])
    assert told["items"][0]["result"] == "stored"
    assert told["items"][0]["repeated"], "the answer to the first try was lost"
    assert Redemption.objects.count() == before + 1


@pytest.mark.django_db(transaction=True)
def test_a_mistake_is_told_and_not_tried_again(site):
    sandbox = open_sandbox()
    with pytest.raises(Exception, match="401") as problem:
        in_python(site, "cpk_wrong", "redeem", "1", 1)
    assert type(problem.value).__name__ == "Problem"
    done = subprocess.run(
        ["node", str(JAVASCRIPT), site, "cpk_wrong", sandbox.cards["valid"].number],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert "401 No till of ours" in done.stderr
