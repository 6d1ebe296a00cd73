"""A guide that nobody wrote, for the bench: plausible French drawn from a seed, in the shapes of the content;
the other languages are the French with every word marked. Pure: whoever measures writes it to the disk.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

#: Code -> name and direction, in the order in which a small bench takes them.
LANGUAGES: Mapping[str, tuple[str, str]] = {
    "fr": ("Français", "ltr"),
    "en": ("English", "ltr"),
    "ar": ("العربية", "rtl"),
    "es": ("Español", "ltr"),
    "tr": ("Türkçe", "ltr"),
    "ru": ("Русский", "ltr"),
    "pt": ("Português", "ltr"),
    "it": ("Italiano", "ltr"),
}
TERRITORY = "banc"
#: The page to which what a guide has once leads.
_FIRST = "demarche-1"

#: Facts in a file, groups in the menu.
_FACTS, _GROUPS = 10, 6
_COMMUNES = (
    "insee,name,department,postcodes,street,hall_postcode,hall_city,phone,email,web,as_of,status\n"
    "99001,Petiteville,99,99100,1 place de la Mairie,99100,Petiteville,01 99 00 00 02,,,2020-01-01,"
    "to-confirm\n"
    "99002,L’Autre-Bourg,99,99200,,99200,L’Autre-Bourg,,,,2020-01-01,to-confirm\n"
)
_KEYWORDS = ("dossier", "guichet", "preuve", "lettre", "attente", "copie", "numéro", "rendez-vous")
_WHO = ("La mairie", "Le bailleur", "La commission", "Le service", "La préfecture", "Votre conseiller")
_DO = ("Gardez", "Demandez", "Envoyez", "Montrez", "Relisez", "Préparez", "Apportez", "Complétez", "Signez")
_WHAT = (
    "le formulaire",
    "une copie de la lettre",
    "votre attestation",
    "le dossier complet",
    "la preuve d’envoi",
    "votre numéro",
    "le récépissé",
    "la décision écrite",
)
_WHEN = (
    "avant la date écrite",
    "dès que possible",
    "après chaque changement",
    "le jour du rendez-vous",
    "quand on vous le demande",
    "sans attendre la réponse",
    "avec votre pièce d’identité",
)
_WHY = (
    "c’est votre preuve",
    "le délai part de ce jour",
    "un refus se conteste",
    "personne ne peut le refuser",
    "la loi le prévoit",
    "votre place est gardée",
    "rien n’est à payer",
)
#: Words that stay: what is filled in, where a link leads, what is bold, figures.
_KEPT = re.compile(r"(\{[^}]*\}|\]\([^)]*\)|\[|\*\*|\d+)")
_SCRIPTS: Mapping[str, dict[int, int]] = {
    "ar": str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابتثجحخدذرزسشصضطظعغفقكلمنه"),
    "ru": str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопярстувшыжз"),
}
#: Where the short answer of a page begins.
_SHORT = re.compile(r'^( *"?short"?: "?)(?=\S)', re.MULTILINE)
_UNTRANSLATED = re.compile(r'^msgid "(?P<french>.+)"\nmsgstr ""$', re.MULTILINE)


def guide(procedures: int, languages: list[str], papers: bool = False) -> dict[str, Any]:
    """Path below the content folder -> what stands there, for so many procedures; the words of the interface
    and the catalogues apart. The same numbers give the same guide.
    """
    counts = {"criteria": 1 + procedures // 12, "facts": 1 + procedures // 12}
    files: dict[str, Any] = {f"facts/sujet-{n}.yml": _facts(n) for n in range(1, counts["facts"] + 1)}
    for n in range(1, procedures + 1):
        files[f"procedures/demarche-{n}.yml"] = _procedure(n, procedures, counts)
    for n in range(1, counts["criteria"] + 1):
        files[f"criteria/critere-{n}.yml"] = _criterion(n, procedures)
    pages = [
        *(f"demarche:demarche-{n}" for n in range(1, procedures + 1)),
        *(f"critere:critere-{n}" for n in range(1, counts["criteria"] + 1)),
        "contact:conseil",
        "parcours:ma-situation",
    ]
    spoken = [_language(code, papers) for code in languages]
    return (
        files
        | _once(procedures)
        | {
            "languages.yml": spoken,
            "numbers.yml": {str(number): page for number, page in enumerate(pages, 1)},
        }
    )


def written(files: Mapping[str, Any]) -> dict[str, str]:
    """The same files as text: JSON is YAML."""
    told = {path: json.dumps(value, ensure_ascii=False, indent=1) for path, value in files.items()}
    return told | {f"territories/communes/{TERRITORY}.csv": _COMMUNES}


def marked(french: str, language: str) -> str:
    """The French with every word marked as one of `language`: other letters, the same figures, links and
    gaps, so that it is a translation that can be shown.
    """
    return "".join(
        part if _KEPT.fullmatch(part) else _spoken(part, language) for part in _KEPT.split(french) if part
    )


def translated(catalogue: str, language: str) -> str:
    """A PO file with nothing translated yet -> the same with everything marked."""

    def filled(match: re.Match[str]) -> str:
        # `\"` and `\\` are the same in both lines: no mark touches them.
        return f'msgid "{match["french"]}"\nmsgstr "{marked(match["french"], language)}"'

    return _UNTRANSLATED.sub(filled, catalogue)


def edited(procedure: str, mark: str) -> str:
    """The file of a procedure, its short answer begun by `mark`: an edit, and where to see it."""
    return _SHORT.sub(rf"\g<1>{mark} ", procedure, count=1)


def _spoken(text: str, language: str) -> str:
    if language in _SCRIPTS:
        return text.lower().translate(_SCRIPTS[language])
    return re.sub(r"[^\W\d_]{3,}", lambda word: f"{word[0]}{language[-1]}", text)


def _sentences(chance: Random, count: int) -> str:
    return " ".join(_sentence(chance) for _ in range(count))


def _sentence(chance: Random) -> str:
    if chance.random() < 0.3:
        return f"{chance.choice(_WHO)} le sait : {chance.choice(_WHY)}."
    return f"{chance.choice(_DO)} {chance.choice(_WHAT)} {chance.choice(_WHEN)} : {chance.choice(_WHY)}."


def _items(
    chance: Random, name: str, count: int, proof: list[str], sentences: int = 3
) -> Iterator[dict[str, Any]]:
    for n in range(1, count + 1):
        yield {"id": f"{name}-{n}", "text": _sentences(chance, sentences), "proof": proof}


def _procedure(number: int, procedures: int, counts: Mapping[str, int]) -> dict[str, Any]:
    """A page of some five hundred words."""
    chance = Random(f"demarche {number}")
    proof = [f"fait-{chance.randint(1, counts['facts'])}-{chance.randint(1, _FACTS)}"]
    near = 1 + number % procedures
    steps = [item | {"detail": _sentence(chance)} for item in _items(chance, "etape", 6, proof)]
    steps[0]["text"] += f" Lisez [la page voisine](demarche:demarche-{near})."
    return {
        "id": f"demarche-{number}",
        "group": _group(number),
        "title": f"Préparer {chance.choice(_WHAT)}, cas {number}",
        "short": f"Votre demande vaut {{valeur:validite}}. {_sentence(chance)}",
        "keywords": [f"{word} {number}" for word in _KEYWORDS],
        "conditions": {"any": list(_items(chance, "cas", 3, proof, 1))},
        "steps": steps,
        "papers": {
            "required": [{"document": "identite"}, {"document": "revenus"}],
            "later": [{"document": "bail", "when": "on vous loge déjà"}],
        },
        "deadlines": [
            {"id": "an", "text": "Vous avez **{valeur:validite}**.", "value": "validite", "proof": proof}
        ],
        "outcomes": [
            {
                "id": f"issue-{n}",
                "if": f"On vous oppose {chance.choice(_WHAT)}",
                "then": _sentence(chance),
                "next": f"demarche:demarche-{near}",
                "proof": proof,
            }
            for n in range(1, 4)
        ],
        "recourse": list(_items(chance, "recours", 2, proof)),
        "unknown": [{"id": "date", "text": _sentence(chance), "ask_role": "conseil"}],
        "contacts": [{"role": "conseil"}, {"role": "guichet"}],
        "related": [f"demarche:demarche-{near}", f"critere:critere-{1 + number % counts['criteria']}"],
        "act": {"text": "Demander conseil", "to": "page:communes"},
    }


def _group(number: int) -> str:
    return f"groupe-{1 + number % _GROUPS}"


def _criterion(number: int, procedures: int) -> dict[str, Any]:
    chance = Random(f"critere {number}")
    proof = ["fait-1-1"]
    return {
        "id": f"critere-{number}",
        "title": f"Priorité, cas {number}",
        "text": _sentence(chance),
        "law": "CCH art. L. 441-1",
        "proof": proof,
        "papers": [{"document": "identite"}],
        "opens": list(_items(chance, "ouvre", 3, proof)),
        "keywords": [f"{word} prioritaire {number}" for word in _KEYWORDS],
        "related": [f"demarche:demarche-{1 + number % procedures}"],
    }


def _facts(number: int) -> dict[str, Any]:
    chance = Random(f"sujet {number}")
    return {
        "id": f"sujet-{number}",
        "topic": f"Sujet {number}",
        "facts": [
            {
                "id": f"fait-{number}-{n}",
                "statement": _sentence(chance),
                "law": "CCH art. R. 441-2-7",
                "sources": ["loi"],
                "as_of": "2017-05-08",
                "checked": {"date": "2026-11-01", "how": "copy"},
                "confidence": "high",
                "review": "law",
            }
            for n in range(1, _FACTS + 1)
        ],
    }


def _language(code: str, papers: bool) -> dict[str, Any]:
    name, direction = LANGUAGES[code]
    told: dict[str, Any] = {"code": code, "name": name, "dir": direction, "papers": papers}
    return told | ({"source": True} if code == "fr" else {"written_by": "un logiciel"})


def _once(procedures: int) -> dict[str, Any]:
    """What a guide has once, whatever its size."""
    proof = ["fait-1-1"]
    number = {"number": "01 99 00 00 01", "status": "to-confirm", "ask_contact": "conseil", "proof": proof}
    answers = [
        {"id": "oui", "text": "Oui", "to": f"demarche:{_FIRST}"},
        {"id": "non", "text": "Non", "to": "contact:conseil"},
        {"id": "nsp", "text": "Je ne sais pas", "to": "contact:conseil"},
    ]
    source = {
        "id": "loi",
        "publisher": "Legifrance",
        "title": "Code de la construction",
        "url": "https://www.legifrance.gouv.fr/",
        "nature": "text",
        "state": "2017-05-08",
        "unchanged_since": "2017-05-08",
        "seen": "2026-11-01",
    }
    papers = {"identite": "Pièce d’identité", "revenus": "Avis d’impôt", "bail": "Bail"}
    names = sorted({_group(n) for n in range(1, procedures + 1)})
    return {
        f"territories/{TERRITORY}.yml": {
            "id": TERRITORY,
            "name": "Pays du banc",
            "name_of": "du Pays du banc",
            "epci": "299900001",
            "departments": {"99": "Petit Département"},
            "communes": {"file": f"communes/{TERRITORY}.csv", "proof": proof},
            "roles": [
                {"id": "guichet", "label": "Guichet", "default": "mairie", "registers": True},
                {"id": "conseil", "label": "Conseil sur le logement", "departments": {"99": "conseil"}},
            ],
            "points_grid": {"unknown": "La grille n’est pas publiée."},
        },
        "contacts/conseil.yml": {
            "id": "conseil",
            "kind": "adil",
            "name": "Conseil du Pays du banc",
            "short": "Il répond à vos questions.",
            "keywords": [f"{word} du conseil" for word in _KEYWORDS],
            "does": [{"id": "conseil", "text": "Il conseille.", "proof": proof}],
            "phones": [number],
            "hours": {"unknown": "Horaires inconnus."},
            "serves": {"departments": ["99"]},
        },
        "pathways/ma-situation.yml": {
            "id": "ma-situation",
            "title": "Que faire ?",
            "short": "Répondez.",
            "keywords": [f"{word} à choisir" for word in _KEYWORDS],
            "start": "q1",
            "questions": [{"id": "q1", "text": "Avez-vous une demande ?", "answers": answers}],
            "examples": [{"given": {"q1": "oui"}, "then": f"demarche:{_FIRST}"}],
        },
        "navigation.yml": {
            "start": "parcours:ma-situation",
            "groups": [{"id": name, "title": f"Partie {name[-1]}"} for name in names],
            "urgent": [
                {
                    "id": "fin",
                    "text": "Ma demande expire",
                    "to": f"demarche:{_FIRST}",
                    "call": ["conseil"],
                    "keywords": ["expire", "supprimée"],
                }
            ],
        },
        "values/delais.yml": [
            {
                "id": "validite",
                "label": "Durée de validité",
                "unit": "year",
                "series": [{"from": "2017-05-08", "value": 1, "proof": proof}],
            }
        ],
        "documents.yml": [{"id": i, "name": name, "proof": proof} for i, name in papers.items()],
        "sources.yml": [source],
        "senders.yml": [{"id": "service", "name": "Le service de votre demande", "icon": "counter"}],
        "letters.yml": [
            {
                "id": "rappel",
                "from": "service",
                "name": "Rappel",
                "sender": "Le service",
                "looks": "Une lettre.",
                "says": "Préparez la suite.",
                "means": _FIRST,
                "proof": proof,
            }
        ],
        "glossary.yml": [],
        "asked/fr.yml": {f"demarche:{_FIRST}": ["mon dossier va perimer"]},
    }
