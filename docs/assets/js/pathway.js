/* A tree of questions without reloading. The answers stand in the address after « # » and nowhere else. Without this script, each
   question is a target of the page and works as a link. */
(function () {
  "use strict";
  var path = document.querySelector("[data-path]");
  if (!path) return;
  var bar = path.querySelector("progress");
  var screens = Array.prototype.slice.call(path.querySelectorAll(".g-question"));
  var screen = function (id) { return screens.filter(function (s) { return s.id === id; })[0]; };
  var all = function (selector) { return Array.prototype.slice.call(path.querySelectorAll(selector)); };

  /* "#q-toit=oui&q-courrier=non" -> the answers that hold together from the first question on. */
  function read() {
    var given = GuidePage.pairs();
    if (given.length === 1 && given[0].length === 1 && screen(given[0][0])) return { answers: [], now: given[0][0] };
    var now = path.dataset.start, answers = [];
    given.every(function (pair) {
      var link = pair[0] === now && screen(now).querySelector('[data-answer="' + CSS.escape(pair[1] || "") + '"]');
      var next = link && link.getAttribute("href");
      if (!next || next[0] !== "#") return false;
      answers.push(pair);
      now = next.slice(1);
      return true;
    });
    return { answers: answers, now: now };
  }

  function address(answers) {
    return "#" + answers.map(function (pair) { return pair.map(encodeURIComponent).join("="); }).join("&");
  }

  function show(focus) {
    var state = read(), current = screen(state.now);
    screens.forEach(function (s) { s.classList.toggle("g-now", s === current); });
    var total = state.answers.length + 1 + Number(current.dataset.left || 0), outcome = "outcome" in current.dataset;
    bar.max = outcome ? 1 : total;
    bar.value = outcome ? 1 : state.answers.length;
    if (!outcome) {
      current.querySelector(".g-count").textContent = path.dataset.count.replace("{n}", state.answers.length + 1).replace("{total}", total);
    } else {
      recall(current, state.answers);
    }
    all("[data-back]").forEach(function (button) { button.hidden = !state.answers.length; });
    if (focus) {
      current.querySelector("h2").focus({ preventScroll: true });
      if (path.getBoundingClientRect().top < 0) path.scrollIntoView();
    }
  }

  /* What the person answered, under the outcome: it is printed with it. */
  function recall(outcome, answers) {
    var list = outcome.querySelector(".g-given");
    GuidePage.refill(list, answers.map(function (pair) {
      var row = document.createElement("li"), said = document.createElement("strong"), asked = screen(pair[0]);
      said.append.apply(said, copy(asked.querySelector('[data-answer="' + CSS.escape(pair[1]) + '"] span')));
      row.append.apply(row, copy(asked.querySelector("h2")));
      row.append(" ", said);
      return row;
    }));
    outcome.querySelector("[data-answers]").hidden = !answers.length;
  }

  function go(answers) {
    history[document.querySelector("[data-quit]") ? "replaceState" : "pushState"](null, "", address(answers));
    show(true);
  }

  function copy(element) { return Array.prototype.slice.call(element.cloneNode(true).childNodes); }

  path.classList.add("g-live");
  path.addEventListener("click", function (event) {
    var link = event.target.closest("a"), answers = read().answers;
    if (event.target.closest("[data-back]")) go(answers.slice(0, -1));
    else if (link && "restart" in link.dataset) { event.preventDefault(); go([]); }
    else if (link && link.dataset.answer && link.getAttribute("href")[0] === "#") {
      event.preventDefault();
      go(answers.concat([[link.closest(".g-question").id, link.dataset.answer]]));
    }
  });
  addEventListener("hashchange", function () { show(true); });
  show(false);
})();
