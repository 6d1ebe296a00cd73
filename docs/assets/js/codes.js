/* A code to photograph, drawn in the browser: the address that it holds is told to nobody. What draws it is
   fetched when somebody unfolds the first one. */
"use strict";

Guide.codes = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  /* White around the code, in modules, as readers of codes want it. */
  const MARGIN = 4;

  /* The code of `address` as {size, path}: a square of `size` modules, and what is black in it as the path of
     an SVG. */
  function drawn(address) {
    const code = qrcode(0, "M");
    code.addData(unescape(encodeURIComponent(address)));
    code.make();
    const count = code.getModuleCount();
    let path = "";
    for (let row = 0; row < count; row += 1) {
      for (let column = 0; column < count; column += 1) {
        if (code.isDark(row, column)) path += `M${column + MARGIN} ${row + MARGIN}h1v1h-1z`;
      }
    }
    return { size: count + 2 * MARGIN, path };
  }

  function shape(tag, attributes, ...held) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...held);
    return element;
  }

  /* The code of `address` as an image called `name`. Black on white in every mode: readers of codes want it
     so. */
  function picture(address, name) {
    const { size, path } = drawn(address);
    const attributes = { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": name };
    return shape(
      "svg",
      { ...attributes, "shape-rendering": "crispEdges", "data-address": address },
      shape("rect", { width: size, height: size, class: "g-code-ground" }),
      shape("path", { d: path }),
    );
  }

  return { drawn, picture };
})();

(() => {
  const { all, find, ignore, load, refill } = Guide.dom;

  /* The address is the one that the message beside it tells: that of the page as it is now. */
  function draw(fold) {
    const place = find("[data-code]", fold);
    const address =
      (place.dataset.code || location.href.split("#")[0]) + (fold.dataset.hash || location.hash);
    refill(place, [Guide.codes.picture(address, place.dataset.name)]);
  }

  for (const fold of all("[data-code-fold]")) {
    fold.hidden = false;
    fold.addEventListener("toggle", () => {
      if (!fold.open) return;
      const ready = typeof qrcode === "function" ? Promise.resolve() : load("assets/vendor/qrcode.js");
      ready.then(() => draw(fold)).catch(ignore); // without it the address stays in the message
    });
  }
})();
