// May this card use this offer now, without a network? The twin of businesses/redemptions/domain (decide, periods, offline);
// both are tested with tests/vectors/offline_decisions.json. No network, no storage, no DOM.

const YOUNG_NEVER = new Set(["alcohol", "gambling", "vaping", "adult_venue"]);
const USED = { day: "used_today", week: "used_this_week", month: "used_this_month", ever: "used_up", total: "all_gone" };
const DAY = 86_400_000;

export const CAP = 50; // uses of one offer on one day that a device gives without a network
const SECOND = 1000;
const FRESH = 24 * 3600 * SECOND;
const USABLE = 7 * FRESH;
const CLOCK_OFF = 600 * SECOND;
const SKEW = 60 * SECOND;

/** The local day of a moment in London, as “2026-11-25”. */
export function londonDay(moment) {
  const options = { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" };
  const parts = new Intl.DateTimeFormat("en-GB", options).formatToParts(moment);
  return ["year", "month", "day"].map((type) => parts.find((part) => part.type === type).value).join("-");
}

/** “2026-11-25”, “2026-W48”, “2026-11” or “ever”. An ISO week belongs to the year that holds its Thursday. */
export function periodKey(kind, day) {
  if (kind === "day") return day;
  if (kind === "month") return day.slice(0, 7);
  if (kind !== "week") return "ever";
  const moment = new Date(`${day}T00:00:00Z`);
  const thursday = new Date(moment.getTime() + (4 - (moment.getUTCDay() || 7)) * DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** Whether the offer is for somebody else: such offers are not shown either. `visiting`: the card is of another scheme. */
export function notFor(offer, young, visiting) {
  if (visiting && !offer.visitors) return "not_for_visitors";
  if (young && (offer.who === "adult" || YOUNG_NEVER.has(offer.tag))) return "not_for_young";
  return !young && offer.who === "young" ? "young_only" : null;
}

/** What stands against it whoever asks: its dates and its state. */
function notNow(offer, today) {
  if (!offer) return "no_such_offer";
  if (offer.status === "ended" || (offer.ends_on && today > offer.ends_on)) return "offer_ended";
  if (offer.status !== "live") return "offer_paused";
  return today < offer.starts_on ? "offer_not_started" : null;
}

/** Whether the offer is shown at all to such a card today. */
export const shown = (offer, { young, visiting, today }) => !notNow(offer, today) && !notFor(offer, young, visiting);

/** How often one card may use it on this device in the limit's period (a day without one); null for as often as it likes. */
export function mostPerCard(offer) {
  if (offer.offline === "once") return 1;
  return !offer.limit || offer.limit.kind === "total" ? null : offer.limit.count;
}

/** The keys under which the device counts a use: for this card, for all today, for all ever. */
export function ledgerKeys(offer, { card, today }) {
  return {
    card: `${card}|${offer.id}|${periodKey(offer.limit?.kind ?? "day", today)}`,
    day: `*|${offer.id}|${today}`,
    ever: `*|${offer.id}|ever`,
  };
}

/**
 * Why not, or null for yes. `used` by this card in its period, `given` to all ever and `givenToday` are what this device
 * itself has recorded; it knows nothing of other tills, so that the owner sees afterwards what was too much.
 */
export function refusalOffline(offer, { young, visiting, today, used, given, givenToday }) {
  const early = notNow(offer, today) ?? notFor(offer, young, visiting);
  if (early) return early;
  if (offer.offline === "no") return "offline_not_allowed";
  const total = offer.limit?.kind === "total";
  if (total && given >= offer.limit.count) return USED.total;
  const most = mostPerCard(offer);
  if (most !== null && used >= most) return USED[total ? "ever" : (offer.limit?.kind ?? "day")];
  return givenToday >= CAP ? "offline_cap" : null;
}

/**
 * How far the trust list is to be believed at `now`: {usable, tone, hours}; tone is fresh, amber, too_old, none or
 * clock_wrong. Times in ms of this device's clock, which was `skew` ahead of the server's at the last contact; `seen` is
 * the latest moment that this till has known (server's time), so that a clock that was put back is noticed.
 */
export function bundleState({ issued, skew, seen, now }) {
  if (issued === null || skew === null) return { usable: false, tone: "none", hours: 0 };
  const real = now - skew;
  const hours = Math.floor((real - issued) / (3600 * SECOND));
  if (Math.abs(skew) > CLOCK_OFF || real < issued - SKEW || real < seen - CLOCK_OFF) {
    return { usable: false, tone: "clock_wrong", hours };
  }
  if (real - issued < FRESH) return { usable: true, tone: "fresh", hours };
  return real - issued < USABLE ? { usable: true, tone: "amber", hours } : { usable: false, tone: "too_old", hours };
}
