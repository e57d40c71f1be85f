"""Draws a till barcode: one white panel and one path of bars, sharp at any size, with nothing else in it."""

from __future__ import annotations

from itertools import groupby

from django.utils.html import escape
from django.utils.safestring import SafeString

from .domain.barcodes import modules

WIDE = 240
"""From here on the bars would be too fine across a phone: they are drawn from top to bottom, along its length."""
ACROSS, ALONG = 0.42, 0.3
"""How long the bars are beside the length of the code."""


def is_turned(kind: str, text: str) -> bool:
    """Whether it is drawn from top to bottom, so that a phone is held on its side."""
    return len(modules(kind, text)) > WIDE


def barcode_svg(kind: str, text: str, *, label: str) -> SafeString:
    """The code as an SVG without a size of its own; always black on white, so that dark mode cannot turn it round."""
    bars = modules(kind, text)
    length, turned = len(bars), len(bars) > WIDE
    depth = round(length * (ALONG if turned else ACROSS))
    width, height = (depth, length) if turned else (length, depth)
    parts, at = [], 0
    for bar, run in groupby(bars):
        size = len(list(run))
        if bar == "1":
            parts.append(
                f"M0 {at}h{depth}v{size}h-{depth}z" if turned else f"M{at} 0h{size}v{depth}h-{size}z"
            )
        at += size
    return SafeString(  # digits and our own words only; the label is escaped
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" shape-rendering="crispEdges"'
        f' role="img" aria-label="{escape(label)}"><path fill="#fff" d="M0 0h{width}v{height}H0z"/>'
        f'<path fill="#000" d="{"".join(parts)}"/></svg>'
    )
