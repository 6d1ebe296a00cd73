/* A short address opens its page in the language that follows « # », else in the first one of the reader that
   the page has. */
"use strict";

(() => {
  const wanted = [location.hash.slice(1)].concat(navigator.languages || []);
  const link = (code) => code && document.querySelector(`a[hreflang=${JSON.stringify(code.slice(0, 2))}]`);
  const found = wanted.map(link).filter(Boolean)[0];
  if (found) location.replace(found.href);
})();
