/* The only way for an address to become a program: a script of this language, or the worker of the site.
   Where the host asks for Trusted Types, this is the policy `guide`, and no other can be made. */
"use strict";

Guide.program = (() => {
  const OURS = /^(?:assets|search)\/[a-z0-9/-]+\.js$/;
  /* What another language of the site gives a counter: words, and nothing else. */
  const WORDS = /^[a-z]{2,3}(?:-[a-zA-Z]+)?\/assets\/desk-words\.js$/;
  let policy;

  /* `address`, unchanged. Throws TypeError when it is no script of ours. */
  function checked(address) {
    const { href } = new URL(address, location.href);
    const root = new URL(Guide.root, location.href);
    const isScript = href.startsWith(root.href) && OURS.test(href.slice(root.href.length));
    const site = new URL("../", root).href;
    const isWords = href.startsWith(site) && WORDS.test(href.slice(site.length));
    if (isScript || isWords || href === `${site}sw.js`) return address;
    throw new TypeError(`${address} is no script of the guide`);
  }

  /* What the browser takes for the address of a program. Throws TypeError as `checked`, or when the host
     forbids the policy: whoever asks for a program does without it. */
  return (address) => {
    if (!window.trustedTypes) return checked(address);
    if (!policy) policy = trustedTypes.createPolicy("guide", { createScriptURL: checked });
    return policy.createScriptURL(address);
  };
})();
