/* Before anything is drawn: scripts run here, whether a question came with the address, whether this visit was
   told that the translation is not reviewed. The only script that a page waits for, so that nothing shows and
   then goes away. */
"use strict";

(() => {
  const page = document.documentElement;
  page.className = /[?&#]q=[^&]/.test(location.search + location.hash) ? "js g-asked" : "js";
  try {
    if (sessionStorage.getItem(`guide.told.${page.lang}`)) page.classList.add("g-banner-told");
  } catch (_error) {
    /* a store that is refused: told on each page */
  }
})();
