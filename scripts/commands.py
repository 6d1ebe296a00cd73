"""The sub-commands and their arguments. Heavy imports wait
until a command needs them, so that each starts at once.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.edit.skeletons import SKELETONS
from scripts.french_arguments import FrenchParser
from scripts.unforeseen import refused

if TYPE_CHECKING:  # imported when a command needs it
    from scripts.build.request import Plan


def run(root: Path, arguments: list[str]) -> int:
    """Parse `arguments` and run the command; returns the
    exit status. What the disk refuses is one sentence.
    """
    options = _options(root, arguments)
    try:
        status: int = options.handler(options)
        return status
    except OSError as error:
        sentence = refused(error)
        if not sentence:
            raise
        try:
            print(sentence, flush=True)
        except OSError:  # what is said goes to that same disk
            print(sentence, file=sys.stderr)
        return 1


def _options(root: Path, arguments: list[str]) -> argparse.Namespace:
    """The options of a command. What follows `test` is pytest's own business."""
    parser = _parser(root)
    if arguments[:1] == ["test"] and not {"-h", "--help"} & set(arguments):
        return argparse.Namespace(handler=_test, root=root, pytest=arguments[1:])
    options, strange = parser.parse_known_args(arguments)
    if strange:
        options.parser.error(f"unrecognized arguments: {' '.join(strange)}")
    return options


def _parser(root: Path) -> FrenchParser:
    parser = FrenchParser(
        prog="guide.py",
        description="Guide de la demande de logement social : vérifier, construire, montrer, tester.",
    )
    commands = parser.add_subparsers(title="commandes", required=True, metavar="COMMANDE")

    def add(name: str, help_text: str, handler: Callable[[argparse.Namespace], int]) -> FrenchParser:
        command = commands.add_parser(name, help=help_text, description=help_text)
        command.set_defaults(handler=handler, root=root, parser=command)
        return command

    check = add("check", "vérifie le contenu et liste tout ce qui ne va pas", _check)
    build = add("build", "vérifie puis construit le site, les fiches et les données dans site/", _build)
    serve = add("serve", "montre le site sur http://127.0.0.1:8000 et le refait à chaque changement", _serve)
    test = add("test", "lance tous les tests (installe ce qu’il leur faut)", _test)
    add("lint", "relit le code : style, types, qui connaît qui, scripts, gabarits", _lint)
    add(
        "mutants",
        "abîme le code qui protège, un changement à la fois : un test doit s’en apercevoir",
        _mutants,
    )
    new = add("new", "écrit le squelette d’un nouveau fichier de contenu", _new)
    translate = add("translate", "met à jour les fichiers de traduction (PO) d’après le français", _translate)
    measure = add(
        "measure", "mesure le site construit : poids, vitesse, recherche, accessibilité, lisibilité", _measure
    )
    bench = add(
        "bench", "chronomètre le guide à côté d’autres outils, sur un guide inventé, et le vrai", _bench
    )
    confirm = add(
        "confirm", "note qu’un contact a confirmé un champ au téléphone, et qui a répondu", _confirm
    )
    montages = add(
        "montages", "dessine les fiches en images dans .build/montages/, pour les regarder", _montages
    )
    schemas = add("schemas", "réécrit les schémas JSON qui aident les éditeurs", _schemas)

    add("architecture", "redessine ARCHITECTURE.md d’après qui importe qui dans le code", _architecture)

    for command in (check, build, serve, new, translate, confirm, measure, schemas, bench):
        command.add_argument(
            "--content",
            type=Path,
            default=root / "content",
            metavar="DOSSIER",
            help="dossier de contenu (content/)",
        )
    measure.add_argument(
        "parts", nargs="*", metavar="PARTIE", help="longueur poids vitesse recherche acces lecture (toutes)"
    )
    measure.add_argument(
        "--site", type=Path, default=root / "site", metavar="DOSSIER", help="site construit (site/)"
    )
    measure.add_argument(
        "--lang",
        type=lambda text: text.split(","),
        default=None,
        metavar="fr,ar",
        help="langues (toutes celles du site)",
    )
    measure.add_argument(
        "--queries",
        type=Path,
        default=root / "tests" / "search",
        metavar="DOSSIER",
        help="jeux de requêtes (tests/search)",
    )
    bench.add_argument(
        "--pairs", type=_count, default=3, metavar="N", help="combien de fois chaque mesure se refait (3)"
    )
    bench.add_argument(
        "--only",
        type=lambda text: text.split(","),
        default=None,
        metavar="QUOI",
        help="moteurs, echelle, vrai, edition, papiers (tout)",
    )
    bench.add_argument(
        "--small",
        action="store_true",
        help="un court essai : 6 démarches en 3 langues, dont rien n’est à citer",
    )
    bench.add_argument("--territory", default="amp", metavar="ID", help="territoire du vrai guide (amp)")
    confirm.add_argument("contact", metavar="CONTACT")
    confirm.add_argument(
        "field",
        choices=["phones", "address", "email", "web", "hours"],
        metavar="CHAMP",
        help="phones, address, email, web ou hours",
    )
    confirm.add_argument(
        "--who", required=True, metavar="QUI", help="qui a répondu, par exemple « accueil de l’ADIL »"
    )
    for command in (check, build, serve, confirm):
        command.add_argument(
            "--day",
            type=_day,
            default=None,
            metavar="AAAA-MM-JJ",
            help="jour de l’édition (aujourd’hui, heure de Paris)",
        )
    check.add_argument(
        "--queue", action="store_true", help="liste tous les faits par date de prochaine vérification"
    )
    check.add_argument("--json", action="store_true", help="pour les machines : un objet JSON")
    for command in (build, serve):
        command.add_argument("--territory", default="amp", metavar="ID", help="territoire (amp)")
        command.add_argument(
            "--lang",
            type=lambda text: text.split(","),
            default=None,
            metavar="fr,ar",
            help="langues (toutes)",
        )
        command.add_argument(
            "--out", type=Path, default=root / "site", metavar="DOSSIER", help="où publier (site/)"
        )
        command.add_argument(
            "--commune",
            default=None,
            metavar="INSEE",
            help="fiches avec les contacts de cette commune (code INSEE)",
        )
        command.add_argument(
            "--work",
            type=Path,
            default=None,
            metavar="DOSSIER",
            help="où garder ce qui sert à la construction suivante (.build/)",
        )
    build.add_argument(
        "--compressed",
        action="store_true",
        help="ajoute des copies comprimées (.gz), pour un hébergeur qui les donne",
    )
    montages.add_argument(
        "--site", type=Path, default=root / "site", metavar="DOSSIER", help="site construit (site/)"
    )
    serve.add_argument("--port", type=_port, default=8000, metavar="PORT", help="port (8000)")
    test.add_argument("--fast", action="store_true", help="sans navigateur ni site construit : 20 secondes")
    test.add_argument(
        "--long", action="store_true", help="50 arrêts au hasard, 5 000 contenus abîmés : une demi-heure"
    )
    test.add_argument("--coverage", action="store_true", help="mesure ce que les tests parcourent")
    test.add_argument("pytest", nargs="*", metavar="…", help="arguments passés à pytest, tels quels")
    new.add_argument("kind", choices=list(SKELETONS), metavar="GENRE", help=", ".join(SKELETONS))
    new.add_argument(
        "id", metavar="ID", help="nom du fichier et de la page : minuscules sans accent, chiffres et tirets"
    )
    return parser


