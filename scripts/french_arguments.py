"""argparse in French: the help, and one sentence for what it refuses, with the nearest word that it knows."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from macros.places.faults import did_you_mean

#: What argparse says -> how it is said here. Its own words stand in `{…}`.
_SENTENCES = (
    (r"the following arguments are required: (.+)", "il manque : {0}"),
    (r"unrecognized arguments: (.+)", "argument inconnu : {0}"),
    (r"argument (.+?): expected one argument", "« {0} » attend une valeur"),
    (r"argument (.+?): expected at least one argument", "« {0} » attend au moins une valeur"),
    (r"argument (.+?): invalid int value: '(.*)'", "« {1} » n’est pas un nombre entier ({0})"),
    (r"argument (.+?): invalid \S+ value: '(.*)'", "« {1} » ne convient pas ({0})"),
    (r"argument (.+?): invalid choice: '(.*)' \(choose from (.+)\)", "« {1} » n’est pas admis ({0})"),
    (r"argument (.+?): ignored explicit argument '(.*)'", "« {0} » n’attend pas de valeur"),
    (r"ambiguous option: (.+?) could match (.+)", "« {0} » peut être {1}"),
    (r"argument (.+?): (.+)", "{1} ({0})"),
)
_CHOICE = re.compile(r"invalid choice: '(.*)' \(choose from (.+)\)")
_STRANGE = re.compile(r"unrecognized arguments: (--[a-z-]+)")


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "Usage : " if prefix is None else prefix)


class FrenchParser(argparse.ArgumentParser):
    """An `ArgumentParser` that speaks French. A fault is
    one sentence on the error output, and exit status 2.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, allow_abbrev=False, **options)
        self._positionals.title = "arguments"
        self._optionals.title = "options"
        self.add_argument("-h", "--help", action="help", help="montre cette aide")

    def error(self, message: str) -> NoReturn:
        """Say `message` in French, with what it may have meant, and leave."""
        self.exit(
            2,
            f"{self.prog} : {french(message)}.{self._guess(message)} « {self.prog} --help » "
            "dit ce qui existe.\n",
        )

    def _guess(self, message: str) -> str:
        choice, strange = _CHOICE.search(message), _STRANGE.search(message)
        if choice:
            return did_you_mean(choice[1], re.findall(r"[\w-]+", choice[2]))
        if strange:
            return did_you_mean(
                strange[1], [name for action in self._actions for name in action.option_strings]
            )
        return ""


def french(message: str) -> str:
    """A sentence of argparse in French; as it is when it is not known."""
    for pattern, sentence in _SENTENCES:
        match = re.fullmatch(pattern, message)
        if match:
            return sentence.format(*match.groups())
    return message
