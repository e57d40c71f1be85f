"""`make run`'s script on an empty database: it migrates, loads the demo, serves, and says where."""

from __future__ import annotations

import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.journeys.council import free_port

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 180  # seconds, for a busy machine


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as refusal:
        return refusal.code
    except OSError:
        return 0


@pytest.fixture
def served(tmp_path):
    """The script's own server on a free port, with a database and files of its own; its words are in `output`."""
    port, output = free_port(), tmp_path / "output"
    variables = {
        k: v for k, v in os.environ.items() if k not in {"DJANGO_SETTINGS_MODULE", "DEMO", "TEST_DB_SUFFIX"}
    }
    variables |= {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'run.sqlite3'}",
        "MEDIA_STORAGE": f"file://{tmp_path / 'media'}",
        "EMAIL_URL": "memory://",
        "BASE_URL": f"http://localhost:{port}",
        "CARD_ISSUER_HOST": f"localhost:{port}",
    }
    with output.open("w") as words:
        process = subprocess.Popen(
            [str(ROOT / "scripts" / "run.sh"), str(port)], cwd=ROOT, env=variables, stdout=words,
            stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
    until = time.monotonic() + PATIENCE
    while (
        time.monotonic() < until
        and process.poll() is None
        and status_of(f"http://127.0.0.1:{port}/health") != 200
    ):
        time.sleep(0.5)
    yield f"http://127.0.0.1:{port}", output, process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=20)


@pytest.mark.race  # processes of its own; once, beside SQLite's tests
@pytest.mark.skipif(bool(os.environ.get("TEST_ONLY_DATABASE")), reason="runs once, beside SQLite's tests")
def test_one_command_serves_the_demo(served):
    address, output, process = served
    assert process.poll() is None, output.read_text()
    pages = {
        "/": 200,
        "/cy/": 200,
        "/offers/": 200,
        "/apply/": 200,
        "/v": 200,
        "/demo/": 200,
        "/nowhere": 404,
    }
    assert {path: status_of(address + path) for path in pages} == pages
    assert status_of(address + "/static/css/tokens.css") == 200
    assert "Sign in as anybody" in output.read_text()
