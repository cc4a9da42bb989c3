/* Tells what waits without a line, sends it once there is one, and keeps the day's steps at hand. */
(() => {
  if (!("serviceWorker" in navigator) || !window.isSecureContext) return;
  const state = document.getElementById("line-state"), said = state.dataset, seen = document.body.dataset.seen;
  const LOOKED_AT = /^\/(log|heard\/take)$/, SOON_MS = 2500;
  navigator.serviceWorker.register("/worker.js", { updateViaCache: "none" }).catch(() => {});

  /* What is pressed is named for the list of what waits. */
  document.addEventListener("submit", (event) => {
    const form = event.target, pressed = event.submitter;
    if (form.method !== "post" || !form.querySelector("[name=once_key]")) return;
    const row = form.closest("[data-about]"), about = row ? row.dataset.about : heading(form.closest("article") || document);
    let field = form.querySelector("[name=shown_as]");
    if (!field) { field = form.appendChild(document.createElement("input")); field.type = "hidden"; field.name = "shown_as"; }
    field.value = [about, pressed && pressed.textContent.trim()].filter(Boolean).join(": ");
  });

  const heading = (place) => place.querySelector("h1, h2").textContent.trim();
  const value = (post, name) => (post.fields.find(([one]) => one === name) || [])[1] || "";
  const token = () => { const one = document.querySelector("[name=csrfmiddlewaretoken]"); return one ? one.value : ""; };
  const body = (post) => {
    const fields = new URLSearchParams(post.fields);
    if (token()) fields.set("csrfmiddlewaretoken", token());
    return fields;
  };

  /* One after the other, in one tab. What the first writes is not newer than what follows it, unless
     both say the same of one step: then it is asked. */
  async function send() {
    let written = "", post;
    while ((post = (await kept.posts()).find((one) => !one.stuck && !LOOKED_AT.test(one.action)))) {
      const answer = await fetch(post.action, { method: "POST", body: body(post) });
      const done = new URL(answer.url).searchParams.get("done");
      if (answer.status === 403 || answer.status >= 500) return written;
      if (answer.ok && done) {
        await kept.sent(value(post, "once_key"));
        await kept.drop(post.id);
        await follow(post, Number(done));
        written = done;
      } else await kept.put({ ...post, stuck: true });
    }
    return written;
  }

  async function follow(post, done) {
    const drawn = value(post, "revision");
    if (done !== Number(drawn) + 1) return;
    for (const other of await kept.posts()) {
      if (value(other, "revision") !== drawn || other.action === post.action) continue;
      const fields = other.fields.map(([name, said]) => [name, name === "revision" ? String(done) : said]);
      await kept.put({ ...other, fields });
    }
  }

  async function look() {
    if (!seen && token()) await navigator.locks.request("firststep-send", async () => {
      const written = await send().catch(() => "");
      if (written && location.pathname === "/") location.replace(`/?done=${written}`);
    });
    tell(await kept.posts());
  }

  function tell(posts) {
    const lines = [];
    if (seen) lines.push(words("p", `${said.asOf.replace("WHEN", when(seen))} `, again()));
    const waits = posts.filter((one) => !one.stuck && !LOOKED_AT.test(one.action));
    if (waits.length) lines.push(words("p", said.kept), list(waits, () => []));
    const asks = posts.filter((one) => one.stuck || LOOKED_AT.test(one.action));
    if (asks.length) lines.push(words("p", seen ? said.lookedAt : said.noted), list(asks, seen ? () => [] : buttons));
    state.replaceChildren(...lines);
    state.hidden = !lines.length;
  }

  function words(kind, said, ...more) {
    const one = document.createElement(kind);
    one.append(said, ...more);
    return one;
  }

  function again() {
    const link = words("a", said.again);
    link.href = location.href;
    return link;
  }

  function list(posts, more) {
    const all = document.createElement("ul");
    for (const post of posts) {
      const pasted = LOOKED_AT.test(post.action) && value(post, "text").slice(0, 80);
      const one = words("li", value(post, "line") || pasted || value(post, "shown_as") || post.action);
      one.append(...more(post));
      all.append(one);
    }
    return all;
  }

  /* To the page that shows both versions, or what was understood; or away with it. */
  function buttons(post) {
    const open = words("button", said.open), leave = words("button", said.leave);
    leave.className = "quiet";
    leave.addEventListener("click", async () => { await kept.drop(post.id); tell(await kept.posts()); });
    open.addEventListener("click", async () => {
      const form = document.createElement("form");
      form.method = "post";
      form.action = post.action;
      for (const [name, said] of body(post)) {
        const field = form.appendChild(document.createElement("input"));
        field.type = "hidden";
        field.name = name;
        field.value = said;
      }
      document.body.append(form);
      await kept.drop(post.id);
      form.submit();
    });
    return [open, leave];
  }

  function when(day) {
    const at = new Date(day), today = new Date().toDateString() === at.toDateString();
    return isNaN(at) ? said.visit : at.toLocaleString(document.documentElement.lang, today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" });
  }

  /* The steps of the day are fetched once for all changes so far, one after the other, quietly. */
  async function ahead() {
    const links = document.querySelectorAll("[data-step], .awaited > .rows a[href^='/touch/']");
    const steps = [...links].map((one) => (one.getAttribute("href") || one.dataset.step).split("#")[0]);
    const mark = `${document.body.dataset.revision} ${steps}`;
    if (seen || location.pathname !== "/" || sessionStorage.getItem("firststep-ahead") === mark) return;
    await navigator.serviceWorker.ready;
    for (const step of [...new Set(steps)].filter((one) => one.startsWith("/touch/"))) {
      await fetch(step, { headers: { "X-Keep": "1" } });
    }
    if (document.querySelector("a[href='/events/']")) await fetch("/events/", { headers: { "X-Keep": "1" } });
    sessionStorage.setItem("firststep-ahead", mark);
  }

  /* Once somebody was forgotten, what was typed and never sent goes too. */
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    const before = localStorage.getItem("firststep-emptied");
    localStorage.setItem("firststep-emptied", data.emptied);
    if (before === null || before === data.emptied) return;
    for (const name of Object.keys(localStorage)) if (name.startsWith("firststep-typed ")) localStorage.removeItem(name);
  });
  navigator.serviceWorker.ready.then((worker) => worker.active.postMessage("emptied"));

  if (seen) for (const told of document.querySelectorAll(".told[role=status]:not(#line-state)")) told.remove();
  look();
  setTimeout(() => ahead().catch(() => {}), SOON_MS);
  window.addEventListener("online", () => (seen ? location.reload() : look()));
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
})();
