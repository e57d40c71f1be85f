"""Every mail in both languages, as a mail program shows it with its plain text below. A new template joins by itself."""

from __future__ import annotations

from pathlib import Path

from .kinds import Shot

FOLDER = Path(__file__).resolve().parents[2] / "templates" / "mail"
KINDS = sorted(path.stem for path in FOLDER.glob("*.txt") if path.stem != "base")

SHOTS: list[Shot] = [
    Shot(f"mail-{kind}", f"mail:{kind}", also=("narrow",) if kind == "account_code" else ()) for kind in KINDS
]
