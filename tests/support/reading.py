"""What somebody reads on the way to an answer: every word seen, from the top of a page to what is tapped, and
from there on; the folds that stay closed are read by nobody.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page

#: Words seen between what was read last on this page and the end of an element, or of a phrase in it.
_READ = """(target, phrase) => {
  const main = target.closest("main, header, body");
  const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const words = (text) => text.trim().split(/\\s+/).filter((word) => /[\\p{L}\\p{N}]/u.test(word)).length;
  const isSeen = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
  const read = (window.wasRead = window.wasRead || new Set());
  let count = 0;
  let said = "";
  while (walk.nextNode()) {
    const text = walk.currentNode;
    const isWithin = target.contains(text);
    const isAfter = target.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (isAfter && !isWithin) break;
    const element = text.parentElement;
    if (read.has(text) || element.closest("script, style, option, template") || !isSeen(element)) continue;
    read.add(text);
    if (isWithin && phrase) {
      const before = said;
      said += text.data.replace(/[\\s\\u00a0\\u202f]+/g, " ");
      const end = said.indexOf(phrase);
      if (end >= 0) return count + words(said.slice(before.length, end + phrase.length));
    }
    count += words(text.data);
  }
  return phrase ? -1 : count;
}"""


class Walk:
    """A walk on a page: how many taps, how many words read."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0
        self.words = 0

    def tap(self, selector: str) -> None:
        """Read as far as the first thing seen that `selector` names, and tap it."""
        element = self._seen(selector)
        self._read(element)
        self.taps += 1
        element.click()

    def jump(self, selector: str) -> None:
        """Tap a link to a place further down the page: what it passes over is not read."""
        self.tap(selector)
        target = self.page.locator(self._seen(selector).get_attribute("href") or "")
        self.page.evaluate(f"(target) => ({_READ})(target, '')", target.element_handle())

    def read(self, selector: str, phrase: str = "") -> None:
        """Read as far as the end of what `selector` names, or of `phrase` in it: there the answer is."""
        self._read(self._seen(selector), phrase)

    def find(self, selector: str) -> None:
        """Read as far as what `selector` names, and tap it: it is the answer itself (a number, a site)."""
        self._read(self._seen(selector))
        self.taps += 1

    def _seen(self, selector: str) -> Locator:
        return self.page.locator(selector).filter(visible=True).first

    def _read(self, element: Locator, phrase: str = "") -> None:
        count = element.evaluate(f"(target, phrase) => ({_READ})(target, phrase)", phrase)
        assert count >= 0, f"« {phrase} » is not there"
        self.words += count
