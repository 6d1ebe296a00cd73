"""What a page offers to print: the papers that the build made, with how many pages they have and how big they
are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from ..guide.content import split_reference
from ..guide.guide import Guide
from ..model.kinds import PAGES
from ..speech.addresses import between_languages, relative
from ..speech.discretion import neutral_name
from ..speech.formats import number

#: Path below the site (`ar/fiches/dalo.pdf`) -> (pages, or files in a ZIP; bytes). Empty where nothing is
#: printed.
Papers = Mapping[str, tuple[int, int]]

#: Form of a sheet -> how its file name ends, in the order in which they are offered.
_FORMS: Mapping[str, str] = {"lang": ".pdf", "bilingual": ".fr.pdf", "large": ".gros.pdf"}

_MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper as a link: which form (`lang`, `bilingual`, `large`, `french`), where from this page, how many
    pages, how big.

    `name` is what it is saved as, where its own would tell too much.
    """

    kind: str
    href: str
    pages: int
    size: int
    name: str = ""


def offers(guide: Guide, reference: str, page: str, papers: Papers) -> list[Offer]:
    """The sheets of the page behind `reference`, as seen from the address `page`; an agent page not
    translated offers the French one.
    """
    kind, identifier = split_reference(reference)
    page_kind = PAGES[kind].page if kind in PAGES else None
    if page_kind is None or page_kind.sheets is None:
        return []
    stem = f"fiches/{page_kind.sheets}{identifier}"
    name = partial(neutral_name, guide, reference)
    found = [
        replace(offer, name=name(offer.href))
        for form, end in _FORMS.items()
        for offer in _offer(form, guide.lang, f"{stem}{end}", page, papers)
    ]
    if found or guide.language.source:
        return found
    french = f"{stem}{_FORMS['lang']}"
    up = between_languages(page, "fr").removesuffix(page)
    return [Offer("french", up + french, *papers[f"fr/{french}"])] if f"fr/{french}" in papers else []


def paper(guide: Guide, name: str, page: str, papers: Papers) -> Offer | None:
    """The paper called `name` (`guide.pdf`, `fiches-ar.zip`) in the guide's language; None when it was not
    made. An archive is saved under the day of its edition: several may lie on a desk.
    """
    found = next(_offer("lang", guide.lang, f"fiches/{name}", page, papers), None)
    stem, _, end = name.rpartition(".")
    return replace(found, name=f"{stem}-{guide.day.isoformat()}.zip") if found and end == "zip" else found


def size_text(size: int, lang: str) -> tuple[str, str]:
    """A size as a reader knows it: the interface's key of its unit, and the number."""
    return (
        ("taille-mo", number(round(size / _MEGA, 1), lang))
        if size >= _MEGA
        else ("taille-ko", number(max(1, round(size / 1000)), lang))
    )


def _offer(kind: str, lang: str, path: str, page: str, papers: Papers) -> Iterator[Offer]:
    if f"{lang}/{path}" in papers:
        yield Offer(kind, relative(path, page), *papers[f"{lang}/{path}"])
