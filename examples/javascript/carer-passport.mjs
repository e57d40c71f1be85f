// A small client of the Carer Passport till API for Node 18 and later, with nothing to install. Copy it and change it.
//
//     node carer-passport.mjs https://passport.example cpk_… TEST-0001-B
//
// checks a card, records a use of the first offer, and takes it back. The guide: /developers/ of the scheme.

const TRIES = 4;
const pause = (seconds) => new Promise((go) => setTimeout(go, seconds * 1000));

/** The scheme said no to the request itself: problem+json, with `status`, `title` and `detail`. */
export class Problem extends Error {
  constructor(body) {
    super(`${body.status} ${body.title}: ${JSON.stringify(body.detail)}`);
    this.body = body;
  }
}

/** No answer after several tries. Show “Cannot check”: never yes and never no. */
export class CannotCheck extends Error {}

/** One till. `branch` is needed only for a key that is for all branches of a business. */
export class CarerPassport {
  constructor(site, token, { branch = null, timeout = 5, wait = 0.5 } = {}) {
    Object.assign(this, { site: site.replace(/\/$/, ""), timeout, wait });
    this.headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    if (branch !== null) this.headers.Branch = String(branch);
  }

  /** Whether the card is good, and which offers it may use here. `code`: what was scanned or typed. */
  check(code) {
    return this.#post("check", { code });
  }

  /** Records one use. All tries carry the same key, so it counts once however often the line breaks. */
  redeem(code, offer, key = crypto.randomUUID()) {
    return this.#post("redeem", { code, offer, idempotency_key: key });
  }

  /** Takes a use back, within ten minutes. A second time is harmless. */
  void(redemption) {
    return this.#post("void", { redemption });
  }

  /**
   * Sends what was scanned without a network, at most 1,000 at once. Forget an item when it is answered.
   * Keep for each: `sequence` (your own count, from `next_sequence` on), `key` (a UUID), `purpose` ("redeem" or "check"),
   * `code` (as scanned), `offer`, `scanned_at` (your clock), `accepted` and `reason` (what the cashier was told).
   */
  upload(items, waiting = items.length) {
    return this.#post("uploads", { device_time: new Date().toISOString(), waiting, items });
  }

  async #post(name, body) {
    for (let number = 0; number < TRIES; number++) {
      let wait = this.wait * 2 ** number;
      try {
        const answer = await fetch(`${this.site}/api/v1/${name}`, {
          method: "POST",
          headers: this.headers,
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(this.timeout * 1000),
        });
        if (answer.ok) return await answer.json();
        if (![429, 502, 503, 504].includes(answer.status)) throw new Problem(await answer.json());
        wait = Math.max(wait, Math.min(Number(answer.headers.get("Retry-After")) || 0, 10));
      } catch (problem) {
        if (problem instanceof Problem) throw problem;
        // no connection, or it broke: nobody knows whether the request arrived
      }
      if (number + 1 < TRIES) await pause(wait);
    }
    throw new CannotCheck("No answer. Try again with the same key.");
  }
}

async function main(site, token, code) {
  const till = new CarerPassport(site, token);
  const card = await till.check(code);
  console.log("check:", card.status);
  if (card.status !== "valid" || !card.offers?.length) return;
  const use = await till.redeem(code, card.offers[0].id);
  console.log("redeem:", use.accepted ? use.redemption : use.message);
  if (use.accepted) console.log("void:", (await till.void(use.redemption)).voided);
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  await main(...process.argv.slice(2, 5));
}
