"""How long a till without a network takes to verify a card, in Chromium, with and without WebCrypto's Ed25519.

    python bench/offline_verify.py

100,000 cards, 1 % stopped. As a till does it: “open” is the trust list (two signatures, unpacking), which the page
opens when it is loaded, before anybody scans (static/js/till/trust.mjs); “first scan” is the very first code of that page,
“next” any later one. Each in fresh pages, once as this machine is and once slowed down six times, like an old phone.
No server and no database: only files are served. Aim (issue 3): a scan within 150 ms.
"""

# ruff: noqa: E402 – Django is set up before what needs it is imported
from __future__ import annotations

import base64
import functools
import json
import os
import random
import statistics
import sys
import threading
from dataclasses import replace
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passport_site.settings.dev")

import make_card_vectors as cards
from playwright.sync_api import Browser, sync_playwright

from passports.cards.domain import status_list, trust
from passports.cards.domain.code import encode

CARDS, STOPPED, TIMES, PAGES, AIM = 100_000, 1_000, 10, 7, 150
MEASURE = """async ({ text, digits, place, noble, times }) => {
  const [{ openTrust }, code, ed] = await Promise.all([
    import("/js/till/trust.mjs"), import("/js/card-code.mjs"), noble ? import("/vendor/noble/index.js") : null,
  ]);
  code.useVerifier(ed && {
    importKey: async (bytes) => bytes,
    verify: (key, signature, message) => ed.verifyAsync(signature, message, key, { zip215: false }),
  });
  const now = new Date(place.now);
  const read = async (list) => {
    const says = await code.readCode(digits, { host: place.host, keys: list.keys });
    if (code.judge(says, { now, stopped: list.stopped }) !== "valid") throw new Error("not valid");
  };
  const took = async (work) => {
    const began = performance.now();
    const result = await work();
    return [performance.now() - began, result];
  };
  const { londonDay } = await import("/js/till/decide.mjs");
  const [open, list] = await took(() => openTrust(text, { ...place, today: londonDay(now) }));
  const [scan] = await took(() => read(list));
  const warm = [];
  for (let n = 0; n < times; n++) warm.push((await took(() => read(list)))[0]);
  return { open, scan, warm };
}"""


def trust_text() -> str:
    """A list as the server makes it, of a scheme with 100,000 cards."""
    chance = random.Random(7)
    space = status_list.space_for(CARDS)
    stopped = set(chance.sample(range(space), STOPPED)) - {cards.GOOD.status_index}
    document = {
        "sequence": 1, "issuer": cards.HOST, "issued": cards.NOW.isoformat(), "next": cards.NOW.isoformat(),
        "keys": cards.vectors()["key_list"], "schemes": [],
        "status_list": base64.b64encode(status_list.encode(stopped, space)).decode(),
    }  # fmt: skip
    sealed = trust.seal(
        document, purpose=trust.TRUST, issuer_host=cards.HOST, key_id=1, private_key=cards.ISSUING
    )
    return json.dumps(document | {"key_id": 1, "signature": sealed["signature"]})


class Quiet(SimpleHTTPRequestHandler):
    """Our files, with the type that modules need, and no line for each."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript"}

    def log_message(self, format: str, *args: object) -> None:
        pass


def fresh_page(browser: Browser, port: int, slower: int, facts: dict) -> dict:
    """What MEASURE says in a page (and process) of its own."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{port}/img/favicon.svg")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    took = page.evaluate(MEASURE, facts)
    context.close()
    return took


def main() -> None:
    """Prints a table for bench/README.md."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(ROOT / "static")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    live = replace(cards.GOOD, issued_at=int(cards.NOW.timestamp()) - 90)
    facts = {
        "text": trust_text(),
        "digits": encode(live, cards.ISSUING, cards.HOST),
        "place": {
            "host": cards.HOST, "rootKey": cards.vectors()["root_key"], "now": cards.NOW.isoformat(),
        },
        "times": TIMES,
    }  # fmt: skip
    print(f"the list: {len(facts['text']) / 1024:.1f} kB; load {os.getloadavg()[0]:.1f}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for slower in (1, 6):
            for noble in (False, True):
                took = [
                    fresh_page(browser, server.server_port, slower, facts | {"noble": noble})
                    for _ in range(PAGES)
                ]
                opening = statistics.median(one["open"] for one in took)
                following = statistics.median(one for page in took for one in page["warm"])
                scans = sorted(one["scan"] for one in took)
                who = "noble" if noble else "WebCrypto"
                print(
                    f"{who}, {slower}× slower: open {opening:.0f} ms; first scan {statistics.median(scans):.0f} ms, "
                    f"worst of {PAGES} {scans[-1]:.0f}; next {following:.1f} ms; "
                    f"aim ≤ {AIM}: {'met' if scans[-1] <= AIM else 'MISSED'}"
                )
        browser.close()


if __name__ == "__main__":
    main()
