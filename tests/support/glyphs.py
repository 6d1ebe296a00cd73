"""The order in which digits are seen: measured where they are drawn, on a page and in a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2

#: Numbers of several groups in an element: each with whether its
#: digits stand from left to right. Hidden ones are not drawn.
_SEEN = r"""
(root) => {
  const number = /\d+(?:[ \u00a0\u202f.,:*\/+–-]\d+)+/g, found = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    for (const match of node.data.matchAll(number)) {
      const boxes = [];
      for (let i = match.index; i < match.index + match[0].length; i++) {
        if (!/\d/.test(node.data[i])) continue;
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        boxes.push(range.getBoundingClientRect());
      }
      if (!boxes.every((box) => box.width)) continue;
      const after = (box, last) => box.left > last.left || box.top > last.top + box.height / 2;
      const order = boxes.every((box, i) => !i || after(box, boxes[i - 1]));
      found.push([match[0], order, node.data.trim().slice(0, 90)]);
    }
  }
  return found;
}
"""


def seen(page: Any, selector: str = "body") -> list[tuple[str, bool, str]]:
    """(number, whether its digits are seen in order, its text)
    for each number of several groups drawn inside `selector`.
    """
    return [tuple(one) for one in page.locator(selector).first.evaluate(_SEEN)]


def turned(page: Any, selector: str = "body") -> list[tuple[str, str]]:
    """(number, its text) for each number whose digits are not seen in the order in which they are written."""
    return [(number, text) for number, right, text in seen(page, selector) if not right]


#: How far apart, in points, the middles of two letters of one line may be.
_SAME_LINE = 2.0


def drawn_lines(pdf: bytes) -> list[str]:
    """The figures and signs of a PDF, line by line, in the order in
    which the eye meets them from the left; letters are left out.
    """
    lines: list[str] = []
    for page in pypdfium2.PdfDocument(pdf):
        rows: list[list[tuple[float, str]]] = []
        line = float("inf")
        for middle, left, character in sorted(_letters(page), reverse=True):
            if line - middle > _SAME_LINE:
                rows.append([])
                line = middle
            rows[-1].append((left, character))
        lines += [_figures("".join(character for _, character in sorted(row))) for row in rows]
    return [line for line in lines if line]


def _letters(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, str]]:
    """(middle of its height, left edge, sign) for each sign that is drawn."""
    text = page.get_textpage()
    for index in range(text.count_chars()):
        character = text.get_text_range(index, 1)
        left, bottom, right, top = text.get_charbox(index, loose=True)
        if character.strip() and right > left:
            yield (bottom + top) / 2, left, character


def _figures(line: str) -> str:
    return " ".join("".join(c if c.isdigit() or c in "*/-–€%.," else " " for c in line).split())
