"""One council for tests: its own server, database, keys, and a process that does what its officers do."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = {"DJANGO_SETTINGS_MODULE", "DATABASE_URL", "TEST_DB_SUFFIX", "TEST_ONLY_DATABASE", "CARD_SIGNING_KEY"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Council:
    """One scheme: its server on a port of its own, its database and its keys, and a process that does what its officers do."""

    def __init__(self, folder: Path, database: str):
        self.folder, self.port = folder, free_port()
        folder.mkdir()
        self.host = f"127.0.0.1:{self.port}"
        self.env = {name: value for name, value in os.environ.items() if name not in OURS} | {
            "DJANGO_SETTINGS_MODULE": "passport_site.settings.dev",
            "DATABASE_URL": database,
            "CARD_KEYS_DIR": str(folder / "keys"),
            "CARD_ISSUER_HOST": self.host,
            "BASE_URL": f"http://{self.host}",
            "MEDIA_STORAGE": f"file://{folder / 'media'}",
            "EMAIL_URL": "memory://",
            "DEMO": "false",
            "DEBUG": "false",
            "CACHE_URL": "locmem://",
            "PARTNERS_SECONDS": "1",
        }
        self.log = folder / "access.log"
        self.running: list[subprocess.Popen] = []

    def open(self) -> None:
        """Its tables are made where they are missing; then its office and its server start."""
        self.office = subprocess.Popen(
            [sys.executable, "-c", OFFICE], cwd=ROOT, env=self.env, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self.running.append(self.office)

    def does(self, code: str, **facts: object) -> str:
        """Runs it inside this council's own process and database. What it printed."""
        self.office.stdin.write(json.dumps([code, facts]) + "\n")
        self.office.stdin.flush()
        said, problem = json.loads(self.office.stdout.readline())
        assert problem is None, problem
        return said

    def serve(self) -> None:
        words = "-b", self.host, "--threads", "4", "--access-logfile", str(self.log)
        self.server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "passport_site.wsgi", *words, "--access-logformat", "%(r)s|%(a)s|%(f)s"],
            cwd=ROOT, env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.running.append(self.server)

    def is_served(self) -> None:
        until = time.monotonic() + 90
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"http://{self.host}/health", timeout=5)
                return
            except OSError:
                time.sleep(0.2)
        raise AssertionError("the server did not start")

    def serve_anew(self) -> None:
        end(self.server)
        self.serve()
        self.is_served()

    def asks(self, token: str, path: str, body: dict) -> dict:
        """What a till of this council is told."""
        request = urllib.request.Request(
            f"http://{self.host}/api/v1/{path}",
            json.dumps(body).encode(),
            {"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)


def end(process: subprocess.Popen) -> None:
    """One of ours, by its id."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


OFFICE = """
import contextlib, io, json, sys, traceback
import django
django.setup()
from django.core.management import call_command
from django.db import connection
if "partners_partnerscheme" not in connection.introspection.table_names():  # not a copy of this test run's tables
    call_command("migrate", verbosity=0, stdout=io.StringIO())
for line in sys.stdin:
    code, facts = json.loads(line)
    said, problem = io.StringIO(), None
    with contextlib.redirect_stdout(said):
        try:
            exec(code, dict(facts))
        except BaseException:
            problem = traceback.format_exc()
    print(json.dumps([said.getvalue(), problem]), flush=True)
"""