#: The years for which a guide can be made: archives date their
#: files from 1980 to 2107, and nobody means the year 9999.
_YEARS = range(2000, 2100)


def _day(text: str) -> dt.date:
    try:
        day = dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise argparse.ArgumentTypeError(f"« {text} » n’est pas un jour : AAAA-MM-JJ") from None
    if day.year not in _YEARS:
        raise argparse.ArgumentTypeError(f"« {text} » : donnez un jour entre {_YEARS[0]} et {_YEARS[-1]}")
    return day


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"« {text} » n’est pas un port : un nombre de 1 à 65535")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 100:
        raise argparse.ArgumentTypeError(f"« {text} » : donnez un nombre de 1 à 99")
    return int(text)


def _today(options: argparse.Namespace) -> dt.date:
    from macros import today

    return options.day or today()


def _check(options: argparse.Namespace) -> int:
    from scripts.edit.checking import check

    return check(options.content.resolve(), _today(options), options.json, options.queue)


def _build(options: argparse.Namespace) -> int:
    print("Construction du guide…", flush=True)
    from scripts.build.building import build

    return build(_plan(options))


def _serve(options: argparse.Namespace) -> int:
    from scripts.build.serving import serve
    from scripts.unforeseen import told

    return serve(_plan(options), options.port, partial(told, options.root, ["serve"]))


def _plan(options: argparse.Namespace) -> Plan:
    from scripts.build.request import Plan

    return Plan(
        options.root,
        options.content.resolve(),
        options.territory,
        options.lang,
        _today(options),
        options.out.absolute(),
        work=options.work and options.work.absolute(),
        commune=options.commune,
        compressed=getattr(options, "compressed", False),
    )


def _montages(options: argparse.Namespace) -> int:
    from scripts.dev.montages import montages

    return montages(options.site.resolve(), options.root / ".build" / "montages")


def _test(options: argparse.Namespace) -> int:
    from scripts.dev.testing import test

    return test(options.root, options.pytest)


def _lint(options: argparse.Namespace) -> int:
    from scripts.dev.linting import lint

    return lint(options.root)


def _mutants(options: argparse.Namespace) -> int:
    from scripts.build.processes import in_processes
    from scripts.dev.mutants import run as try_mutants

    return try_mutants(options.root, in_processes)


def _architecture(options: argparse.Namespace) -> int:
    from scripts.dev.architecture import architecture

    return architecture(options.root)


def _new(options: argparse.Namespace) -> int:
    from scripts.edit.editing import new

    return new(options.content.resolve(), options.kind, options.id)


def _translate(options: argparse.Namespace) -> int:
    from scripts.edit.editing import translate

    return translate(options.content.resolve())


def _measure(options: argparse.Namespace) -> int:
    from scripts.dev.testing import a_browser
    from scripts.measure.measuring import Asked, measure

    asked = Asked(
        options.content.resolve(), options.site.resolve(), options.parts, options.lang, options.queries
    )
    return measure(asked, a_browser)


def _bench(options: argparse.Namespace) -> int:
    from scripts.bootstrap import programs
    from scripts.build.papers import make
    from scripts.measure.bench import Asked, bench

    asked = Asked(
        options.root,
        options.content.resolve(),
        options.territory,
        options.pairs,
        options.only,
        options.small,
    )
    others = partial(programs, options.root, options.root / ".build" / "bench-venv", "bench")
    return bench(asked, others, make)


def _confirm(options: argparse.Namespace) -> int:
    from scripts.edit.editing import confirm

    return confirm(options.content.resolve(), options.contact, options.field, options.who, _today(options))


def _schemas(options: argparse.Namespace) -> int:
    from scripts.edit.editing import schemas

    return schemas(options.content.resolve())
