// What a till keeps on the device, in IndexedDB: the trust list, the shop's own offers, how often which card was used here
// (by a hash), and what waits to be sent. No name, no photo, no card number. Every function throws where a browser has no
// storage; the till then works with a network only.

const NAME = "till";
const VERSION = 1;
let opened = null;

function open() {
  opened ??= new Promise((done, fail) => {
    const asked = indexedDB.open(NAME, VERSION);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("meta");
      asked.result.createObjectStore("ledger");
      asked.result.createObjectStore("queue", { keyPath: "sequence" }).createIndex("key", "key", { unique: true });
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => close();
      asked.result.onclose = () => (opened = null);
      done(asked.result);
    };
    asked.onerror = () => {
      opened = null;
      fail(asked.error);
    };
  });
  return opened;
}

async function close() {
  const database = await opened?.catch(() => null);
  opened = null;
  database?.close();
}

/** The answer of one request. */
export const result = (request) =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });

/**
 * Runs `work(store, …)` with the named stores in one transaction: all of it happens, or nothing. Inside, wait for nothing
 * but `result(…)` of these stores.
 */
export async function change(names, work, mode = "readwrite") {
  const transaction = (await open()).transaction(names, mode, { durability: "strict" });
  const finished = new Promise((done, fail) => {
    transaction.oncomplete = done;
    transaction.onabort = () => fail(transaction.error ?? new Error("aborted"));
  });
  try {
    const answer = await work(...names.map((name) => transaction.objectStore(name)));
    await finished;
    return answer;
  } catch (problem) {
    finished.catch(() => undefined);
    try {
      transaction.abort();
    } catch {
      // it ended already
    }
    throw problem;
  }
}

export const get = (name, key) => change([name], (store) => result(store.get(key)), "readonly");
export const put = (name, key, value) => change([name], (store) => result(store.put(value, key)));
export const drop = (name, key) => change([name], (store) => result(store.delete(key)));
export const all = (name, most) => change([name], (store) => result(store.getAll(null, most)), "readonly");
export const count = (name) => change([name], (store) => result(store.count()), "readonly");

/** Everything goes, as when the owner takes the till off. */
export async function wipe() {
  await change(["meta", "ledger", "queue"], (...stores) => Promise.all(stores.map((store) => result(store.clear()))));
}
