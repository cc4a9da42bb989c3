/* The whole site by keyboard. Each key does what a link or a button of the page does; where the page
   has none, it does nothing. No key works while somebody types, nor where they were turned off. */
(() => {
  const OFF = "firststep-keys-off";
  const PLACES = { t: "/", c: "/companies/", p: "/people/", e: "/events/", f: "/favours/", g: "/goal", r: "/progress", n: "/noted", s: "/settings" };
  const ROWS = "main .rows a.entry, main .whom tbody th a, main .log a";
  const words = document.getElementById("keyboard");
  let sheet, going = false;

  const all = (found) => [...document.querySelectorAll(found)].filter((one) => one.checkVisibility());
  const first = (found) => all(found)[0];
  const go = (to) => { location.href = to; };
  const types = (one) => one.matches("input:not([type=radio], [type=checkbox]), textarea, select");
  const step = () => document.activeElement.closest("[data-step]") || first("article[data-step]");

  function focusOn(one) {
    if (!one) return;
    one.focus();
    one.scrollIntoView({ block: "nearest" });
  }

  /* Up and down the steps of a page, else its rows. */
  function walk(by) {
    const steps = all("[data-step]"), rows = steps.length ? steps : all(ROWS);
    const here = rows.findIndex((one) => one.contains(document.activeElement));
    const to = rows[Math.min(rows.length - 1, Math.max(0, here + by))];
    if (to) focusOn(to.matches("a") ? to : to.querySelector(".main"));
  }

  /* Opens a fold and goes to the first that can be filled in or pressed there. */
  function unfold(fold) {
    if (!fold) return;
    fold.open = true;
    focusOn(fold.querySelector(".inside :is(input:not([type=hidden]), button, textarea)"));
  }

  function toTheLine() {
    const line = document.getElementById("line");
    if (!line) return go("/#line");
    const fold = line.closest("details");
    if (fold) fold.open = true;
    focusOn(line);
  }

  function toTheSearch() {
    const field = first("input[type=search]");
    if (!field) return go("/people/#q");
    focusOn(field);
    field.select();
  }

  /* To the message or the call of the step one stands on; on its own page, into it. */
  function work(tab, inside) {
    const at = step();
    if (at) return go(`${at.dataset.step}?tab=${tab}`);
    const other = first(`.tabs a[href="?tab=${tab}"]:not([aria-current])`);
    return other ? other.click() : focusOn(first(inside));
  }

  function rest() {
    const at = step();
    if (at && at.matches("a")) go(`${at.dataset.step}#rest`);
    else unfold(document.querySelector("[data-rest]"));
  }

  /* The n-th of the answers to "How did it go?": pressed, or chosen where one may add to it. */
  function answer(n) {
    const one = all("#letter > .answers button, .sheet > .answers button, form[action$='/call'] [name=outcome]")[n - 1];
    if (!one) return;
    one.click();
    if (one.type === "radio") focusOn(one.form.querySelector("button"));
  }

  /* All the keys, and whether they work here. */
  function tell() {
    if (!sheet) {
      sheet = document.body.appendChild(words.content.firstElementChild);
      const wanted = sheet.querySelector("[name=keys]");
      wanted.checked = !localStorage.getItem(OFF);
      wanted.addEventListener("change", () => wanted.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1"));
    }
    sheet.showModal();
  }

  const KEYS = {
    j: () => walk(1), k: () => walk(-1), l: toTheLine, "/": toTheSearch, z: rest,
    w: () => work("message", "[data-blank] input, #text"), c: () => work("call", "a[href^='tel:']"),
    u: () => { const one = first("form[action='/undo'] button"); if (one) one.click(); },
    g: () => { going = true; setTimeout(() => { going = false; }, 1500); },
    "?": tell,
  };

  function pressed(key) {
    if (key.ctrlKey || key.altKey || key.metaKey || key.isComposing || (sheet && sheet.open)) return;
    if (types(key.target)) { if (key.key === "Escape") key.target.blur(); return; }
    if (localStorage.getItem(OFF)) return;
    const place = going && PLACES[key.key];
    going = false;
    const does = place ? () => go(place) : /^[1-9]$/.test(key.key) ? () => answer(Number(key.key)) : KEYS[key.key];
    if (!does) return;
    key.preventDefault();
    does();
  }

  document.addEventListener("keydown", pressed);
  for (const one of document.querySelectorAll("[data-keys]")) {
    one.hidden = false;
    one.addEventListener("click", tell);
  }
  if (location.hash === "#line") toTheLine();
  if (location.hash === "#q") toTheSearch();
  if (location.hash === "#came-back") unfold(document.querySelector("#came-back details:has(form[action='/heard/take'])"));
  if (location.hash === "#rest") unfold(document.querySelector("[data-rest]"));
})();
