// Runs before the page is drawn, so that the chosen theme never flashes.
(function () {
  "use strict";
  var chosen = null;
  try {
    chosen = window.localStorage.getItem("theme");
  } catch (noStorage) {
    chosen = null;
  }
  if (chosen === "dark" || chosen === "light") {
    document.documentElement.dataset.theme = chosen;
  }
})();
