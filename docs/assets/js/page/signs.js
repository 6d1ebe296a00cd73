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

  /* The zero of each script that writes numbers by tens; its nine other digits follow it. */
  const ZEROS = (
    "660 6f0 7c0 966 9e6 a66 ae6 b66 be6 c66 ce6 d66 de6 e50 ed0 f20 1040 1090 17e0 1810 " +
    "1946 19d0 1a80 1a90 1b50 1bb0 1c40 1c50 a620 a8d0 a900 a9d0 a9f0 aa50 abf0 104a0 " +
    "10d30 11066 110f0 11136 111d0 112f0 11450 114d0 11650 116c0 11730 118e0 11950 11c50 " +
    "11d50 11da0 16a60 16ac0 16b50 1e140 1e2f0 1e950 1fbf0"
  )
    .split(" ")
    .map((code) => Number.parseInt(code, 16));
  const span = (zero) => `${String.fromCodePoint(zero)}-${String.fromCodePoint(zero + 9)}`;
  const DIGITS = new RegExp(`[${ZEROS.map(span).join("")}]`, "gu");

  /* The digits of any script as Western ones. */
  const figures = (text) =>
    text.replace(DIGITS, (digit) => {
      const code = digit.codePointAt(0);
      return code - ZEROS.find((zero) => code >= zero && code <= zero + 9);
    });

  /* A figure as it was typed, full-width digits too, in plain signs. */
  const western = (text) => seen(figures(text.normalize("NFKC")));

  return { seen, digits, figures, western };
})();
