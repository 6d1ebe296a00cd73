/* Counter mode: larger type, French beside the person's language, a bar of tools, and a wipe when nobody touches anything. */
(function () {
  "use strict";
  var words = JSON.parse(document.getElementById("g-words").textContent), root = document.querySelector(".g-brand").href;
  var IDLE = 5 * 60, WARNING = 60, quiet = 0, dialog = null;

  function button(text, act, loud) {
    var element = document.createElement("button");
    element.type = "button";
    element.className = "g-button" + (loud ? "" : " g-quiet");
    element.textContent = text;
    element.addEventListener("click", act);
    return element;
  }

  function wipe() {
    dispatchEvent(new Event("guide:forget"));
    try { sessionStorage.setItem("guide.desk", "1"); } catch (error) { /* storage refused: the mode ends here */ }
    location.replace(root);
  }

  function leave() {
    try { sessionStorage.removeItem("guide.desk"); } catch (error) { /* storage refused: the mode ends with the page */ }
    location.replace(location.href.replace(/([?&])guichet\b=?\w*/, "").split("#")[0]);
  }

  var bar = document.createElement("div"), name = document.createElement("strong"), list = document.createElement("a");
  bar.className = "g-desk-bar";
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", words.guichet);
  name.textContent = words.guichet;
  list.className = "g-button g-quiet";
  list.href = document.querySelector("[data-my-list]").href;
  list.textContent = words.liste;
  bar.append(name, list, button(words.imprimer, function () { print(); }), button(words.effacer, wipe, true), button(words.quitter, leave));
  document.querySelector(".g-skip").after(bar);
  document.querySelectorAll("[data-keep]").forEach(function (keep) { keep.closest("label").hidden = true; });

  /* Five minutes without a touch: a warning; sixty seconds more: everything goes. « Continuer » starts again, as often as wanted. */
  function warn() {
    dialog = document.createElement("dialog");
    dialog.className = "g-warning";
    dialog.setAttribute("role", "alertdialog");
    dialog.setAttribute("aria-labelledby", "g-warning");
    var text = document.createElement("p"), left = document.createElement("p");
    text.id = "g-warning";
    text.textContent = words.veille;
    left.className = "g-left";
    left.setAttribute("aria-hidden", "true");
    var go = button(words.continuer, touched, true);
    dialog.append(text, left, go);
    dialog.addEventListener("cancel", touched);
    document.body.append(dialog);
    if (dialog.showModal) dialog.showModal(); else dialog.setAttribute("open", "");
    go.focus();
  }

  function touched() {
    quiet = 0;
    if (dialog) { dialog.remove(); dialog = null; }
  }

  function tick() {
    quiet += 1;
    if (quiet >= IDLE + WARNING) { quiet = 0; wipe(); }
    else if (quiet >= IDLE) {
      if (!dialog) warn();
      dialog.querySelector(".g-left").textContent = IDLE + WARNING - quiet;
    }
  }

  setInterval(tick, 1000);
  ["pointerdown", "keydown", "wheel", "touchstart", "input"].forEach(function (kind) {
    addEventListener(kind, function () { if (!dialog) quiet = 0; }, { passive: true });
  });
  addEventListener("pageshow", function (event) { if (event.persisted) location.reload(); });
})();
