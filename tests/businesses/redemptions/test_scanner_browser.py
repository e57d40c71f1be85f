"""The camera on /till/ in Chromium, with frames that a bad day brings: clean, tilted, blurred, dim."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image, ImageEnhance, ImageFilter

from businesses.redemptions.models import Scan
from passports.cards.qr import qr_svg
from tests.factories import BranchFactory
from tests.factories_tills import a_card, a_till, an_offer, code
from tests.passports.cards.pictures import drawn

pytestmark = pytest.mark.browser

WIDTH, HEIGHT = 1920, 1080
CAMERA = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]


def scene(content: str, *, tilt: float = 0, blur: float = 0, light: float = 1, side: int = 620) -> bytes:
    """A frame of a counter with a code lying on it, as a phone's camera sees it; JPEG."""
    noise = random.Random(7)
    frame = Image.new("RGB", (WIDTH, HEIGHT), "#8a7458")
    qr = drawn(qr_svg(content)).convert("RGB").resize((side, side), Image.Resampling.BILINEAR)
    card = Image.new("RGB", (side + 120, side + 120), "white")
    card.paste(qr, (60, 60))
    turned = card.rotate(tilt, expand=True, fillcolor="#8a7458", resample=Image.Resampling.BICUBIC)
    frame.paste(turned, ((WIDTH - turned.width) // 2, (HEIGHT - turned.height) // 2))
    for _speck in range(1500):
        frame.putpixel((noise.randrange(WIDTH), noise.randrange(HEIGHT)), (40, 40, 40))
    frame = frame.filter(ImageFilter.GaussianBlur(blur)) if blur else frame
    out = io.BytesIO()
    ImageEnhance.Brightness(frame).enhance(light).save(out, "JPEG", quality=88)
    return out.getvalue()


class FakeCamera:
    """Starts Chromium with a film as its camera; one browser a film, since the film is a flag."""

    def __init__(self, launch_browser, folder: Path):
        self.launch, self.folder, self.open = launch_browser, folder, []

    def page(self, frame: bytes, address: str, token: str):
        film = self.folder / f"{len(self.open)}.mjpeg"
        film.write_bytes(frame * 4)
        browser = self.launch(args=[*_flags(), *CAMERA, f"--use-file-for-fake-video-capture={film}"])
        self.open.append(browser)
        context = browser.new_context(
            viewport={"width": 390, "height": 844}, base_url=address, permissions=["camera"]
        )
        context.add_cookies([{"name": "till", "value": token, "url": address}])
        return context.new_page()

    def close(self) -> None:
        for browser in self.open:
            browser.close()


def _flags() -> list[str]:
    from tests.conftest import CHROMIUM_FLAGS

    return CHROMIUM_FLAGS


@pytest.fixture
def camera(launch_browser, tmp_path):
    made = FakeCamera(launch_browser, tmp_path)
    yield made
    made.close()


def test_the_camera_reads_cards_on_a_bad_day(live_server, camera):
    device, token = a_till(BranchFactory(business__name="Mill Lane Café"))
    an_offer(device, title_en="Tea for two", limit_kind="none")
    card = a_card(passport__first_name="Priyanka")
    address = f"https://card.example/v#{code(card)}"
    days = {"clean": {}, "tilted": {"tilt": 31}, "blurred": {"blur": 2.2}, "dim": {"light": 0.22}}
    for name, day in days.items():
        page = camera.page(scene(address, **day), live_server.url, token)
        page.goto("/till/")
        page.get_by_role("button", name="Scan with the camera").click()
        page.get_by_role("heading", name="Yes").wait_for(timeout=15_000)
        assert page.get_by_text("Priyanka").is_visible(), name
        assert page.evaluate("document.querySelector('video')?.srcObject ?? null") is None
        if name == "clean":
            _next_customer_is_one_tap(page)
    assert Scan.objects.filter(card=card, accepted=True, way="camera").count() == len(days) + 1


def _next_customer_is_one_tap(page) -> None:
    page.get_by_role("button", name="Record this use Tea for two").wait_for()
    page.wait_for_timeout(600)  # taps right after an answer do nothing
    page.get_by_role("link", name="Next customer").click()
    page.get_by_role("heading", name="Yes").wait_for(timeout=15_000)  # the camera opened by itself


def test_other_codes_are_refused_on_the_spot_and_never_opened(live_server, camera):
    _device, token = a_till()
    card = a_card()
    cases = {
        f"https://evil.example/v#{code(card)}": "Not a Carer Passport",
        f"https://card.example/e#{'A' * 26}": "The other side, please",
        "WIFI:T:WPA;S=Cafe;P=secret;;": "Not a Carer Passport",
    }
    for content, words in cases.items():
        page = camera.page(scene(content), live_server.url, token)
        asked = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto("/till/")
        page.get_by_role("button", name="Scan with the camera").click()
        page.get_by_role("heading", name=words).wait_for(timeout=15_000)
        assert page.get_by_text("Hold the code in the square").is_visible(), "it goes on looking"
        assert page.url.endswith("/till/")
        assert all(url.startswith((live_server.url, "blob:")) for url in asked), asked
        found = Axe().run(page).response["violations"]
        assert not found, [(one["id"], one["nodes"][0]["html"][:120]) for one in found]
        page.get_by_role("button", name="Stop the camera").click()
        assert page.get_by_role("button", name="Scan with the camera").is_visible()
    assert not Scan.objects.exists()


TYPE_FAST = """(text) => {
  const at = document.activeElement;
  for (const key of [...text, "Enter"]) {
    at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }
}"""
"""As quick as a scanner; the test's own keys take their time on a busy machine."""


def test_a_scanner_that_types_works_wherever_the_focus_is(live_server, browser):
    device, token = a_till()
    an_offer(device, title_en="Tea for two", limit_kind="none")
    card = a_card(passport__first_name="Priyanka")
    context = browser.new_context(base_url=live_server.url)
    context.add_cookies([{"name": "till", "value": token, "url": live_server.url}])
    page = context.new_page()
    page.goto("/till/")
    for _customer in range(2):
        # a scanner that is set to another keyboard than the computer types \ for #
        page.evaluate(TYPE_FAST, f"https://card.example/v\\{code(card)}")
        page.get_by_role("heading", name="Yes").wait_for()
        # with the focus on the button that records, the scanner's Enter records nothing
        page.get_by_role("button", name="Record this use Tea for two").focus()
    # and a person who types slowly on the page does nothing
    page.keyboard.type("7K3M9QXAT", delay=120)
    page.get_by_role("link", name="Next customer").focus()
    assert Scan.objects.filter(card=card, purpose="check").count() == 2
    assert not Scan.objects.filter(purpose="redeem").exists()
    context.close()
