"use strict";
// Runs before the page is painted, so that it never flashes in the other theme.
(function () {
  let chosen = null;
  try {
    chosen = localStorage.getItem("lens-theme");
  } catch (refused) {
    chosen = null; // a browser that keeps nothing for local files
  }
  if (chosen === "light" || chosen === "dark") {
    document.documentElement.dataset.theme = chosen;
  }
})();
