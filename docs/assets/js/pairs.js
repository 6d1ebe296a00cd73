/* Counter mode in another language: each phrase of the page gets its French. The French page, opened unseen beside this one, sends its
   phrases; both pages name them alike, by the nearest id and a number. Works online, offline and from a folder. */
(function () {
  "use strict";
  var PHRASES = "h1,h2,h3,.g-short,.g-say,.g-detail,.g-when,.g-card-title,.g-answer,.g-count,dt,dd,summary,.g-unknown>li,.g-links a,.g-urgent-link,.g-cards p";
  var ASIDE = ".g-proof,.g-fr-sign,.g-calls,.g-desk-fr,svg,small";
  var html = document.documentElement;

  function words(element) {
    var copy = element.cloneNode(true);
    copy.querySelectorAll(ASIDE).forEach(function (aside) { aside.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  /* Name -> element, for each phrase that holds no other. */
  function phrases() {
    var count = {}, found = {};
    document.querySelectorAll("article :is(" + PHRASES + ")").forEach(function (element) {
      if (element.closest(".g-proof,.g-law,.g-share,[hidden]:not(section)") || element.querySelector(PHRASES)) return;
      var owner = element.closest("[id]"), id = owner ? owner.id : "";
      count[id] = (count[id] || 0) + 1;
      found[id + "/" + count[id]] = element;
    });
    return found;
  }

  function add(french) {
    var mine = phrases();
    Object.keys(mine).forEach(function (name) {
      var element = mine[name], text = french[name];
      if (typeof text !== "string" || !text || text === words(element)) return;
      var line = document.createElement("span");
      line.className = "g-desk-fr";
      line.lang = "fr";
      line.dir = "ltr";
      line.textContent = text;
      element.append(line);
    });
    html.classList.add("g-paired");
  }

  if (window !== parent && /[?&]phrases\b/.test(location.search)) {
    var mine = phrases(), said = {};
    Object.keys(mine).forEach(function (name) { said[name] = words(mine[name]); });
    parent.postMessage({ guidePhrases: said }, location.protocol === "file:" ? "*" : location.origin);
    return;
  }
  var link = document.querySelector(".g-languages a[hreflang=fr]");
  if (html.lang === "fr" || !link) return;
  var french = link.href.split(/[?#]/)[0];

  /* Some hosts forbid a page inside a page, and without a network the French may not be kept: the agent is told, and led to it. */
  function tell() {
    var line = document.createElement("p"), way = document.createElement("a");
    line.className = "g-notice g-no-french";
    line.setAttribute("role", "status");
    way.href = french;
    way.hreflang = way.lang = "fr";
    way.textContent = link.textContent;
    line.append(JSON.parse(document.getElementById("g-words").textContent).francais + " ", way);
    document.querySelector("main").prepend(line);
  }

  var PATIENCE = 10000, late = setTimeout(tell, PATIENCE);
  var frame = document.createElement("iframe");
  frame.hidden = true;
  frame.title = "";
  frame.src = french + "?phrases";
  addEventListener("message", function (event) {
    if (event.source !== frame.contentWindow || !event.data || !event.data.guidePhrases) return;
    clearTimeout(late);
    add(event.data.guidePhrases);
    frame.remove();
  });
  document.body.append(frame);
})();
