"""Documents made from the code, so that they cannot be out of date: one command each, and a test that
compares.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation


class DocCommand(BaseCommand):
    """Writes one file under docs/. With `--check` it only compares, and fails when the file is not up to
    date.
    """

    path: str
    text: Callable[[], str]

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="fail when the file is not up to date")

    def handle(self, *args, **options) -> None:
        file = Path(settings.BASE_DIR) / "docs" / self.path
        with translation.override("en"):
            text = type(self).text()
        stored = file.read_text(encoding="utf-8") if file.exists() else ""
        if options["check"]:
            if stored != text:
                raise CommandError(f"docs/{self.path} is not up to date. Run:  manage.py {self.name_of()}")
            return
        file.write_text(text, encoding="utf-8")
        self.stdout.write(f"docs/{self.path} {'is as it was' if stored == text else 'written'}")

    def name_of(self) -> str:
        """The command's name, from its module."""
        return type(self).__module__.rsplit(".", 1)[-1]


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table. Bars inside cells are escaped."""

    def line(cells: list[str]) -> str:
        return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"

    return "\n".join([line(head), "|" + "---|" * len(head), *(line(row) for row in rows)])
