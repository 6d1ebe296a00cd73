/* A sentence to show at a counter, full screen, in French and in the person's language, with its law. */
(function () {
  "use strict";
  /* Without <dialog> the sentence is read where it stands. */
  if (!document.createElement("dialog").showModal) return;
  document.querySelectorAll("[data-show]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { open(button); });
  });

  function open(button) {
    var dialog = document.createElement("dialog"), close = document.createElement("button");
    dialog.className = "g-full";
    dialog.setAttribute("aria-label", button.textContent);
    Array.prototype.forEach.call(button.closest("figure").children, function (child) {
      if (!child.contains(button)) dialog.append(child.cloneNode(true));
    });
    close.type = "button";
    close.className = "g-button";
    close.textContent = button.dataset.close;
    close.addEventListener("click", function () { dialog.close(); });
    dialog.append(close);
    dialog.addEventListener("close", function () { dialog.remove(); button.focus(); });
    document.body.append(dialog);
    dialog.showModal();
    close.focus();
  }
})();
