"""The page that shows what `make shots` photographed, problems first."""

from __future__ import annotations

import html
from collections import defaultdict
from pathlib import Path

STYLE = (
    "body{font:16px sans-serif;margin:2rem}img{height:420px;max-width:640px;object-fit:contain;object-position:top;"
    "border:1px solid #999;margin:4px;vertical-align:top}nav{columns:6}h2{margin-top:3rem}"
)


def write(out: Path, names: list[str], problems: list[str]) -> int:
    """Writes index.html for all pictures that are there, in the list's order. Returns how many there are."""
    found: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(out.glob("*-*-*.png")):
        found[path.stem.split("-", 2)[2]].append(path)
    rows, links = [], []
    for name in names:
        pictures = "".join(
            f'<a href="{path.name}"><img src="{path.name}" alt="{html.escape(path.stem)}" loading="lazy"></a>'
            for path in found[name]
        )
        links.append(f'<div><a href="#{name}">{html.escape(name)}</a></div>')
        rows.append(f'<h2 id="{name}">{html.escape(name)}</h2><div>{pictures}</div>')
    wrong = "".join(f"<li>{html.escape(problem)}</li>" for problem in problems) or "<li>none</li>"
    (out / "index.html").write_text(
        f"<!doctype html><html lang=en><meta charset=utf-8><title>Shots</title><style>{STYLE}</style>"
        f"<h1>Problems</h1><ul>{wrong}</ul><nav>{''.join(links)}</nav>{''.join(rows)}"
    )
    return sum(len(found[name]) for name in names)
