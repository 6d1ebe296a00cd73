/* « Écouter »: the page read aloud by a voice of the device itself. A voice of a distant service would send the
   text away: without one of the device in the page's language, no button. */
"use strict";

Guide.listen = (() => {
  /* Some engines stop after fifteen seconds of one breath: a sentence at a time, and long ones in two. */
  const LONGEST = 180;
  const SENTENCE = /[^.!?؟…]+[.!?؟…]*/g;
  const NUMBER = /\d[\d\s\u00a0\u202f.]*\d/g;

  /* A number to dial is read digit by digit, as one dials it. */
  const spelled = (number) => number.replace(/\D/g, "").split("").join(" ");

  /* [{text, dials}] -> what is said, in breaths. `dials`: the text is a number to call. */
  function breaths(text, dials = []) {
    let said = text.replace(/\s+/g, " ").trim();
    for (const number of dials) said = said.replace(number, number.replace(NUMBER, spelled));
    const sentences = (said.match(SENTENCE) || []).map((part) => part.trim()).filter(Boolean);
    return [].concat(...sentences.map(halves));
  }

  function halves(sentence) {
    if (sentence.length <= LONGEST) return [sentence];
    const middle = sentence.lastIndexOf(",", LONGEST);
    const end = middle > 0 ? middle + 1 : sentence.lastIndexOf(" ", LONGEST);
    if (end <= 0) return [sentence];
    return [sentence.slice(0, end), ...halves(sentence.slice(end).trim())];
  }

  /* The voice of the device for a language; null when there is none. */
  function voiceFor(lang, voices) {
    const spoken = voices.filter((voice) => voice.localService && voice.lang.split(/[-_]/)[0] === lang);
    return spoken.find((voice) => voice.default) || spoken[0] || null;
  }

  return { breaths, voiceFor };
})();

(() => {
  const { all, find } = Guide.dom;
  const button = find("[data-listen]");
  const engine = button && window.speechSynthesis;
  if (!engine) return;
  const label = find("span", button);
  const start = label.textContent;
  const READ =
    "main h1, main h2, main h3, main .g-short, main .g-say, main .g-detail, main .g-turns li, main dt, main dd";
  let queue = [];
  let marked = null;

  const isSeen = (element) => element.offsetParent !== null && !element.closest(".g-proof, .g-dock");
  const isFrench = (element) => element.closest("[lang]").lang === "fr" || find(".g-fr", element);

  /* What is seen, once: a block within a block that is read would be read twice. */
  function toRead() {
    const lang = document.documentElement.lang;
    const seen = all(READ).filter(isSeen);
    const blocks = seen.filter((one) => !seen.some((other) => other !== one && other.contains(one)));
    const spoken = blocks.filter((block) => lang === "fr" || !isFrench(block));
    return [].concat(...spoken.map(partsOf));
  }

  function partsOf(block) {
    const dials = all(".g-tel", block).map((link) => link.textContent);
    return Guide.listen.breaths(wordsOf(block), dials).map((text) => ({ text, block }));
  }

  /* The words of a block without its sources. */
  function wordsOf(block) {
    const copy = block.cloneNode(true);
    for (const aside of all(".g-proof, .g-more > summary, .g-then > summary", copy)) aside.remove();
    return copy.textContent;
  }

  function mark(block) {
    if (marked) marked.classList.remove("g-read");
    marked = block;
    if (!block) return;
    block.classList.add("g-read");
    block.scrollIntoView({ block: "center" });
  }

  function stop() {
    queue = [];
    engine.cancel();
    mark(null);
    label.textContent = start;
    button.setAttribute("aria-pressed", "false");
  }

  function next(voice) {
    const part = queue.shift();
    if (!part) {
      stop();
      return;
    }
    if (part.block !== marked) mark(part.block);
    const utterance = new SpeechSynthesisUtterance(part.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.95;
    utterance.onend = () => {
      if (marked) next(voice);
    };
    utterance.onerror = stop;
    engine.speak(utterance);
  }

  function toggle(voice) {
    if (marked) {
      stop();
      return;
    }
    queue = toRead();
    label.textContent = button.dataset.stop;
    button.setAttribute("aria-pressed", "true");
    next(voice);
  }

  function offer() {
    const voice = Guide.listen.voiceFor(document.documentElement.lang.split("-")[0], engine.getVoices());
    const item = button.closest("[data-listen-item]");
    if (!voice || !item.hidden) return;
    item.hidden = false;
    button.addEventListener("click", () => toggle(voice));
  }

  offer();
  if (engine.addEventListener) engine.addEventListener("voiceschanged", offer);
  addEventListener("pagehide", stop);
})();
