/* The figures at the side come after the cards are drawn; without this script a link leads to them. */
(() => {
  const place = document.querySelector("[data-later]");
  if (!place) return;
  const ask = () => fetch(place.dataset.later)
    .then((answer) => (answer.ok && !answer.redirected ? answer.text() : Promise.reject()))
    .then((figures) => { place.outerHTML = figures; })
    .catch(() => place.removeAttribute("data-later"));
  const drawing = new PerformanceObserver(() => { drawing.disconnect(); ask(); });
  drawing.observe({ type: "paint", buffered: true });
})();
