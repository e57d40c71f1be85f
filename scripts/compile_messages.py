"""Compiles locale/*/LC_MESSAGES/*.po to .mo where the .po is newer. With polib, so that no gettext is needed to run."""

from __future__ import annotations

from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]

for po in sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po")):
    mo = po.with_suffix(".mo")
    if not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime:
        polib.pofile(str(po)).save_as_mofile(str(mo))
