/* The browser knows the seeker's time zone better than the server does. */
(() => {
  const zone = document.getElementById("zone"), told = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || !told || !/UTC$/.test(zone.value)) return;
  zone.value = told;
  document.querySelector("[data-zone]").textContent = told;
})();
