/* A page whose visit must stay hidden: the quick exit, and no trace in the way back. What the browser itself
   keeps – its history, its calls – no page can take away: the page says so. */
"use strict";

(() => {
  const { find } = Guide.dom;
  const exit = find("[data-quit]");
  if (!exit) return;
  const home = find(".g-brand").href;
  const tabs = window.BroadcastChannel ? new BroadcastChannel("guide") : null;
  /* Two strokes of Escape within so many milliseconds are a way out too. */
  const TWICE = 900;
  let left = false;
  let last = 0;

  /* The page goes out of sight at once, then out of the way back: the weather takes its place. Where the
     person had come back from further pages, these stand before, and only a new page takes them away: then
     the guide's home stands in this one's place. */
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

  /* The other tabs of the guide that have such a page leave too. */
  function leaveEverywhere(event) {
    event.preventDefault();
    if (tabs) tabs.postMessage("leave");
    leave();
  }

  function strike(event) {
    if (event.key !== "Escape") return;
    if (Date.now() - last < TWICE) exit.click();
    last = Date.now();
  }

  const isPlainClick = (event) =>
    !event.defaultPrevented &&
    !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

  const isInside = (link) => link.protocol === location.protocol && link.host === location.host;

  const opensHere = (link) => !link.target && !link.hasAttribute("download");

  /* A link inside the guide takes this page's place in the way back, instead of adding to it. Papers open
     apart. */
  function follow(event) {
    const link = event.target.closest && event.target.closest("a[href]");
    if (!link || !isPlainClick(event) || !opensHere(link) || !isInside(link)) return;
    if (/\.(pdf|zip|vcf)$/.test(link.pathname)) return;
    event.preventDefault();
    location.replace(link.href);
  }

  exit.addEventListener("click", leaveEverywhere);
  addEventListener("keydown", strike, true);
  if (tabs) {
    tabs.addEventListener("message", (event) => {
      if (event.data === "leave") leave();
    });
  }
  addEventListener("pageshow", (event) => {
    if (event.persisted && left) location.replace(home);
  });
  document.addEventListener("click", follow);
})();
