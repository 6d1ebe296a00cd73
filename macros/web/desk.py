"""What scripts say at a counter: their words in a language, fetched there and nowhere else; and the pages of
agents in the order of their work.
"""

from __future__ import annotations

from typing import get_args

from ..guide.guide import Guide
from ..guide.localise import is_only_named
from ..language.typography import typeset
from ..model.pages import Procedure, Work
from ..speech import formats
from ..speech.in_script import script_of

#: Where pages find the words, below the root of a language.
DESK_WORDS = "assets/desk-words.js"

#: The moments of an agent's work, in their order.
MOMENTS: tuple[Work, ...] = get_args(Work)

#: What scripts call a word -> its key in the interface.
_WORDS = {
    "bar": "guichet-barre",
    "tools": "guichet-outils",
    "back": "guichet-retour",
    "turn": "guichet-tourner",
    "french": "guichet-francais",
    "talk": "guichet-phrases",
    "print": "guichet-papier",
    "phone": "guichet-telephone",
    "wipe": "guichet-effacer",
    "leave": "guichet-quitter",
    "idle": "guichet-veille",
    "go": "guichet-continuer",
    "age": "guichet-age",
    "today": "guichet-age-jour",
    "index": "guichet-plan",
    "done": "guichet-fait",
    "needed": "guichet-manque",
    "alone": "guichet-sans",
    "sheet": "feuille-titre",
    "made": "feuille-du",
    "have": "feuille-ai",
    "missing": "feuille-manque",
    "complete": "feuille-complet",
    "todo": "feuille-faire",
    "did": "feuille-fait",
    "ring": "feuille-appeler",
    "next": "feuille-rdv",
    "day": "feuille-jour",
    "wrong_day": "feuille-jour-faux",
    "hour": "feuille-heure",
    "place": "feuille-lieu",
    "who": "feuille-avec",
    "bring": "feuille-apporter",
    "code": "feuille-code",
    "sms": "feuille-sms",
    "paper": "feuille-imprimer",
    "slip": "feuille-rdv-seul",
    "letter": "feuille-lettre",
    "close": "feuille-fermer",
    "list": "ma-liste-sms",
    "neutral": "titre-neutre",
    "commune": "seance-commune",
}


def desk_script(guide: Guide) -> str:
    """The words of the counter in the guide's language, its direction, and the day of the edition."""
    interface = guide.content.interface
    words = {name: typeset(interface[key].text, interface[key].lang) for name, key in _WORDS.items()}
    told = {
        **words,
        "name": guide.language.name,
        "dir": guide.language.dir,
        "edition": guide.day.isoformat(),
        "editionSaid": formats.date(guide.day, guide.locale(interface["guichet-age"].lang)),
    }
    return script_of(f'(Guide.deskWords=Guide.deskWords||{{}})["{guide.lang}"]', told)


def by_moment(guide: Guide) -> list[tuple[Work, list[Procedure]]]:
    """The pages of agents at each moment of their work, where they are in the guide's language; no moment
    without a page.
    """
    found = []
    for moment in MOMENTS:
        there = (page for page in guide.content.counter.values() if page.moment == moment)
        pages = [page for page in there if not is_only_named(page, guide.lang)]
        pages.sort(key=lambda page: (page.id != moment, page.title.fr))
        if pages:
            found.append((moment, pages))
    return found
