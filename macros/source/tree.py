"""YAML text -> plain data whose every place is known.

Scalars stay text (PyYAML would turn `04100` into 2112 and `no` into false);
duplicate keys, anchors, aliases and tags are refused; the text is read as a
stream of events, so that depth is bounded and no nesting can exhaust the stack.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ..language.strings import MAX_TEXT, faults_of_string
from ..places.faults import MOST, Fault, tell
from ..places.ordinary import TooLarge, read_ordinary
from ..places.source_file import SourceFile, Where

MAX_DEPTH = 24
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: What YAML calls nothing, unless it stands between quotes.
_NOTHING = ("", "~", "null", "Null", "NULL")
_STANDARD_TAGS = "tag:yaml.org,2002:"


def read_document(root: Path, path: Path) -> tuple[SourceFile, list[Fault]]:
    """Read and compose one file. Takes the content root (paths
    are shown from its parent); never raises for a bad file.
    """
    document = SourceFile(path.relative_to(root.parent).as_posix())
    try:
        raw = read_ordinary(path, root)
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        document.lines = raw.decode("utf-8", errors="replace").splitlines()
        return document, [
            document.fault(
                (),
                "L102",
                f"Ce fichier n’est pas en UTF-8 (octet {error.start + 1}) : enregistrez-le en UTF-8.",
            )
        ]
    except TooLarge as error:
        return document, [document.fault((), "L103", error.strerror or "")]
    except OSError as error:
        return document, [document.fault((), "L101", f"Fichier illisible : {error.strerror}.")]
    composed, faults = _composed(document.path, text)
    return composed, list(faults)


@lru_cache(maxsize=2048)
def _composed(shown: str, text: str) -> tuple[SourceFile, tuple[Fault, ...]]:
    """The same text under the same name is the same file: one edit is one file to read again."""
    document, faults = compose(SourceFile(shown), text)
    return document, tuple(faults)


def compose(document: SourceFile, text: str) -> tuple[SourceFile, list[Fault]]:
    """Fill `document` from YAML `text`; returns it with the
    faults met (its data is None when the syntax is broken).
    """
    document.lines = text.splitlines()
    builder = _Builder(document)
    try:
        builder.run(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, col = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        document.data = None
        return document, [document.fault_at(line, col, "L105", f"YAML mal formé : {_explain(error)}.")]
    except (yaml.YAMLError, _TooDeep) as error:
        document.data = None
        message = (
            str(error)
            if isinstance(error, _TooDeep)
            else "YAML mal formé : caractère interdit dans ce fichier."
        )
        return document, [
            document.fault_at(
                getattr(error, "line", 1), 1, "L104" if isinstance(error, _TooDeep) else "L105", message
            )
        ]
    if document.data is None and not builder.faults:
        builder.faults.append(document.fault_at(1, 1, "L106", "Fichier vide."))
    return document, builder.faults


class _TooDeep(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(f"Contenu emboîté sur plus de {MAX_DEPTH} niveaux.")
        self.line = line


class _Builder:
    """Turns events into data and places. One instance a file."""

    def __init__(self, document: SourceFile) -> None:
        self.document = document
        self.faults: list[Fault] = []
        self.stack: list[tuple[Any, Where, str | None]] = []
        self.documents = 0

    def run(self, events: Any) -> None:
        for event in events:
            handler = getattr(self, f"on_{type(event).__name__}", None)
            if handler:
                handler(event)

    def on_DocumentStartEvent(self, event: Any) -> None:
        self.documents += 1
        if self.documents == 2:
            self._fault(event, "L107", "Un seul document par fichier : retirez ce second « --- ».")

    def on_MappingStartEvent(self, event: Any) -> None:
        self._open(event, {})

    def on_SequenceStartEvent(self, event: Any) -> None:
        self._open(event, [])

    def on_MappingEndEvent(self, _event: Any) -> None:
        self.stack.pop()

    on_SequenceEndEvent = on_MappingEndEvent

    def on_AliasEvent(self, event: Any) -> None:
        self._fault(
            event,
            "L109",
            f"Renvoi « *{event.anchor} » : les renvois YAML ne sont pas admis, recopiez le texte.",
        )
        self._place(event, None, alias=True)

    def on_ScalarEvent(self, event: Any) -> None:
        self._refuse_extras(event)
        for code, sentence in faults_of_string(event.value):
            self._fault(event, code, sentence)
        empty = not event.style and (
            event.value == "" or (event.value in _NOTHING and not self._awaits_key())
        )
        self._place(event, None if empty else event.value[:MAX_TEXT])

    def _awaits_key(self) -> bool:
        """Whether a key of a mapping comes next: one called « null » is a word."""
        return bool(self.stack) and isinstance(self.stack[-1][0], dict) and self.stack[-1][2] is None

    def _open(self, event: Any, container: Any) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise _TooDeep(event.start_mark.line + 1)
        self._refuse_extras(event)
        where = self._place(event, container)
        self.stack.append((container, where, None))

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor:
            self._fault(event, "L108", f"Ancre « &{event.anchor} » : les ancres YAML ne sont pas admises.")
        if event.tag and not event.tag.startswith(_STANDARD_TAGS):
            self._fault(
                event, "L110", f"Étiquette « {event.tag} » : les étiquettes YAML ne sont pas admises."
            )
        elif event.tag and event.tag != "!" and getattr(event, "implicit", None) in (False, (False, False)):
            self._fault(event, "L110", "Étiquette YAML (!!…) : elles ne sont pas admises.")

    def _place(self, event: Any, value: Any, alias: bool = False) -> Where:
        mark = (event.start_mark.line + 1, event.start_mark.column + 1)
        if not self.stack:
            if self.documents == 1:
                self.document.data = value
                self.document.places[()] = mark
            return ()
        container, where, key = self.stack[-1]
        if isinstance(container, list):
            here: Where = (*where, len(container))
            container.append(value)
        elif key is None:
            return self._key(event, value, container, where, alias)
        else:
            here = (*where, key)
            container[key] = value
            self.stack[-1] = (container, where, None)
        self.document.places[here] = mark
        return here

    def _key(self, event: Any, value: Any, container: dict[str, Any], where: Where, alias: bool) -> Where:
        name = value if isinstance(value, str) else ""
        if not isinstance(value, str) and not alias:
            self._fault(event, "L111", "Clé illisible : une clé est un mot simple.")
        elif name == "<<":
            self._fault(event, "L109", "Fusion « << » : les fusions YAML ne sont pas admises.")
        elif name in container:
            first = self.document.places.get((*where, f"\0{name}"), (1, 1))[0]
            self._fault(event, "L112", f"Clé « {name} » en double : elle est déjà donnée ligne {first}.")
        else:
            self.document.places[(*where, f"\0{name}")] = (
                event.start_mark.line + 1,
                event.start_mark.column + 1,
            )
        self.stack[-1] = (container, where, name)
        return (*where, name)

    def _fault(self, event: Any, code: str, message: str) -> None:
        mark = event.start_mark
        if len(self.faults) < MOST:
            tell(self.faults, [self.document.fault_at(mark.line + 1, mark.column + 1, code, message)])


_EXPLANATIONS = {
    "mapping values are not "
    "allowed": "un « : » de trop (mettez le texte entre guillemets s’il contient « : »)",
    "found character": "caractère inattendu (mettez le texte entre guillemets)",
    "did not find expected key": "ligne inattendue à cet endroit (vérifiez le retrait et les guillemets)",
    "did not find expected '-' indicator": "tiret attendu (vérifiez le retrait)",
    "could not find expected ':'": "il manque « : » après la clé",
    "found unexpected end of stream": "guillemet jamais refermé",
    "found undefined": "renvoi à une ancre inconnue",
    "did not find expected ',' or": "il manque « , » ou le crochet fermant",
    "control characters are not allowed": "caractère de contrôle interdit",
}


def _explain(error: yaml.MarkedYAMLError) -> str:
    text = f"{error.context or ''} {error.problem or ''}"
    return next(
        (french for english, french in _EXPLANATIONS.items() if english in text),
        "la syntaxe n’est pas comprise ici",
    )
