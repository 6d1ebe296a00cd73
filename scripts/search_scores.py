"""How well the search answers real queries: `python3 scripts/search_scores.py [site]` after a build.

The queries in `tests/search/` (`query<TAB>reference` a line) were written by people who saw only the titles of pages; those in
`second/` also unseen by whoever wrote the keywords.
The built engine and index run in a browser, as for a reader; a page counts as first when it heads the list.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros import today  # noqa: E402
from macros.content import Content  # noqa: E402
from macros.opening import open_guide  # noqa: E402
from macros.rendering.links import address  # noqa: E402

_RANK = """async ([parts, index, queries]) => {
  for (const text of parts) (0, eval)(text);
  const search = GuideSearch.open(GuideSearch.merge(GuideSearch.index, GuideSearch.more), index);
  return queries.map(query => search(query).items.map(item => item.location));
}"""


@dataclass(frozen=True)
class Answer:
    """A query, the address expected, and the addresses that the engine gave, best first."""

    query: str
    wanted: str
    given: tuple[str, ...]

    @property
    def rank(self) -> int:
        """The place of the right page, from 1; 0 when it is not shown."""
        places = [given if "#" in self.wanted else given.split("#")[0] for given in self.given]
        return places.index(self.wanted) + 1 if self.wanted in places else 0


def queries(path: Path) -> list[tuple[str, str]]:
    """(query, reference) of each line of a TSV file."""
    return [tuple(line.split("\t")) for line in path.read_text(encoding="utf-8").splitlines() if line]


def answers(page, site: Path, lang: str, asked: list[tuple[str, str]], addresses: dict[str, str]) -> list[Answer]:
    """Run the queries of a language on the built site's own engine, in the browser page `page`."""
    folder = site / lang
    names = ("assets/search/vendor/minisearch.js", "assets/search/text.js", "assets/search/engine.js", "search/guide.js", "search/more.js")
    parts = [(folder / name).read_text(encoding="utf-8").replace("var GuideSearch = GuideSearch || {};", "globalThis.GuideSearch ||= {};") for name in names]
    found = page.evaluate(_RANK, [parts, lang, [query for query, _ in asked]])
    return [Answer(q, addresses[ref], tuple(given)) for (q, ref), given in zip(asked, found, strict=True)]


def addresses_of(asked: list[tuple[str, str]], content: Content) -> dict[str, str]:
    """Reference -> address of the page that a query asks for. Raises KeyError for a page that does not exist."""
    return {r: address("page:glossaire" if r == "cadre:glossaire" else r, content) for _, r in asked}


def report(site: Path, folder: Path, browser: str) -> Iterator[str]:
    """One line a miss, and one a language with its score."""
    from playwright.sync_api import sync_playwright

    content = open_guide(ROOT / "content", today()).content
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page()
        for path in sorted(folder.rglob("*.tsv")):
            lang, asked = path.name.split(".")[0], queries(path)
            got = answers(page, site, lang, asked, addresses_of(asked, content))
            for answer in got:
                if answer.rank != 1:
                    yield f"  [{lang}] {answer.query} -> {answer.rank or '-'} ; {answer.wanted} ; {', '.join(answer.given[:2])}"
            first, shown = (sum(a.rank == 1 for a in got), sum(0 < a.rank <= 3 for a in got))
            yield f"{path.relative_to(folder)}: right page first {first}/{len(got)}, among the first three {shown}/{len(got)}"
        chromium.close()


if __name__ == "__main__":
    from scripts.testing import find_browser

    built = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    chosen = find_browser() or sys.exit("No browser: set CHROMIUM.")
    print(*report(built, ROOT / "tests" / "search", os.fspath(chosen)), sep="\n")
