/* A page whose visit must stay hidden: the quick exit, and no trace in the way back. What the browser itself keeps – its history, its
   calls – no page can take away: the page says so. */
(function () {
  "use strict";
  var exit = document.querySelector("[data-quit]"), left = false, last = 0;
  if (!exit) return;
  var home = document.querySelector(".g-brand").href;
  var tabs = window.BroadcastChannel ? new BroadcastChannel("guide") : null;

  /* The page goes out of sight at once, then out of the way back: the weather takes its place. Where the person had come back from
     further pages, these stand before, and only a new page takes them away: then the guide's home stands in this one's place. */
  function leave() {
    if (left) return;
    left = true;
    document.documentElement.style.display = "none";
    dispatchEvent(new Event("guide:forget"));
    if (window.navigation && navigation.canGoForward) {
      history.replaceState(null, "", home);
      location.assign(exit.href);
    } else {
      location.replace(exit.href);
    }
  }

  exit.addEventListener("click", function (event) {
    event.preventDefault();
    if (tabs) tabs.postMessage("leave");
    leave();
  });
  addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    if (Date.now() - last < 900) exit.click();
    last = Date.now();
  }, true);
  if (tabs) tabs.addEventListener("message", function (event) { if (event.data === "leave") leave(); });
  addEventListener("pageshow", function (event) { if (event.persisted && left) location.replace(home); });

  /* A link inside the guide takes this page's place in the way back, instead of adding to it. */
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.target || link.hasAttribute("download") || link.protocol !== location.protocol || link.host !== location.host) return;
    if (/\.(pdf|zip|vcf)$/.test(link.pathname)) return;
    event.preventDefault();
    location.replace(link.href);
  });
})();
