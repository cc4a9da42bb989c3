/* Works without a line: the pages last seen stand in for those that cannot be fetched, and what is
   noted meanwhile is kept. VERSION changes with our files and when somebody is forgotten, EMPTIED with
   that alone: then all pages kept before go. They, FILES and the script with `kept` stand above. */
const FILES_KEPT = `files-${VERSION}`, PAGES_KEPT = `pages-${VERSION}`;
const ROOMS = /^\/($|touch\/|events|goal$|companies\/|people\/|progress$)/;
const NEVER_KEPT = /^\/(undo|start|import|begin)/;
const PATIENCE_MS = 5000, DRAWN_MS = 500;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const request = event.request, url = new URL(request.url);
  if (url.origin !== location.origin) return;
  const opens = request.mode === "navigate" || request.headers.has("X-Keep");
  if (request.method === "GET" && url.pathname.startsWith("/static/")) event.respondWith(file(request));
  else if (request.method === "GET" && opens) event.respondWith(page(event, url));
  else if (request.method === "POST" && opens) event.respondWith(post(event, url));
});

self.addEventListener("message", (event) => event.source.postMessage({ emptied: EMPTIED }));

async function install() {
  await (await caches.open(FILES_KEPT)).addAll(FILES);
  await (await caches.open(PAGES_KEPT)).add("/offline");
  await self.skipWaiting();
}

async function activate() {
  if (self.registration.navigationPreload) await self.registration.navigationPreload.enable();
  for (const name of await caches.keys()) {
    if (name !== FILES_KEPT && name !== PAGES_KEPT) await caches.delete(name);
  }
  await self.clients.claim();
}

async function file(request) {
  const known = await (await caches.open(FILES_KEPT)).match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(FILES_KEPT)).put(request, answer.clone());
  return answer;
}

/* The page as it is now; as it was last seen where there is no line, or none that answers. It is asked
   for at once, and kept once it is drawn: nobody waits for what is only for later. */
async function page(event, url) {
  const asked = Promise.resolve(event.preloadResponse).then((early) => early || fetch(event.request));
  const name = url.searchParams.has("tab") ? `${url.pathname}?tab=${url.searchParams.get("tab")}` : url.pathname;
  const pages = caches.open(PAGES_KEPT);
  const before = async () => await (await pages).match(name) || (await pages).match(url.pathname);
  const late = async () => {
    await pause(PATIENCE_MS);
    return await before() ? Promise.reject() : asked;
  };
  try {
    const answer = await Promise.race([asked, late()]);
    if (answer.ok && !answer.redirected && ROOMS.test(url.pathname)) {
      const copy = answer.clone(), drawn = pause(event.request.mode === "navigate" ? DRAWN_MS : 0);
      event.waitUntil(drawn.then(() => pages).then((all) => all.put(name, copy)));
    }
    return answer;
  } catch (none) {
    return asKept(await before() || await caches.match("/offline"));
  }
}

const pause = (ms) => new Promise((yes) => { setTimeout(yes, ms); });

/* The page says itself since when it stands. */
async function asKept(answer) {
  const seen = answer.headers.get("Date") || "", words = await answer.text();
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": answer.headers.get("Content-Security-Policy") };
  return new Response(words.replace("<body", `<body data-seen="${seen}"`), { headers });
}

/* A form with a file in it, and what is never kept, are told to wait; all else is kept. */
async function post(event, url) {
  const copy = event.request.clone();
  try {
    const answer = await fetch(event.request);
    event.waitUntil(pause(DRAWN_MS).then(() => told(copy, url)).then(({ key }) => kept.sent(key)));
    return answer;
  } catch (none) {
    const { fields, key, hasFile } = await told(copy, url);
    if (!key || hasFile) return asKept(await caches.match("/offline"));
    await keep(url.pathname, fields, key);
    return Response.redirect("/?kept", 303);
  }
}

async function told(request, url) {
  const said = NEVER_KEPT.test(url.pathname) ? [] : [...await request.formData()];
  const fields = new URLSearchParams(said.filter(([, value]) => typeof value === "string"));
  return { fields, key: fields.get("once_key"), hasFile: said.some(([, value]) => value.size) };
}

/* Pressed twice it is one; a page seen before may hold a key that went out with something else. */
async function keep(action, fields, key) {
  const same = (other) => other.action === action && other.pressed === fields.toString();
  const posts = await kept.posts();
  if (posts.some(same)) return;
  const pressed = fields.toString();
  const taken = posts.some((other) => other.key === key) || await kept.wasSent(key);
  if (taken) fields.set("once_key", crypto.randomUUID());
  await kept.put({ action, pressed, key, fields: [...fields], kept_at: Date.now() });
}
