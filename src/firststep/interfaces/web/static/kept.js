/* What was noted without a line, kept in this browser until it is sent. For pages and the worker. */
self.kept = (() => {
  const MOST_SENT = 300;

  function open() {
    return new Promise((yes, no) => {
      const asked = indexedDB.open("firststep", 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("posts", { keyPath: "id", autoIncrement: true });
        asked.result.createObjectStore("sent", { keyPath: "id", autoIncrement: true }).createIndex("key", "key");
      };
      asked.onsuccess = () => yes(asked.result);
      asked.onerror = () => no(asked.error);
    });
  }

  async function within(store, mode, does) {
    const base = await open();
    try {
      return await new Promise((yes, no) => {
        const turn = base.transaction(store, mode), asked = does(turn.objectStore(store));
        turn.oncomplete = () => yes(asked && asked.result);
        turn.onerror = turn.onabort = () => no(turn.error);
      });
    } finally { base.close(); }
  }

  const posts = () => within("posts", "readonly", (all) => all.getAll());
  const put = (post) => within("posts", "readwrite", (all) => all.put(post));
  const drop = (id) => within("posts", "readwrite", (all) => all.delete(id));
  const wasSent = async (key) => Boolean(await within("sent", "readonly", (all) => all.index("key").count(key)));

  /* A key that went out once is never given to something else; the oldest are let go. */
  async function sent(key) {
    if (!key || await wasSent(key)) return;
    const id = await within("sent", "readwrite", (all) => all.add({ key }));
    await within("sent", "readwrite", (all) => all.delete(IDBKeyRange.upperBound(id - MOST_SENT)));
  }

  return { posts, put, drop, sent, wasSent };
})();
