/* The browser knows the seeker's time zone better than the server does. The first time it is chosen;
   later it is offered where another one stands. */
(() => {
  const zone = document.getElementById("zone"), country = document.getElementById("country");
  const told = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isHere = (one) => one.value === told || (one.dataset.before || "").split(" ").includes(told);
  const here = zone && told && [...zone.options].find(isHere);
  const shown = document.querySelector("[data-zone]"), offer = document.querySelector("[data-here]");
  const show = () => { if (shown) shown.textContent = zone.selectedOptions[0].textContent; };
  const asDrawn = (one) => [...one.options].every((option) => option.selected === option.defaultSelected)
    || (one.selectedIndex === 0 && !one.querySelector("[selected]"));
  if (!zone) return;
  zone.addEventListener("change", show);
  if (here && shown && !zone.form.querySelector("[role=alert]")) {
    if (asDrawn(country)) country.value = here.parentElement.dataset.country;
    if (asDrawn(zone)) here.selected = true;
  }
  show();
  if (!here || !offer || here.selected) return;
  offer.querySelector("b").textContent = here.textContent;
  offer.querySelector("button").addEventListener("click", () => {
    here.selected = true; offer.hidden = true; zone.focus();
  });
  offer.hidden = false;
})();
