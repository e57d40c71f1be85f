"""Lays out a page description as a tagged PDF (PDF/UA-1). It knows nothing of cards, and loads no Django.

So a process that only lays out is small (60 MB instead of 170) and starts quickly: large batches run several.
WeasyPrint may read our own fonts and nothing else: no network, no other file, whatever a name or an address
contains.
"""

from __future__ import annotations

import atexit
import functools
import gc
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

BASE = "print-base.css"


@dataclass(frozen=True, slots=True)
class Copy:
    """What is to be laid out: HTML, the stylesheet’s file, and drawings by the address the HTML calls them."""

    html: str
    stylesheet: str
    drawings: Mapping[str, Any] = field(default_factory=dict)


def typeset(copy: Copy) -> bytes:
    """The PDF. Fonts and stylesheet are read once in each process."""
    page, stylesheet, fonts, fetcher = press(copy.stylesheet)
    out = BytesIO()
    page(string=copy.html, url_fetcher=fetcher).write_pdf(
        out, stylesheets=[stylesheet], font_config=fonts, pdf_variant="pdf/ua-1", cache=dict(copy.drawings)
    )
    gc.collect()  # boxes point at each other: without this the next letters lie in memory beside these
    return out.getvalue()


@functools.cache
def press(stylesheet: str) -> tuple[Any, Any, Any, Any]:
    """The class of a page, its stylesheet and fonts, and a fetcher that reads data addresses and our fonts only."""
    from weasyprint import CSS, HTML  # here, because it loads Pango: 40 MB that only workers who print need
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    path = Path(stylesheet)
    ours = (path.parent.parent / "fonts").as_uri() + "/"

    class OnlyOurs(URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith(("data:", ours)) or ".." in url:
                raise ValueError("A printed page may not load this.")
            return super().fetch(url, headers)

    base = CSS(filename=str(path.with_name(BASE)))

    class Page(HTML):
        def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
            return [base]

    atexit.register(press.cache_clear)  # WeasyPrint’s fonts must go before the interpreter takes itself apart
    fonts, fetcher = FontConfiguration(), OnlyOurs(allowed_protocols={"data", "file"}, allow_redirects=False)
    return Page, CSS(filename=str(path), font_config=fonts, url_fetcher=fetcher), fonts, fetcher
