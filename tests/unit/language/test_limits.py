"""The time to contest a decision: general law always gives it, so no text may call it unknown (T413)."""

from __future__ import annotations

import pytest

from macros.language.limits import unknown_limit
from macros.model.fields import Phrase
from macros.model.pages import Procedure
from macros.model.traversal import phrases_of
from support.guides import real

CALLED_UNKNOWN = [
    "Le délai pour saisir le tribunal après un refus n’a pas été lu. Regardez ce que dit la lettre.",
    "Le délai pour contester un refus de la commission n’a pas été lu pour l’hébergement.",
    "La fiche officielle ne donne pas de délai pour contester. Agissez le plus vite possible.",
    "Nous ne savons pas combien de temps vous avez pour faire un recours.",
    "Le délai du recours contre la CAF n’est pas connu de ce guide.",
    "Contestez la radiation. Le délai est inconnu.",
    "La date limite pour aller au tribunal n’a pas pu être trouvée.",
    "Délai pour faire appel : non lu.",
]

SAID_RIGHTLY = [
    "Vous avez {valeur:delai-tribunal-administratif} pour saisir le tribunal administratif.",
    "La lettre ne donne pas de délai, ou personne ne répond ? Le tribunal peut être saisi quand même.",
    "Si elle ne donne pas de délai, on ne peut pas vous opposer celui du tribunal.",
    "Le délai d’attente anormalement long du Var n’est pas connu : la commission le dit.",
    "Nous ne connaissons pas les dates des commissions de chaque bailleur.",
    "Le téléphone du tribunal n’est pas connu de ce guide.",
    "Le temps de réponse du Défenseur des droits n’est pas connu de ce guide.",
]


@pytest.mark.parametrize("text", CALLED_UNKNOWN)
def test_a_limit_called_unknown_is_found(text):
    assert unknown_limit(text) is not None


@pytest.mark.parametrize("text", SAID_RIGHTLY)
def test_what_is_honestly_unknown_may_be_said(text):
    assert unknown_limit(text) is None


def test_an_unknown_of_a_page_is_a_fault(valid, faults):
    page = valid / "procedures" / "renouveler.yml"
    line = '\nunknown:\n  - {id: delai, text: "Le délai pour contester n’a pas été lu.", ask_role: adil}\n'
    page.write_text(page.read_text(encoding="utf-8").rstrip("\n") + line, encoding="utf-8")
    assert "T413" in {f.code for f in faults(valid)}


REFUSALS = (
    "non-attribution",
    "decision-caleol",
    "decision-dalo",
    "decision-daho",
    "decision-radiation",
    "refus-domiciliation",
)

#: The values that say how long one has before the administrative court.
#: A référé-liberté has no last day: its page says how fast the judge answers.
LIMITS = (
    "delai-tribunal-administratif",
    "delai-contester-dalo",
    "delai-tribunal-dalo",
    "delai-tribunal-ofii",
    "delai-mise-en-demeure-voyage",
    "delai-refere-liberte",
)


def sends_to_the_administrative_court(page: Procedure) -> bool:
    """Whether a page tells its reader to go there, in its text or among its contacts."""
    named = any("tribunal administratif" in phrase.fr for phrase in phrases(page))
    return named or any(helper.role == "tribunal-administratif" for helper in page.contacts)


def phrases(page: Procedure) -> list[Phrase]:
    """The texts of a page."""
    return [phrase for _, _, phrase in phrases_of(page, "")]


def says_how_long(page: Procedure) -> bool:
    """Whether a page gives the limit itself, or the page that explains all limits."""
    told = " ".join(phrase.fr for phrase in phrases(page))
    return any(f"{{valeur:{value}}}" in told for value in LIMITS) or "demarche:contester-decision" in told


def test_a_page_that_sends_to_the_administrative_court_says_how_long_one_has():
    pages = real().content.procedures.values()
    sending = [page for page in pages if sends_to_the_administrative_court(page)]
    assert sending
    assert [page.id for page in sending if not says_how_long(page)] == []


def test_the_letters_that_refuse_give_their_limit():
    letters = real().content.letters
    assert [name for name in REFUSALS if not letters[name].by] == []
