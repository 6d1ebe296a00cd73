"""How hard each applicant page is to read: words a sentence, and the longest sentences by name."""

from __future__ import annotations

from collections.abc import Iterator

from macros.guide.content import Content
from macros.guide.texts import prose
from macros.language.readability import measure, sentences, words


def read(content: Content, pages: int = 5) -> Iterator[str]:
    """The whole, then the pages with the longest winded sentences, then the longest sentences."""
    texts = {
        f"{kind}/{item.id}": [text for _, text in prose(kind, item)]
        for kind, items in (("procedures", content.procedures), ("criteria", content.criteria))
        for item in items.values()
    }
    measured = {name: measure(told) for name, told in texts.items()}
    whole = measure(text for told in texts.values() for text in told)
    yield f"{whole.count} phrases, {whole.mean:.1f} mots en moyenne, la plus longue {whole.longest}"
    for name, found in sorted(measured.items(), key=lambda pair: -pair[1].mean)[:pages]:
        yield f"  {name} : {found.mean:.1f} mots par phrase, la plus longue {found.longest}"
    longest = sorted(
        ((words(s), name, s) for name, told in texts.items() for t in told for s in sentences(t)),
        reverse=True,
    )[:pages]
    for count, name, sentence in longest:
        yield f"  {count} mots, {name} : {sentence}"
