/* The page « Sans connexion »: says what was asked for and is not kept, and offers what is. The worker puts both addresses after « # ». */
(function () {
  "use strict";
  var block = document.querySelector("[data-missing]"), told = {};
  if (!block) return;
  GuidePage.pairs().forEach(function (pair) { told[pair[0]] = pair[1]; });
  var asked = ofThisSite(told.demande), instead = ofThisSite(told.garde);
  if (!asked) return;

  /* An address below this site, or nothing: anybody may write after « # ». */
  function ofThisSite(path) {
    if (!path) return null;
    var link = document.createElement("a");
    link.href = path;
    return link.origin === location.origin ? link : null;
  }

  /* The name of the language of an address, when it is not the one of this page. */
  function otherLanguage(link) {
    var found = Array.prototype.filter.call(document.querySelectorAll(".g-languages a:not([aria-current])"), function (language) {
      return link.pathname.indexOf("/" + language.hreflang + "/") >= 0;
    })[0];
    return found ? found.textContent : "";
  }

  function show(element) { element.hidden = false; }

  var language = otherLanguage(asked), kind = /\.[a-z]+$/.test(asked.pathname) ? "document" : language ? "language" : "page";
  block.querySelector("[data-language]").textContent = language;
  show(block.querySelector('[data-said="' + kind + '"]'));
  block.querySelector("[data-again]").href = asked.href;
  if (instead) {
    block.querySelector("[data-instead]").href = instead.href;
    show(block.querySelector("[data-instead]"));
  }
  show(block);
})();
