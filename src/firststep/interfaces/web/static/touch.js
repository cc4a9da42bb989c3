/* Fills the blanks of a message in place; without this script the message is edited by hand. */
(() => {
  const form = document.getElementById("letter");
  if (!form) return;
  const text = form.querySelector("#text"), subject = form.querySelector("#subject");
  const blanks = [...form.querySelectorAll("[data-blank]")];
  const copy = form.querySelector("[data-copy]"), told = form.querySelector("[data-told]");
  const doors = [...form.querySelectorAll("[data-hand-over]")];
  for (const door of doors) door.dataset.link = door.href.split("?")[0];
  const plain = form.querySelector("[data-plain]");

  const open = () => /\[[^\[\]\n]+\]/.test(text.value);
  const words = told.textContent;

  function settle() {
    const left = open();
    copy.disabled = left;
    for (const door of doors) {
      if (left) { door.removeAttribute("href"); door.setAttribute("aria-disabled", "true"); }
      else { door.href = filled(door); door.removeAttribute("aria-disabled"); }
    }
    told.textContent = left ? "Fill in what only you can say; then it is ready to copy or open. Or keep it as it is, and come back to it." : words;
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
    settle();
  }

  for (const blank of blanks) {
    blank.hidden = false;
    blank.querySelector("input").addEventListener("input", () => fill(blank));
    blank.querySelector("input").addEventListener("keydown", (key) => {
      if (key.key === "Enter") key.preventDefault();
    });
  }
  if (plain && blanks.length) plain.textContent = "Only you can say this:";
  text.addEventListener("input", settle);
  if (subject) subject.addEventListener("input", settle);
  if (navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.value);
      copy.textContent = "Copied";
      setTimeout(() => { copy.textContent = "Copy the message"; }, 2500);
    });
  }
  settle();
})();
