/* The browser knows the seeker's time zone better than the server does. */
(() => {
  const zone = document.getElementById("zone");
  const told = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && told && /UTC$/.test(zone.value)) zone.value = told;
})();
