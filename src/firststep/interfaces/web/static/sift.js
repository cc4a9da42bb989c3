/* Whoever may have answered is found by a part of their name or company; none is typed in vain. */
(() => {
  const place = document.querySelector("[data-sift]");
  if (!place) return;
  const field = place.querySelector("input"), more = place.parentElement.querySelector(":scope > details");
  const rows = [...place.parentElement.querySelectorAll("[data-found]")];
  const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const none = place.querySelector("[role=status]");
  place.hidden = false;

  field.addEventListener("input", () => {
    const sought = plain(field.value).split(/\s+/).filter(Boolean);
    for (const row of rows) row.hidden = !sought.every((one) => plain(row.dataset.found).includes(one));
    if (sought.length) more.open = true;
    none.textContent = rows.every((row) => row.hidden) ? none.dataset.none : "";
  });
})();
