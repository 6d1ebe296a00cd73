/* Before anything is drawn: scripts run here, and whether a question came with the address. The only script
   that a page waits for, so that nothing shows and then goes away. */
"use strict";

document.documentElement.className = /[?&]q=[^&]/.test(location.search) ? "js g-asked" : "js";
