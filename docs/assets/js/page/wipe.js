/* « Tout effacer »: all that the guide wrote on this device goes – what was ticked, the counter's mode, the
   pages kept for the days without a network. Other scripts ask for it by the event `guide:forget`, and hear
   `guide:wipe`. */
"use strict";

(() => {
  const { all } = Guide.dom;

  function forget() {
    Guide.storage.session.forget();
    Guide.storage.device.forget();
    dispatchEvent(new Event("guide:wipe"));
    Guide.copy.drop();
  }

  for (const button of all("[data-wipe]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      forget();
      for (const status of all("[data-wiped]", button.parentNode)) status.textContent = status.dataset.wiped;
    });
  }
  addEventListener("guide:forget", forget);
})();
