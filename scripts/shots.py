"""The camera of `make shots`: opens each page of shot_list/ in both languages, at 390 and 1280 px, and runs axe.

Usage: shots.py BASE_URL [ONLY]. Writes var/shots/<language>-<width>-<name>.png and index.html; exits 1 when axe finds
anything, a page scrolls sideways, an English sentence stands on a Welsh page, a script fails, or a page is not
where its line says.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import monotonic

import pypdfium2
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, sync_playwright
from rich.progress import track

sys.path.insert(0, str(Path(__file__).parent))
import shots_index
from shot_list import SHOTS, Shot
from shot_list.kinds import OUT, facts

HEIGHTS = {320: 640, 390: 844, 794: 1123, 1280: 900}
WIDTHS = (390, 1280)
MORE = {"dark": 390, "narrow": 320, "paper": 794}
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
IN_MAIL = AXE | {"runOnly": AXE["runOnly"][:-1]}  # a mail has no landmarks: those are the mail program’s
RULES = {"390": AXE, "1280": AXE, "dark": COLOURS}
RUN_AXE = "async (options) => (await axe.run(document, options)).violations.map((it) => [it.id, it.help, it.nodes[0].html])"
SIGNED_IN_FOR = 5 * 60  # seconds; some pages ask again after ten minutes
TEXT = """() => {
  const copy = document.documentElement.cloneNode(true);
  copy.querySelectorAll("script, style, template, [lang^=en]").forEach((it) => it.remove());
  return copy.textContent.replace(/\\s+/g, " ");
}"""
FORGET = (
    "() => { try { localStorage.clear(); sessionStorage.clear(); } catch { /* a blank page has none */ } }"
)
SHOWN = """() => Promise.race([
  new Promise((done) => setTimeout(done, 3000)),
  document.fonts.ready.then(() => Promise.all([...document.images].map((it) => it.decode().catch(() => 0)))),
])"""
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--no-first-run",
]


class Camera:
    """One browser, one window, one page for all: a window of its own for each state would take most of the time."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.base, self.axe = base, AXE_SCRIPT
        self.context = browser.new_context(reduced_motion="reduce", service_workers="block")
        self.context.set_default_timeout(20_000)
        self.page = self.context.new_page()
        self.problems: list[str] = []
        self.page.on("pageerror", lambda error: self.problems.append(f"script: {error}"))
        self.page.on("dialog", lambda dialog: dialog.accept())  # “Leave this page?”
        self.page.on("console", lambda said: self.problems.extend(_refused(said.text)))
        self.cookies: dict[str, tuple[float, list]] = {}
        self.taken = 0

    def take(self, shot: Shot, language: str) -> list[str]:
        """Photographs one state in all its sizes. Returns what is wrong with it, as sentences."""
        page = self.page
        self._be(shot.who)
        try:
            if shot.path.startswith("mail:"):
                page.goto((OUT / "mail" / f"{language}-{shot.path[5:]}.html").as_uri())
            elif shot.kind == "pdf":
                self._sheets(shot, language)
                return []
            else:
                self._arrive(page, shot, language)
            self.problems += self._pictures(page, shot, language)
        except Exception as problem:
            self.problems.append(f"{type(problem).__name__}: {str(problem)[:300]}")
            page.screenshot(path=OUT / f"{language}-390-{shot.name}.png")
        return [f"{shot.name} {language} {problem}" for problem in dict.fromkeys(self.problems)]

    def _be(self, who: str | None) -> None:
        """A browser that remembers nothing but who is signed in. Each state comes from another network, so that no
        limit on tries is met by chance."""
        self.taken += 1
        self.problems.clear()
        self.context.set_offline(False)
        self.page.evaluate(FORGET)
        self.page.goto("about:blank")
        self.context.clear_cookies()
        network = f"198.18.{self.taken // 250}.{self.taken % 250 + 1}"
        self.context.set_extra_http_headers({"X-Forwarded-For": network})
        self.page.emulate_media(color_scheme="light", media="screen")
        self.page.set_viewport_size({"width": 390, "height": HEIGHTS[390]})
        if who:
            self.context.add_cookies(self._cookies_of(who))

    def _cookies_of(self, who: str) -> list:
        """Of somebody of the cast: from shots_cast.py, or by one click on /demo/."""
        if who in facts()["cookies"]:
            return [{"url": self.base, **cookie} for cookie in facts()["cookies"][who]]
        since, cookies = self.cookies.get(who, (0.0, []))
        if not cookies or monotonic() - since > SIGNED_IN_FOR:
            self.page.goto(f"{self.base}/demo/")
            self.page.locator(f"[data-person='{who}'] button").first.click()
            self.page.wait_for_load_state()
            cookies = self.context.cookies()
            self.cookies[who] = (monotonic(), cookies)
        return cookies

    def _arrive(self, page: Page, shot: Shot, language: str) -> None:
        """Opens the page and brings it into its state. Raises when that is somewhere else than the line says."""
        response = page.goto(self.base + _in(language, shot) + shot.path)
        if response and response.status >= 500 and not shot.path.startswith("/design/errors/"):
            raise LookupError(f"status {response.status}")
        if shot.then:
            shot.then(page)
            page.wait_for_load_state()
        path = page.url.partition("?")[0].partition("#")[0].removeprefix(self.base)
        if not shot.is_at(path.removeprefix("/cy") if language == "cy" else path):
            raise LookupError(f"is at {path}, not at {shot.where}")

    def _pictures(self, page: Page, shot: Shot, language: str) -> list[str]:
        problems = []
        if language == "cy":
            words = page.evaluate(TEXT)
            problems += [f"English: {piece}" for piece in facts()["english"] if piece in words]
        for width in WIDTHS:
            problems += self._picture(page, shot, language, str(width), width)
        for kind in shot.also:
            page.emulate_media(
                color_scheme="dark" if kind == "dark" else "light",
                media="print" if kind == "paper" else "screen",
            )
            problems += self._picture(page, shot, language, kind, MORE[kind])
        return problems

    def _picture(self, page: Page, shot: Shot, language: str, kind: str, width: int) -> list[str]:
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        page.evaluate(SHOWN)
        if shot.in_cms:
            page.wait_for_timeout(250)  # Wagtail draws its menu with a script
        page.screenshot(path=OUT / f"{language}-{kind}-{shot.name}.png", full_page=True)
        problems = [f"{kind}: scrolls sideways"] if page.evaluate(SIDEWAYS) else []
        if shot.in_cms or kind not in RULES:
            return problems
        if not page.evaluate("'axe' in window"):
            page.evaluate(self.axe)
        rules = IN_MAIL if shot.is_mail else RULES[kind]
        for rule, says, node in page.evaluate(RUN_AXE, rules):
            problems.append(f"{kind}: {rule} – {says} – {node[:120]}")
        return problems

    def _sheets(self, shot: Shot, language: str) -> None:
        """A PDF, each sheet as a printer puts it on paper."""
        answer = self.context.request.get(self.base + _in(language, shot) + shot.path)
        document = pypdfium2.PdfDocument(answer.body())
        for number in range(len(document)):
            picture = document[number].render(scale=200 / 72).to_pil()
            picture.save(OUT / f"{language}-sheet{number + 1}-{shot.name}.png")


def _in(language: str, shot: Shot) -> str:
    return "/cy" if language == "cy" and not shot.in_cms else ""


def _refused(said: str) -> list[str]:
    return [f"script: {said[:200]}"] if "Content Security Policy" in said else []


def main(base: str, only: str = "") -> int:
    """Takes all shots whose name holds `only`, or one of several between commas; 0 when nothing is wrong with any page."""
    began = monotonic()
    chosen = [shot for shot in SHOTS if any(word in shot.name for word in only.split(","))]
    jobs = [(shot, language) for shot in chosen for language in (["en", "cy"] if shot.welsh else ["en"])]
    for shot in chosen:
        for old in OUT.glob(f"*-{shot.name}.png"):
            old.unlink()
    problems: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        camera = Camera(browser, base)
        for shot, language in track(jobs, description="Photographing"):
            problems += camera.take(shot, language)
        browser.close()
    pictures = shots_index.write(OUT, [shot.name for shot in SHOTS], problems)
    print(f"{len(jobs)} states in {monotonic() - began:.0f} s; {pictures} pictures in {OUT}/index.html")
    print("\n".join(problems) or "nothing is wrong")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
