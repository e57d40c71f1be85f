"""How long a till without a network takes to verify a card, in Chromium, with and without WebCrypto's Ed25519.

    python bench/offline_verify.py

100,000 cards, 1 % stopped. “cold” opens the trust list (two signatures, unpacking) and reads the first code, as after a
browser restart; “warm” reads one code more. Once as this machine is and once slowed down six times, like an old phone.
No server and no database: only files are served. Aim (quality bar of issue 3): 150 ms.
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
from playwright.sync_api import sync_playwright

from passports.cards.domain import status_list, trust
from passports.cards.domain.code import encode

CARDS, STOPPED, TIMES = 100_000, 1_000, 30
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
  const cold = [], warm = [];
  for (let n = 0; n < times; n++) {
    let began = performance.now();
    const list = await openTrust(text, place);
    await read(list);
    cold.push(performance.now() - began);
    began = performance.now();
    await read(list);
    warm.push(performance.now() - began);
  }
  return { first: cold[0], cold, warm };
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


def main() -> None:
    """Prints a table for bench/README.md."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(ROOT / "static")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    live = replace(cards.GOOD, issued_at=int(cards.NOW.timestamp()) - 90)
    facts = {
        "text": trust_text(),
        "digits": encode(live, cards.ISSUING, cards.HOST),
        "place": {
            "host": cards.HOST, "rootKey": cards.vectors()["root_key"], "today": "2026-11-25",
            "now": cards.NOW.isoformat(),
        },
        "times": TIMES,
    }  # fmt: skip
    print(f"the list: {len(facts['text']) / 1024:.1f} kB; load {os.getloadavg()[0]:.1f}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for slower in (1, 6):
            for noble in (False, True):
                page = browser.new_page()
                page.goto(f"http://127.0.0.1:{server.server_port}/img/favicon.svg")
                page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
                took = page.evaluate(MEASURE, facts | {"noble": noble})
                page.close()
                cold, warm = (statistics.median(took[one]) for one in ("cold", "warm"))
                who = "noble" if noble else "WebCrypto"
                print(
                    f"{who}, {slower}× slower: first {took['first']:.0f} ms, cold {cold:.1f}, warm {warm:.1f}"
                )
        browser.close()


if __name__ == "__main__":
    main()
