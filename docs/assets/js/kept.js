/* The page « Sans connexion »: says what was asked for and is not kept, and offers what is. The worker puts
   both addresses after « # ». */
"use strict";

(() => {
  const { all, find, make } = Guide.dom;
  const block = find("[data-missing]");
  if (!block) return;

  /* An address below this site, or nothing: anybody may write after « # ». */
  function ofThisSite(path) {
    if (!path) return null;
    const link = make("a", { href: path });
    return link.origin === location.origin ? link : null;
  }

  /* The name of the language of an address, when it is not the one of this page. */
  function otherLanguage(link) {
    const others = all(".g-languages a:not([aria-current])");
    const found = others.find(({ hreflang }) => link.pathname.includes(`/${hreflang}/`));
    return found ? found.textContent : "";
  }

  function kindOf(link) {
    if (/\.[a-z]+$/.test(link.pathname)) return "document";
    return otherLanguage(link) ? "language" : "page";
  }

  const told = {};
  for (const [name, path] of Guide.address.pairs(location.hash)) told[name] = path;
  const asked = ofThisSite(told.demande);
  const instead = ofThisSite(told.garde);
  if (!asked) return;

  find("[data-language]", block).textContent = otherLanguage(asked);
  find(`[data-said="${kindOf(asked)}"]`, block).hidden = false;
  find("[data-again]", block).href = asked.href;
  if (instead) {
    const offer = find("[data-instead]", block);
    offer.href = instead.href;
    offer.hidden = false;
  }
  block.hidden = false;
})();
