/* A question that the agent points at, full screen, with the answers that the person points back. Without a
   script both lists stand beside each other. */
"use strict";

(() => {
  const { all, button, find, make } = Guide.dom;
  const place = find("[data-spoken]");
  if (!place || !document.createElement("dialog").showModal) return;
  const replies = all("[data-reply]", place);
  const close = find("[data-spoken-close]").dataset.spokenClose;

  function point(card, cards) {
    for (const other of cards) other.setAttribute("aria-pressed", String(other === card));
  }

  const copies = (card) => Array.from(find(".g-spoken-card", card).cloneNode(true).childNodes);

  function answers(question) {
    const wanted = question.dataset.question.split(" ").filter(Boolean);
    const kept = replies.filter(({ dataset }) => !wanted.length || wanted.includes(dataset.reply));
    const cards = kept.map((reply) => {
      const { className } = find(".g-spoken-card", reply);
      const card = make("button", { type: "button", class: className, "aria-pressed": "false" });
      card.append(...copies(reply));
      card.addEventListener("click", () => point(card, cards));
      return card;
    });
    return cards;
  }

  function open(question, opener) {
    const asked = make("div", { class: "g-spoken-asked", id: "g-asked-now" }, ...copies(question));
    const dialog = make(
      "dialog",
      { class: "g-full g-spoken-full", "aria-labelledby": "g-asked-now" },
      asked,
      make("div", { class: "g-spoken-answers" }, ...answers(question)),
      button(close, () => dialog.close(), { class: "g-button g-quiet" }),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      opener.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
    const first = find(".g-spoken-answers button", dialog);
    if (first) first.focus();
  }

  for (const question of all("[data-question]", place)) {
    const card = find(".g-spoken-card", question);
    const opener = make("button", { type: "button", class: "g-spoken-card" }, ...Array.from(card.childNodes));
    card.replaceWith(opener);
    opener.addEventListener("click", () => open(question, opener));
  }
})();
