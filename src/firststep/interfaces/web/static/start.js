/* Hands the start key on to the site's own name where this browser finds it; no address keeps it. */
(() => {
  const form = document.querySelector("form[data-own]");
  if (!form) return;
  if (location.search) history.replaceState(null, "", location.pathname);
  fetch(form.dataset.probe, { mode: "no-cors", cache: "no-store", signal: AbortSignal.timeout(1500) })
    .then(() => { form.action = form.dataset.own; }, () => {})
    .then(() => form.submit());
})();
