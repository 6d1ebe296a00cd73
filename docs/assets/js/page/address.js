/* What stands in an address after « # »: an anchor, or answers. Pure functions. */
"use strict";

Guide.address = (() => {
  /* `text` without its %-escapes; what a person mistyped ("50%") is no address: null. */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (_error) {
      return null;
    }
  }

  /* "#mes%20droits" -> "mes droits"; empty when it cannot be read. */
  const fragment = (address) => decoded(address.slice(1)) || "";

  /* "#a=1&b" -> [["a", "1"], ["b"]]; one malformed part and there is none: half an answer is no answer. */
  function pairs(address) {
    const parts = address.slice(1).split("&").filter(Boolean);
    const found = parts.map((part) => part.split("=").map(decoded));
    return found.some((pair) => pair.includes(null)) ? [] : found;
  }

  /* [["a", "1"], ["b"]] -> "#a=1&b". */
  const hash = (parts) => `#${parts.map((part) => part.map(encodeURIComponent).join("=")).join("&")}`;

  return { fragment, pairs, hash };
})();
