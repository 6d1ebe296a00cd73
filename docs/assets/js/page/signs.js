/* What keyboards and copied texts bring, whatever the language: digits of elsewhere, signs that nobody sees.
   Pure. */
"use strict";

Guide.signs = (() => {
  /* Soft hyphen, zero-width space, marks of direction… A zero-width non-joiner parts two words in Persian;
     elsewhere it is one of them. */
  const UNSEEN = new RegExp(
    "[\\u00ad\\u034f\\u061c\\u180e\\u200b\\u200d-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069" +
      "\\ufe00-\\ufe0f\\ufeff]|\\u200c(?![\\u0600-\\u06ff])",
    "g",
  );
  const ARABIC = 0x660;
  const PERSIAN = 0x6f0;

  const seen = (text) => text.replace(UNSEEN, "");

  /* Arabic and Persian digits as Western ones. */
  const digits = (text) =>
    text
      .replace(/[\u0660-\u0669]/g, (digit) => digit.charCodeAt(0) - ARABIC)
      .replace(/[\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) - PERSIAN);

  /* A figure as it was typed, full-width digits too, in plain signs. */
  const western = (text) => seen(digits(text.normalize("NFKC")));

  return { seen, digits, western };
})();
