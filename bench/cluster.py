"""A PostgreSQL of one's own: made in a temporary folder, with default settings (fsync on), and removed at the end.

For comparisons (compare.py) and for tests that restart a database (tests/businesses/redemptions/faults.py). As root the
programs run as the user `postgres`, because PostgreSQL refuses to run as root.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path


class NoPostgres(Exception):
    """What is missing here to start one, as a sentence."""


def free_port() -> int:
    """A port on this machine that nobody uses at the moment."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def programs() -> Path:
    """The folder of initdb, pg_ctl and pgbench: the newest of Debian's. Raises NoPostgres."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: int(each.parent.name))
    if not folders:
        raise NoPostgres("PostgreSQL's programs are not in /usr/lib/postgresql/*/bin.")
    return folders[-1]


class Cluster:
    """`with Cluster() as cluster:` – started, and stopped and removed at the end."""

    def __init__(self) -> None:
        self.bin = programs()
        self.as_root = os.getuid() == 0
        if self.as_root and not shutil.which("runuser"):
            raise NoPostgres("runuser is missing, and PostgreSQL does not run as root.")
        self.folder = Path(tempfile.mkdtemp(prefix="cp-postgres-"))
        self.data, self.port = self.folder / "data", free_port()

    def __enter__(self) -> Cluster:
        try:
            if self.as_root:
                shutil.chown(self.folder, "postgres")
            self._run(
                "initdb",
                "-D",
                self.data,
                "-U",
                "postgres",
                "-N",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
            )
            self.start()
        except (subprocess.CalledProcessError, LookupError) as problem:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise NoPostgres(f"A PostgreSQL could not be started: {problem}") from problem
        return self

    def __exit__(self, *problem: object) -> None:
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def pid(self) -> int:
        """The process above all others of this PostgreSQL."""
        return int((self.data / "postmaster.pid").read_text().split()[0])

    def url(self, database: str) -> str:
        """What DATABASE_URL holds."""
        return f"postgres://postgres@127.0.0.1:{self.port}/{database}"

    def create(self, database: str) -> str:
        """A new empty database; its DATABASE_URL."""
        self.client("createdb", database)
        return self.url(database)

    def client(self, program: str, *arguments: object) -> str:
        """What one of the programs that talk to the server prints."""
        where = {"PGHOST": "127.0.0.1", "PGPORT": str(self.port), "PGUSER": "postgres"}
        return subprocess.run(
            [self.bin / program, *map(str, arguments)], env=os.environ | where, check=True, capture_output=True,
            text=True,
        ).stdout  # fmt: skip

    def start(self) -> None:
        """Starts it on its port and waits until it answers."""
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
        self._run("pg_ctl", "-D", self.data, "-l", self.folder / "server.log", "-w", "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """`immediate` is what a power cut does: nothing is written down, the next start repairs."""
        if (self.data / "postmaster.pid").exists():
            self._run("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop")

    def pgbench(self, seconds: int, clients: int = 4) -> float:
        """Transactions a second of `pgbench -N`: an update, a select and an insert, each committed to the disk."""
        said = self.client("pgbench", "-N", "-c", clients, "-T", seconds, "bench")
        return float(re.search(r"^tps = ([0-9.]+)", said, re.MULTILINE)[1])

    def _run(self, program: str, *arguments: object) -> None:
        words = [str(self.bin / program), *map(str, arguments)]
        if self.as_root:
            words = ["runuser", "-u", "postgres", "--", *words]
        with (self.folder / "programs.log").open("a") as log:  # a pipe would be held open by the server
            subprocess.run(words, check=True, stdout=log, stderr=log, cwd="/")
