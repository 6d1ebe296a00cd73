"""How hard each applicant page is to read: words a sentence, and the longest sentences by name."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.readability import prose_of
from macros.guide.content import Content
from macros.language.readability import measure, sentences, words


def read(content: Content, pages: int = 5) -> Iterator[str]:
    """The whole, then the pages with the longest winded sentences, then the longest sentences."""
    texts = {
        f"{kind}/{item.id}": prose_of(kind, item)
        for kind, items in (("procedures", content.procedures), ("criteria", content.criteria))
        for item in items.values()
    }
    measured = {name: measure(prose) for name, prose in texts.items()}
    whole = measure(text for prose in texts.values() for text in prose)
    yield f"{whole.count} phrases, {whole.mean:.1f} mots en moyenne, la plus longue {whole.longest}"
    for name, found in sorted(measured.items(), key=lambda pair: -pair[1].mean)[:pages]:
        yield f"  {name} : {found.mean:.1f} mots par phrase, la plus longue {found.longest}"
    longest = sorted(
        ((words(s), name, s) for name, prose in texts.items() for t in prose for s in sentences(t)),
        reverse=True,
    )[:pages]
    for count, name, sentence in longest:
        yield f"  {count} mots, {name} : {sentence}"
