"""How well and how fast the search answers what people type,
in the real box, on a phone six times slower than this machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from macros.guide.content import Content
from macros.speech.addresses import address as page_address
from scripts.measure.stage import phone, share, wait_until

if TYPE_CHECKING:  # the lock of a build has no browser
    from playwright.sync_api import Browser

SLOWDOWN = 6
_TYPE = """([query]) => new Promise(done => {
  const input = document.querySelector("#chercher"), form = input.form;
  const start = performance.now();
  const found = () => [...form.querySelectorAll(".g-results > li > a:not(.g-call)")];
  const links = () => found().map(link => link.getAttribute("href"));
  input.value = query;
  input.dispatchEvent(new Event("input", {bubbles: true}));
  const look = () => form.dataset.shown === query || performance.now() - start > 3000
    ? requestAnimationFrame(() => done({ms: performance.now() - start, links: links()}))
    : setTimeout(look, 1);
  look();
})"""


@dataclass(frozen=True)
class Answer:
    """A query, the addresses that answer it below the language's
    root, those given, best first, and the milliseconds it took.
    """

    query: str
    wanted: tuple[str, ...]
    given: tuple[str, ...]
    ms: float

    @property
    def rank(self) -> int:
        """The place of the first right page, from 1; 0 when
        none is shown. A page with an anchor wants that anchor.
        """
        right = (
            n
            for n, given in enumerate(self.given, 1)
            if given in self.wanted or given.split("#")[0] in self.wanted
        )
        return next(right, 0)


def queries(path: Path) -> list[tuple[str, str]]:
    """(query, references) of each line of a TSV file; several pages that answer as well are parted by `|`."""
    lines = (line.partition("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)
    return [(query, wanted) for query, _, wanted in lines]


def addresses_of(asked: list[tuple[str, str]], content: Content) -> dict[str, str]:
    """Reference -> address of the pages that queries ask
    for. Raises KeyError for a page that does not exist.
    """
    names = {name for _, wanted in asked for name in wanted.split("|")}
    return {
        name: page_address("page:glossaire" if name == "cadre:glossaire" else name, content) for name in names
    }


def ask(
    browser: Browser, home: str, asked: list[tuple[str, str]], content: Content, slowdown: float = SLOWDOWN
) -> list[Answer]:
    """Type each query into the search box of the home page at `home`;
    the index is loaded and complete, as for a second query.
    """
    wanted = addresses_of(asked, content)
    with phone(browser, cpu=slowdown) as (page, _):
        page.goto(home, wait_until="networkidle")
        page.focus("#chercher")
        wait_until(page, "!!(Guide.search && Guide.search.whole)")
        found = [page.evaluate(_TYPE, [query]) for query, _ in asked]
    return [
        Answer(
            query,
            tuple(wanted[name] for name in reference.split("|")),
            tuple(link.removeprefix("./") for link in one["links"]),
            one["ms"],
        )
        for (query, reference), one in zip(asked, found, strict=True)
    ]


def score(
    browser: Browser, address: str, folder: Path, content: Content, misses: bool = True
) -> Iterator[str]:
    """One line a miss, and one a set of queries: right page
    first, in the first three, none, and the time of an answer.
    """
    for path in sorted(folder.rglob("*.tsv")):
        got = ask(browser, f"{address}{path.name.split('.')[0]}/", queries(path), content)
        for answer in got if misses else ():
            if answer.rank != 1:
                yield (
                    f"  {answer.query} -> rang {answer.rank or '–'} ; "
                    f"attendu {' ou '.join(answer.wanted)} ; donné {', '.join(answer.given[:2])}"
                )
        first, three = (sum(0 < a.rank <= n for a in got) for n in (1, 3))
        none = sum(not a.given for a in got)
        yield (
            f"{path.relative_to(folder)} : première {first}/{len(got)} ({first / len(got):.0%}), "
            f"dans les trois {three}/{len(got)} ({three / len(got):.0%}), "
            f"vide {none} ; p95 {share([a.ms for a in got], 0.95):.0f} ms"
        )
