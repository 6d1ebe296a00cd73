"""How well and how fast the search answers what people type, in the real box, on a phone six times slower than this machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.content import Content
from macros.rendering.links import address as page_address

from .stage import phone, share

SLOWDOWN = 6
_TYPE = """([query]) => new Promise(done => {
  const input = document.querySelector("#chercher"), form = input.form, list = form.querySelector(".g-results");
  const start = performance.now();
  input.value = query;
  input.dispatchEvent(new Event("input", {bubbles: true}));
  const look = () => form.dataset.shown === query || performance.now() - start > 3000
    ? requestAnimationFrame(() => done({ms: performance.now() - start, links: [...list.querySelectorAll("a")].map(a => a.getAttribute("href"))}))
    : setTimeout(look, 1);
  look();
})"""


@dataclass(frozen=True)
class Answer:
    """A query, the address expected below the language's root, those given, best first, and the milliseconds it took."""

    query: str
    wanted: str
    given: tuple[str, ...]
    ms: float

    @property
    def rank(self) -> int:
        """The place of the right page, from 1; 0 when it is not shown."""
        places = [given if "#" in self.wanted else given.split("#")[0] for given in self.given]
        return places.index(self.wanted) + 1 if self.wanted in places else 0


def queries(path: Path) -> list[tuple[str, str]]:
    """(query, reference) of each line of a TSV file."""
    return [tuple(line.split("\t")) for line in path.read_text(encoding="utf-8").splitlines() if line]


def addresses_of(asked: list[tuple[str, str]], content: Content) -> dict[str, str]:
    """Reference -> address of the page that a query asks for. Raises KeyError for a page that does not exist."""
    return {r: page_address("page:glossaire" if r == "cadre:glossaire" else r, content) for _, r in asked}


def ask(browser, address: str, lang: str, asked: list[tuple[str, str]], content: Content, slowdown: float = SLOWDOWN) -> list[Answer]:
    """Type each query into the search box of the home page; the index is loaded and complete, as for a second query."""
    wanted = addresses_of(asked, content)
    with phone(browser, cpu=slowdown) as (page, _):
        page.goto(f"{address}{lang}/", wait_until="networkidle")
        page.focus("#chercher")
        page.wait_for_function("window.GuideSearch && GuideSearch.more")
        page.wait_for_timeout(400 * slowdown)
        found = [page.evaluate(_TYPE, [query]) for query, _ in asked]
    return [
        Answer(query, wanted[reference], tuple(link.removeprefix("./") for link in one["links"]), one["ms"])
        for (query, reference), one in zip(asked, found, strict=True)
    ]


def score(browser, address: str, folder: Path, content: Content, misses: bool = True) -> Iterator[str]:
    """One line a miss, and one a set of queries: right page first, in the first three, none, and the time of an answer."""
    for path in sorted(folder.rglob("*.tsv")):
        got = ask(browser, address, path.name.split(".")[0], queries(path), content)
        for answer in got if misses else ():
            if answer.rank != 1:
                yield f"  {answer.query} -> rang {answer.rank or '–'} ; attendu {answer.wanted} ; donné {', '.join(answer.given[:2])}"
        first, three = (sum(0 < a.rank <= n for a in got) for n in (1, 3))
        none = sum(not a.given for a in got)
        yield (f"{path.relative_to(folder)} : première {first}/{len(got)} ({first / len(got):.0%}), dans les trois {three}/{len(got)} ({three / len(got):.0%}), "
               f"vide {none} ; p95 {share([a.ms for a in got], 0.95):.0f} ms")
