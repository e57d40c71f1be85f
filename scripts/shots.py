"""The camera of `make shots`: opens each page of shot_list.py at 390 and 1280 px, in both languages, and runs axe.

Usage: shots.py BASE_URL [ONLY]. Writes var/shots/<language>-<width>-<name>.png and index.html; exits 1 when axe
finds anything.
"""

from __future__ import annotations

import html
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from rich.progress import track

sys.path.insert(0, str(Path(__file__).parent))
from shot_list import SHOTS, Shot

OUT = Path(__file__).resolve().parents[1] / "var" / "shots"
WIDTHS = {390: 844, 1280: 900}
AXE_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def sign_in(page: Page, base: str, who: str) -> None:
    """One click on /demo/."""
    page.goto(f"{base}/demo/")
    page.locator(f"[data-person='{who}'] button").first.click()
    page.wait_for_load_state()


def take(browser: Browser, base: str, shot: Shot, language: str, width: int) -> list[str]:
    """Photographs one page in one language and width; returns axe's violations as sentences."""
    context = browser.new_context(
        viewport={"width": width, "height": WIDTHS[width]}, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    try:
        if shot.who:
            sign_in(page, base, shot.who)
        prefix = "/cy" if language == "cy" else ""
        response = page.goto(base + ("" if shot.path.startswith("/cms") else prefix) + shot.path)
        if shot.then:
            shot.then(page)
            page.wait_for_load_state()
        problems = []
        if response and response.status >= 500:
            problems.append(f"{shot.name}: status {response.status}")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=OUT / f"{language}-{width}-{shot.name}.png", full_page=True)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"):
            problems.append(f"{shot.name} {language} {width}: scrolls sideways")
        if not shot.path.startswith("/cms"):
            for violation in Axe().run(page, options=AXE_RULES).response["violations"]:
                where = violation["nodes"][0]["html"][:120]
                problems.append(
                    f"{shot.name} {language} {width}: {violation['id']} – {violation['help']} – {where}"
                )
        return problems
    finally:
        context.close()


def index(problems: list[str]) -> None:
    """A page with every photograph, grouped by name."""
    rows = []
    for shot in SHOTS:
        pictures = "".join(
            f'<a href="{path.name}"><img src="{path.name}" alt="{html.escape(path.stem)}" loading="lazy"></a>'
            for path in sorted(OUT.glob(f"*-{shot.name}.png"))
        )
        rows.append(f"<h2>{html.escape(shot.name)}</h2><div>{pictures}</div>")
    found = "".join(f"<li>{html.escape(problem)}</li>" for problem in problems) or "<li>none</li>"
    style = "body{font:16px sans-serif;margin:2rem}img{height:420px;border:1px solid #999;margin:4px;vertical-align:top}"
    (OUT / "index.html").write_text(
        f"<!doctype html><meta charset=utf-8><title>Shots</title><style>{style}</style><h1>Problems</h1><ul>{found}</ul>"
        + "".join(rows)
    )


def main(base: str, only: str = "") -> int:
    """Takes all shots whose name holds `only`; 0 when axe is content with every page."""
    OUT.mkdir(parents=True, exist_ok=True)
    jobs = [
        (shot, language, width)
        for shot in SHOTS
        if only in shot.name
        for language in (["en", "cy"] if shot.welsh else ["en"])
        for width in WIDTHS
    ]
    problems: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-sync",
                "--no-first-run",
            ],
        )
        for shot, language, width in track(jobs, description="Photographing"):
            try:
                problems += take(browser, base, shot, language, width)
            except Exception as problem:
                problems.append(
                    f"{shot.name} {language} {width}: {type(problem).__name__}: {str(problem)[:200]}"
                )
        browser.close()
    index(problems)
    print(f"{len(jobs)} photographs in {OUT}/index.html")
    print("\n".join(problems) or "axe found nothing")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
