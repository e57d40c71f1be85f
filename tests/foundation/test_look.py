"""The look keeps its promises: contrast in both modes for any scheme, light pages, nothing from outside."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

from passport_site.scheme.domain import contrast_ratio

CSS = Path(settings.BASE_DIR) / "static" / "css"
FONTS = Path(settings.BASE_DIR) / "static" / "fonts"

# What is written on what, and how much contrast it needs: 7 for text that people read, 4.5 for the rest.
GROUNDS = ("paper", "surface", "sunk", "main-wash", "good-wash", "bad-wash", "warn-wash")
PAIRS = [
    *(("ink", ground, 7) for ground in GROUNDS),
    *(("ink-soft", ground, 7) for ground in ("paper", "surface", "sunk")),
    *(("link", ground, 4.5) for ground in ("paper", "surface", "sunk", "main-wash")),
    *(("link-hover", ground, 4.5) for ground in ("paper", "surface", "sunk", "main-wash")),
    *(
        (state, ground, 4.5)
        for state in ("good", "bad", "warn")
        for ground in (f"{state}-wash", "paper", "surface")
    ),
    ("on-main", "main", 7),
    ("on-accent", "accent", 4.5),
    ("on-status", "bad", 4.5),
    ("edge", "paper", 4.5),
    ("edge", "surface", 4.5),
    ("edge", "sunk", 4.5),
    ("focus-line", "focus-halo", 7),
]
# Ours, and colours that a scheme may choose: some only just pass `Scheme.clean`.
SCHEMES = [
    None,
    ("#4a1f4f", "#f2a71b"),
    ("#595959", "#8a8a8a"),
    ("#0b3d91", "#ffdd00"),
    ("#8c0d1c", "#e8886a"),
    ("#00553a", "#ffffff"),
]


def _block(css: str, start: str) -> dict[str, str]:
    body = css[css.index(start) + len(start) :]
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", body[: body.index("\n}")]))


def _tokens(mode: str, scheme: tuple[str, str] | None) -> dict[str, str]:
    css = (CSS / "tokens.css").read_text()
    tokens = _block(css, ":root {")
    if mode == "dark":
        tokens |= _block(css, "prefers-color-scheme: dark) {")
    if scheme:
        for name, colour in zip(("main", "accent"), scheme, strict=True):
            ink = max(("#ffffff", "#1d1a1f"), key=lambda ink: contrast_ratio(colour, ink))
            tokens |= {f"scheme-{name}": colour, f"scheme-on-{name}": ink}
    return tokens


def _colour(value: str, tokens: dict[str, str]) -> str:
    """`#rrggbb` for a value made of hex, var(--x, fallback) and color-mix(in srgb, a n%, b)."""
    value = value.strip()
    if value.startswith("#"):
        return value if len(value) == 7 else "#" + "".join(2 * sign for sign in value[1:])
    if variable := re.fullmatch(r"var\(--([\w-]+)(?:,\s*(.+))?\)", value):
        return _colour(tokens.get(variable[1]) or variable[2], tokens)
    mixed = re.fullmatch(r"color-mix\(in srgb, (.+) (\d+)%, (.+)\)", value)
    assert mixed, f"cannot read the colour {value!r}"
    one, other, part = _colour(mixed[1], tokens), _colour(mixed[3], tokens), int(mixed[2]) / 100
    channels = (
        round(int(one[i : i + 2], 16) * part + int(other[i : i + 2], 16) * (1 - part)) for i in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme[0] if scheme else "ours")
def test_every_pair_of_colours_can_be_read(mode, scheme):
    tokens = _tokens(mode, scheme)
    ratios = {
        f"{ink} on {ground}": (
            contrast_ratio(_colour(f"var(--{ink})", tokens), _colour(f"var(--{ground})", tokens)),
            least,
        )
        for ink, ground, least in PAIRS
    }
    assert {pair: round(ratio, 2) for pair, (ratio, least) in ratios.items() if ratio < least} == {}


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme[0] if scheme else "ours")
@pytest.mark.parametrize("design", [".card-face {", ".card-face.young {", ".card-face.discreet {"])
def test_the_card_can_be_read_in_each_design(design, scheme):
    css = (CSS / "card.css").read_text()
    tokens = _tokens("light", scheme) | _card(css, ".card-face {") | _card(css, design)
    on_ground = "var(--on-main)" if "young" in design else "var(--card-ink)"
    pairs = [(on_ground, "var(--card-ground)", 7), ("var(--card-on-band)", "var(--card-band)", 4.5)]
    if "young" not in design:
        pairs.append(("var(--card-soft)", "var(--card-ground)", 4.5))
    for ink, ground, least in pairs:
        assert contrast_ratio(_colour(ink, tokens), _colour(ground, tokens)) >= least, (ink, ground)


def _card(css: str, start: str) -> dict[str, str]:
    body = css[css.index(start) + len(start) :]
    return dict(re.findall(r"--(card-[\w-]+):\s*([^;]+);", body[: body.index("}")]))


def test_pages_stay_light():
    assert (
        sum((CSS / f"{name}.css").stat().st_size for name in ("tokens", "base", "components", "card", "till"))
        <= 40_000
    )
    assert sum(font.stat().st_size for font in FONTS.glob("*.woff2")) <= 120_000


def test_every_font_file_is_used_and_has_its_licence():
    css = (CSS / "tokens.css").read_text()
    families = set()
    for font in FONTS.glob("*.woff2"):
        assert font.name in css
        families.add(font.name.split("-latin")[0])
    assert {path.stem.removeprefix("OFL-") for path in FONTS.glob("OFL-*.txt")} == families


def test_stylesheets_fetch_nothing_from_outside_and_name_colours_in_one_place():
    for sheet in CSS.glob("*.css"):
        css = sheet.read_text()
        assert not re.search(r"https?:|@import|//", css), sheet.name
        if sheet.name in {"base.css", "components.css"}:
            found = set(re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", css)) - {
                "#fff"
            }  # the white panel behind a code
            assert found == set(), sheet.name
