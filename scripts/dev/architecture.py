"""`guide.py architecture`: draw the house from the code.

Who knows whom is read from the imports, never written by hand.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

#: What is drawn: each folder below is a room, and the modules that stand beside them are one more.
PACKAGES = ("macros", "scripts")

#: What the room of the modules at the top of a package is for.
_TOP = {
    "macros": "`opening`: the content folder opened, checked and made a guide; `define_env` for the engine.",
    "scripts": "`guide.py`: the one command, its arguments, the environment that it brings.",
}
_PAGE = """# Architecture

Drawn from the imports by `python3 scripts/guide.py architecture`; a test keeps it in step.
Change the code, not this page. Why it is so: [decisions](decisions/README.md).
Where to change what: [README](README.md).

{figures}

An arrow says « knows »; it is left out where a longer way says the same.
Arrows go down: nothing knows what stands above it.

```mermaid
flowchart TD
{drawing}
```

Lines are in hundreds, Python alone. The highest floor comes first.

| Room | What it is for | Files | Lines | Knows |
|---|---|---:|---:|---|
{rows}
"""


@dataclass(frozen=True, slots=True)
class Room:
    """A folder of modules: what it is for (its docstring), its size, the rooms that it imports."""

    name: str
    purpose: str
    files: int
    lines: int
    knows: frozenset[str]


@dataclass(frozen=True, slots=True)
class Figures:
    """The house in figures.

    `upward`: arrows between rooms that know each other in a circle; `cycles`: circles of modules.
    """

    rooms: int
    layers: int
    arrows: int
    upward: int
    cycles: int

    def __str__(self) -> str:
        return (
            f"{self.rooms} rooms, {self.layers} layers, {self.arrows} arrows, "
            f"{self.upward} upward, {self.cycles} cycles of modules."
        )


def architecture(root: Path) -> int:
    """Write `ARCHITECTURE.md` below `root`; returns the exit status."""
    (root / "ARCHITECTURE.md").write_text(page(root), encoding="utf-8")
    print(f"ARCHITECTURE.md : {figures(root)}")
    return 0


def page(root: Path) -> str:
    """`ARCHITECTURE.md`, as the code below `root` draws it."""
    house = rooms(root)
    floors = layers({name: room.knows for name, room in house.items()})
    ordered = sorted(house.values(), key=lambda room: (-floors[room.name], room.name))
    return _PAGE.format(
        figures=figures(root),
        drawing="\n".join(_drawing(house, floors)),
        rows="\n".join(_row(room) for room in ordered),
    )


def figures(root: Path) -> Figures:
    """How many rooms, layers and arrows; how many of them should not be."""
    graph = {name: room.knows for name, room in rooms(root).items()}
    return Figures(
        rooms=len(graph),
        layers=max(layers(graph).values()),
        arrows=sum(len(known) for known in graph.values()),
        upward=sum(len(graph[name] & circle) for circle in circles(graph) for name in circle),
        cycles=len(circles(imports(root))),
    )


def rooms(root: Path) -> Mapping[str, Room]:
    """Name -> room, for each folder of the packages."""
    known: dict[str, set[str]] = {}
    for module, others in imports(root).items():
        known.setdefault(room_of(module), set()).update(map(room_of, others))
    return {name: _room(root, name, frozenset(others - {name})) for name, others in known.items()}


def _room(root: Path, name: str, knows: frozenset[str]) -> Room:
    folder = root.joinpath(*name.split("."))
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))]
    return Room(name, _purpose(folder, name), len(texts), sum(text.count("\n") for text in texts), knows)


def _purpose(folder: Path, name: str) -> str:
    if name in _TOP:
        return _TOP[name]
    text = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    return text.partition("\n\n")[0].replace("\n", " ")


def room_of(module: str) -> str:
    """`macros.web.pages` -> `macros.web`; a module at the top of a package stands in its own room."""
    return ".".join(module.split(".")[:2]) if module.count(".") > 1 else module.partition(".")[0]


def imports(root: Path) -> Mapping[str, frozenset[str]]:
    """Module -> the modules of the packages that it imports, anywhere in it. A package is `….__init__`."""
    paths = {
        ".".join(path.relative_to(root).with_suffix("").parts): path
        for package in PACKAGES
        for path in sorted((root / package).rglob("*.py"))
    }
    return {name: frozenset(_imported(name, path, paths)) - {name} for name, path in paths.items()}


def _imported(module: str, path: Path, known: Mapping[str, Path]) -> Iterator[str]:
    def resolved(name: str) -> str | None:
        return next((found for found in (name, f"{name}.__init__") if found in known), None)

    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            named = {resolved(alias.name) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = _base(module, node)
            # `from a.b import c` is the module `a.b.c`, or else a name of `a.b`
            named = {resolved(f"{base}.{alias.name}") or resolved(base) for alias in node.names}
        else:
            continue
        yield from (name for name in named if name)


def _base(module: str, node: ast.ImportFrom) -> str:
    """The package or module that names are taken from, dots resolved."""
    above = module.split(".")[: -node.level] if node.level else []
    return ".".join([*above, *([node.module] if node.module else [])])


def circles(graph: Mapping[str, frozenset[str]]) -> list[frozenset[str]]:
    """The groups of nodes that all reach each other, of two nodes or more."""
    reached = {node: _reached(graph, node) for node in graph}
    groups = {
        frozenset(other for other in reached[node] if node in reached[other]) for node in graph
    }  # a node that reaches itself stands in its own group
    return sorted((group for group in groups if len(group) > 1), key=sorted)


def _reached(graph: Mapping[str, frozenset[str]], start: str) -> frozenset[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = graph[waiting.pop()] - found
        found |= new
        waiting += new
    return frozenset(found)


def layers(graph: Mapping[str, frozenset[str]]) -> Mapping[str, int]:
    """Node -> its layer: 1 for what knows nobody, else one above the highest that it knows.

    A circle stands on one layer.
    """
    reached = {node: _reached(graph, node) for node in graph}
    found: dict[str, int] = {}
    # whoever reaches fewer stands lower; those of a circle reach the same
    for node in sorted(graph, key=lambda name: (len(reached[name]), name)):
        below = [found[other] for other in reached[node] if other in found and node not in reached[other]]
        found[node] = 1 + max(below, default=0)
    return found


def _drawing(house: Mapping[str, Room], floors: Mapping[str, int]) -> Iterator[str]:
    for floor in sorted(set(floors.values()), reverse=True):
        yield f'  subgraph layer{floor}["{floor}"]'
        yield from (f"    {_node(name)}[{_short(name)}]" for name in sorted(house) if floors[name] == floor)
        yield "  end"
    graph = {name: room.knows for name, room in house.items()}
    for name in sorted(house, key=lambda name: (-floors[name], name)):
        yield from (f"  {_node(name)} --> {_node(other)}" for other in sorted(_needed(graph, name)))


def _needed(graph: Mapping[str, frozenset[str]], name: str) -> frozenset[str]:
    """Those that `name` knows and that nobody else whom it knows leads to."""
    return frozenset(
        other
        for other in graph[name]
        if not any(other in _reached(graph, third) for third in graph[name] - {other})
    )


def _row(room: Room) -> str:
    knows = ", ".join(sorted(map(_short, room.knows))) or "nobody"
    hundreds = max(round(room.lines / 100), 1) * 100
    return f"| `{_path(room.name)}` | {room.purpose} | {room.files} | {hundreds} | {knows} |"


def _path(name: str) -> str:
    return f"{name.replace('.', '/')}/"


def _node(name: str) -> str:
    return name.replace(".", "_")


def _short(name: str) -> str:
    """`macros.web` -> `web`; the rooms of scripts keep their package, since that is what they are."""
    return name.removeprefix("macros.").replace(".", "/")
