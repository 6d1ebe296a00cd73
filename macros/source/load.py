"""A content folder -> the immutable `Content`, with every fault met on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..guide.content import Content, Place
from ..model.kinds import KINDS, OTHER_FOLDERS, Kind
from ..model.territory import Territory
from ..places.faults import Fault, did_you_mean, tell
from ..places.ordinary import MAX_BYTES_TABLE, is_inside, read_ordinary
from ..places.source_file import SourceFile, Where
from .communes import read_communes
from .parse import parse
from .tree import read_document

_ID_LINE = re.compile(r"\bid: *[\"']?([a-z0-9]+(?:-[a-z0-9]+)*)")

#: What systems leave in folders; and what programs that write leave beside a file: `.x`, `~$x`, `x~`.
_OF_SYSTEMS = frozenset(
    (
        "thumbs.db",
        "ehthumbs.db",
        "desktop.ini",
        "icon\r",
        "__macosx",
        "$recycle.bin",
        "lost+found",
        "system volume information",
    )
)


def _is_nobodys(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith("~") or name.lower() in _OF_SYSTEMS


def load(root: Path) -> tuple[Content, list[Fault]]:
    """Read the content folder `root`. Never raises for what an editor
    wrote; the content is whole only when no fault is an error.
    """
    if not root.is_dir():
        return Content(), [
            Fault(root.as_posix(), 1, 1, "erreur", "L101", "Ce dossier de contenu n’existe pas.")
        ]
    loader = _Loader(root)
    try:
        loader.run()
    except PermissionError as error:
        return Content(), [
            Fault(
                root.as_posix(), 1, 1, "erreur", "L101", f"Dossier de contenu illisible : {error.strerror}."
            )
        ]
    return loader.content(), loader.faults


class _Loader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.faults: list[Fault] = []
        self.places: list[Place] = []
        #: (kind, id) -> where it stands first.
        self.first: dict[tuple[str, str], Place] = {}
        #: File -> its objects that stand elsewhere already, as faults.
        self.twice: dict[str, list[Fault]] = {}
        self.found: dict[str, Any] = {}
        self.doubtful: set[str] = set()
        self.unsound: set[str] = set()

    def run(self) -> None:
        for kind in KINDS:
            self.kind(kind)
        self.flatten_facts()
        self.strange_files()
        for territory in self.found.get("territories", {}).values():
            self.communes(territory)

    def kind(self, kind: Kind) -> None:
        """Every file of a kind."""
        if kind.shape == "objects":
            for path in self.files(kind.path):
                self.one(path, kind)
        elif kind.shape == "lists":
            for path in self.files(kind.path) if kind.path.endswith("/") else [self.root / kind.path]:
                self.many(path, kind)
        elif kind.shape == "whole":
            self.mapping(kind)
        elif kind.shape == "languages":
            for path in self.files(kind.path):
                self.of_language(path, kind)

    def content(self) -> Content:
        return Content(**self.found, places=tuple(self.places), doubtful=frozenset(self.doubtful))

    def files(self, folder: str) -> Iterable[Path]:
        """The content files of a folder; those that systems hide beside them (`._page.yml`) are nobody's."""
        return sorted(path for path in (self.root / folder).glob("*.y*ml") if not _is_nobodys(path.name))

    def read(self, path: Path) -> SourceFile | None:
        file, faults = read_document(self.root, path)
        self.faults += faults
        if isinstance(file.data, (dict, list)):
            return file
        if not faults:
            self.faults.append(
                file.fault(
                    (),
                    "M203",
                    "Ce fichier n’est qu’un mot : il doit contenir des lignes « clé: valeur » ou une liste.",
                )
            )
        self.doubt(file, path.stem)
        return None

    def doubt(self, file: SourceFile, *names: str) -> None:
        """Remember the ids that an unsound file seems to hold,
        so that its faults do not spread to all that cites them.
        """
        self.doubtful |= set(names)
        if file.path not in self.unsound:
            self.unsound.add(file.path)
            self.doubtful |= {found for line in file.lines for found in _ID_LINE.findall(line)}

    def one(self, path: Path, kind: Kind) -> None:
        file = self.read(path)
        if file is None:
            return
        item, faults = _parsed(file, kind.model)
        self.faults += faults
        if item is None:
            self.doubt(file, path.stem)
            return
        if item.key != path.stem:
            self.doubt(file, path.stem)
            self.faults.append(
                file.fault(
                    ("id",),
                    "R303",
                    f"Le fichier s’appelle « {path.stem} » et l’objet « {item.key} » : "
                    "ils doivent porter le même nom.",
                )
            )
        self.add(kind.attribute, item, Place(kind.name, item.id, file))

    def many(self, path: Path, kind: Kind) -> None:
        if not path.exists():
            return
        file = self.read(path)
        if file is None:
            return
        if not isinstance(file.data, list):
            self.faults.append(
                file.fault((), "M203", "Ce fichier est une liste : chaque élément commence par « - ».")
            )
            self.doubt(file)
            return
        told: list[Fault] = []
        for index in range(len(file.data)):
            item, faults = _parsed(file, kind.model, (index,))
            if item is None:
                self.doubt(file)
            else:
                self.add(kind.attribute, item, Place(kind.name, item.key, file, (index,)))
            if not tell(told, faults):
                self.doubt(file)
                break
        self.faults += told

    def mapping(self, kind: Kind) -> None:
        path = self.root / kind.path
        if not path.exists():
            return
        file = self.read(path)
        if file is None:
            return
        value, faults = _parsed(file, kind.model)
        self.faults += faults
        if value is None:
            self.doubt(file, kind.path)
            return
        self.found[kind.attribute] = value
        self.places.append(Place(kind.name, kind.attribute, file))

    def of_language(self, path: Path, kind: Kind) -> None:
        """What one file a language says, under the language's name."""
        file = self.read(path)
        if file is None:
            return
        value, faults = _parsed(file, kind.model)
        self.faults += faults
        if value is not None:
            self.found.setdefault(kind.attribute, {})[path.stem] = value
            self.places.append(Place(kind.name, path.stem, file))

    def add(self, attribute: str, item: Any, place: Place) -> None:
        known = self.found.setdefault(attribute, {})
        if item.key in known:
            first = self.first[place.kind, item.key]
            line = first.file.places.get(first.where, (1, 1))[0]
            told = self.twice.setdefault(place.file.path, [])
            before = len(told)
            sentence = f"« {item.key} » existe déjà : {first.file.path} ligne {line}."
            tell(told, [place.file.fault((*place.where, "id"), "R302", sentence)])
            self.faults += told[before:]
            return
        known[item.key] = item
        self.first[place.kind, item.key] = place
        self.places.append(place)

    def flatten_facts(self) -> None:
        """Facts are cited by id whatever their topic: index them together, each with its own place."""
        for place in [p for p in self.places if p.kind == "topic"]:
            for index, fact in enumerate(self.found["topics"][place.id].facts):
                self.add("facts", fact, Place("fact", fact.id, place.file, ("facts", index)))

    def strange_files(self) -> None:
        """A file that nothing reads is a typo in its name or its folder."""
        folders = {*OTHER_FOLDERS, *(kind.schema for kind in KINDS if kind.path.endswith("/"))}
        files = {kind.path for kind in KINDS if not kind.path.endswith("/")}
        for path in sorted(self.root.iterdir()):
            if _is_nobodys(path.name):
                continue
            known = folders if path.is_dir() else files
            if path.name not in known:
                shown = path.relative_to(self.root.parent).as_posix()
                what = "Dossier" if path.is_dir() else "Fichier"
                self.faults.append(
                    Fault(
                        shown,
                        1,
                        1,
                        "erreur",
                        "L113",
                        f"{what} inattendu dans le contenu.{did_you_mean(path.name, known)}",
                    )
                )

    def communes(self, territory: Territory) -> None:
        place = next(p for p in self.places if p.kind == "territory" and p.id == territory.id)
        name = territory.communes.file
        path = self.root / "territories" / name

        def wrong(code: str, sentence: str) -> None:
            self.faults.append(place.file.fault(("communes", "file"), code, sentence))

        if not is_inside(path, self.root / "territories"):
            wrong(
                "L115",
                f"« {name} » sort du dossier du territoire : nommez un fichier de « territories/communes/ ».",
            )
            return
        if not path.is_file():
            wrong("L101", f"Fichier de communes absent : « {name} ».")
            return
        try:
            text = read_ordinary(path, self.root, MAX_BYTES_TABLE).decode("utf-8-sig")
        except OSError as error:
            wrong("L101", f"Fichier de communes illisible : « {name} » ({error.strerror}).")
            return
        except UnicodeDecodeError:
            wrong(
                "L102",
                f"« {name} » n’est pas en UTF-8 : dans Excel, enregistrez sous « CSV UTF-8 (délimité "
                "par des virgules) ».",
            )
            return
        file = SourceFile(path.relative_to(self.root.parent).as_posix(), lines=text.split("\n"))
        communes, faults = read_communes(file, text)
        self.faults += faults
        self.found.setdefault("communes", {})[territory.id] = communes


@lru_cache(maxsize=8192)
def _parsed(file: SourceFile, model: Any, where: Where = ()) -> tuple[Any, tuple[Fault, ...]]:
    """What a file holds, parsed once for as long as it is the same file."""
    item, faults = parse(file, model, where)
    return item, tuple(faults)
