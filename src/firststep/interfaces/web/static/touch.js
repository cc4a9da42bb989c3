/* Fills the blanks of a message in place, keeps what is typed at once, and hands it over; without this
   script the message is edited by hand. */
(() => {
  const form = document.getElementById("letter");
  if (!form) return;
  const text = form.querySelector("#text"), subject = form.querySelector("#subject");
  const blanks = [...form.querySelectorAll("[data-blank]")];
  const copy = form.querySelector("[data-copy]"), told = form.querySelector("[data-told]");
  const doors = [...form.querySelectorAll("[data-hand-over]")];
  const beside = navigator.clipboard && form.querySelector(".main[target]:not([data-hand-over])");
  for (const door of doors) door.dataset.link = door.href.split("?")[0];
  if (beside) beside.dataset.link = beside.href;
  const plain = form.querySelector("[data-plain]"), sent = form.querySelector(":scope > .answers button");
  const KEPT = `firststep-typed ${location.pathname} ${form.querySelector("[name=channel]").value}`;

  const open = () => /\[[^\[\]\n]+\]/.test(text.value);
  const words = told.textContent, copies = copy.textContent;

  function settle() {
    const left = open();
    copy.disabled = left;
    for (const door of [...doors, beside].filter(Boolean)) {
      if (left) { door.removeAttribute("href"); door.setAttribute("aria-disabled", "true"); }
      else { door.href = door === beside ? door.dataset.link : filled(door); door.removeAttribute("aria-disabled"); }
    }
    told.textContent = left ? told.dataset.left : words;
  }

  /* The link with the message as it stands, by the names that door takes it under. */
  function filled(door) {
    const lines = text.value.replace(/\r?\n/g, door.target ? "\n" : "\r\n");
    const told = [[door.dataset.subject, subject && subject.value], [door.dataset.body, lines]];
    const said = told.filter(([name, value]) => name && value);
    return `${door.dataset.link}?${said.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
  }

  /* Puts what was said in the place of the blank, or of what was said there before. */
  function fill(blank) {
    const said = blank.querySelector("input").value.trim() || blank.dataset.blank;
    const before = blank.dataset.said || blank.dataset.blank;
    text.value = text.value.split(before).join(said);
    blank.dataset.said = said;
  }

  /* In this browser alone, until it is sent or kept: a page that is closed loses nothing. */
  function keep() {
    const said = blanks.map((one) => [one.dataset.blank, one.querySelector("input").value]);
    localStorage.setItem(KEPT, JSON.stringify({ drawn: text.defaultValue, text: text.value, subject: subject && subject.value, said }));
  }

  function again() {
    const kept = JSON.parse(localStorage.getItem(KEPT) || "null");
    if (!kept) return;
    const same = kept.drawn === text.defaultValue;
    for (const blank of blanks) {
      const said = (kept.said.find(([name]) => name === blank.dataset.blank) || [])[1];
      if (!said) continue;
      blank.querySelector("input").value = said;
      if (same) blank.dataset.said = said.trim(); else fill(blank);
    }
    if (same) {
      text.value = kept.text;
      if (subject) subject.value = kept.subject;
    }
    tell();
  }

  function tell() {
    const line = document.createElement("p"), anew = document.createElement("button");
    line.className = "soft small";
    anew.className = "link";
    anew.type = "button";
    anew.textContent = told.dataset.anew;
    anew.addEventListener("click", () => { localStorage.removeItem(KEPT); location.reload(); });
    line.append(`${told.dataset.stands} `, anew);
    form.prepend(line);
  }

  function changed() { settle(); keep(); }

  for (const blank of blanks) {
    blank.hidden = false;
    blank.querySelector("input").addEventListener("input", () => { fill(blank); changed(); });
    blank.querySelector("input").addEventListener("keydown", (key) => {
      if (key.key === "Enter") key.preventDefault();
    });
  }
  if (plain) { plain.hidden = true; plain.nextElementSibling.hidden = false; }
  text.addEventListener("input", changed);
  if (subject) subject.addEventListener("input", changed);
  form.addEventListener("submit", () => localStorage.removeItem(KEPT));

  if (!navigator.clipboard) copy.remove();
  else {
    copy.hidden = Boolean(beside);
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.value);
      copy.textContent = copy.dataset.copied;
      setTimeout(() => { copy.textContent = copies; }, 2500);
    });
  }

  /* One press where nothing can be handed over: the text is copied, their page opens, and whoever
     comes back is asked. */
  if (beside) {
    beside.textContent = beside.dataset.both;
    beside.addEventListener("click", () => { if (beside.href) navigator.clipboard.writeText(text.value); });
  }
  for (const door of [...doors, beside].filter(Boolean)) door.addEventListener("click", () => {
    if (!door.href) return;
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) return;
      told.textContent = told.dataset.out;
      sent.focus();
    });
  });
  again();
  settle();
})();
