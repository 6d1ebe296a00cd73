"""`guide.py mutants`: break the rooms on which safety rests, one small change at a time; a test notices each.

Not mutmut: it changes no decorated function, and the rule of publication is one. What no test can
notice, because it changes nothing that anybody could see, is named with its reason in `HARMLESS`.
"""

from __future__ import annotations

import ast
import importlib
import os
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, cast

#: Shares work between processes: the work, its parts, how many at a time, how they are started.
Sharing = Callable[[Callable[[Any], bool], Sequence[Any], int, str], list[bool]]


@dataclass(frozen=True)
class Room:
    """A part of the code on which safety rests, and the tests that hold it.

    `functions` are its functions (`Class.method`), all of the file when there are none.
    """

    what: str
    path: str
    tests: tuple[str, ...]
    functions: tuple[str, ...] = ()


ROOMS = (
    Room(
        "un texte n’est jamais du HTML, le français est marqué",
        "macros/web/html.py",
        ("tests/unit/web/test_html.py",),
    ),
    Room(
        "ce qui remplit un mot de l’interface est échappé",
        "macros/web/environment.py",
        ("tests/unit/web/test_html.py",),
        ("Words.text", "Words._fill", "Words.html"),
    ),
    Room(
        "une donnée ne ferme pas le script d’une page",
        "macros/speech/in_script.py",
        ("tests/unit/speech/test_in_script.py",),
    ),
    Room(
        "la commune avant le département",
        "macros/guide/guide.py",
        ("tests/unit/guide/test_people.py", "tests/unit/guide/test_guide.py"),
        ("Guide.people", "Guide.serving", "Guide._person", "Guide.facts"),
    ),
    Room(
        "ce qui peut être publié",
        "macros/model/facts.py",
        ("tests/unit/model/test_facts.py",),
        ("Fact.publishable",),
    ),
    Room(
        "une cellule n’est pas une formule, une carte de visite en est une",
        "macros/export/data.py",
        ("tests/unit/export/test_data.py",),
        ("contacts_csv", "_row", "_proofs", "_date", "_harmless", "vcard", "_card", "_folded"),
    ),
)

#: `file function: before -> after` -> why nobody can see the change.
HARMLESS: dict[str, str] = {
    "macros/web/html.py PhraseRenderer._linked: escape(span.text) -> span.text": (
        "what joins the spans escapes what is not yet HTML"
    ),
    "macros/web/environment.py Words.html: escape(self._fill(key, value)) -> self._fill(key, value)": (
        "a word that is HTML escapes what it is filled with"
    ),
    "macros/export/data.py vcard: _card(p.number) -> p.number": "the model takes a number of digits alone",
    "macros/export/data.py vcard: _card(contact.email.value) -> contact.email.value": (
        "the model takes no address with a comma, a semicolon or a backslash"
    ),
}


@dataclass(frozen=True)
class Mutant:
    """One change: where, what it was and became, and the whole file with it."""

    path: str
    function: str
    was: str
    becomes: str
    source: str

    @property
    def name(self) -> str:
        """What tells it from all others of its file, whatever line it stands at."""
        return " ".join(f"{self.path} {self.function}: {self.was} -> {self.becomes}".split())


def mutants(room: Room, source: str) -> Iterator[Mutant]:
    """Every small change of a room's functions, one at a time."""
    tree = ast.parse(source)
    for name, function in _functions(tree):
        if room.functions and name not in room.functions:
            continue
        for statement in _body(function):
            for node in ast.walk(statement):
                for changed in _changed(node):
                    yield Mutant(
                        room.path, name, ast.unparse(node), ast.unparse(changed), _with(tree, node, changed)
                    )


def _body(function: ast.FunctionDef) -> list[ast.stmt]:
    """What a function does: its docstring is no part of it."""
    return function.body[1:] if ast.get_docstring(function) else function.body


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """(name, function) of each function and method; those inside others are part of them."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{f.name}", f) for f in node.body if isinstance(f, ast.FunctionDef))


_OTHER: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


def _changed(node: ast.AST) -> Iterator[ast.AST]:
    """Each small change of one node."""
    match node:
        case ast.Compare(ops=[operator]):
            yield ast.Compare(node.left, [_OTHER[type(operator)]()], node.comparators)
        case ast.BoolOp():
            yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
            yield from node.values
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.IfExp():
            yield node.body
            yield node.orelse
        case ast.If(test=ast.Name() | ast.Attribute() | ast.Call()):
            yield ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
        case ast.Call():
            yield from _without(node)
        case ast.Constant(value=bool() | int() | str()):
            yield from _others(node)
        case ast.comprehension(ifs=[_, *_]):
            yield ast.comprehension(node.target, node.iter, [], 0)
        case ast.Return(value=ast.expr()):
            yield ast.Return(ast.Constant(None))


def _without(call: ast.Call) -> Iterator[ast.AST]:
    """What is left of a call when it is not made: what it was given, what it was asked of."""
    if len(call.args) == 1 and not isinstance(call.args[0], ast.Starred):
        yield call.args[0]
    if isinstance(call.func, ast.Attribute):
        yield call.func.value


def _others(constant: ast.Constant) -> Iterator[ast.AST]:
    value = constant.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
    elif value:
        yield ast.Constant("")


def _with(tree: ast.Module, node: ast.AST, changed: ast.AST) -> str:
    """The source of the whole file with `changed` in the place of `node`."""

    class Change(ast.NodeTransformer):
        def generic_visit(self, seen: ast.AST) -> ast.AST:
            """Go down, and put the change where the node stands."""
            if getattr(seen, "mark", None) is not None:
                return changed
            return super().generic_visit(seen)

    node.mark = True  # type: ignore[attr-defined]  # ast nodes take any attribute; deepcopy keeps it
    copied = deepcopy(tree)
    del node.mark  # type: ignore[attr-defined]
    return ast.unparse(ast.fix_missing_locations(Change().visit(copied)))


# --- running ----------------------------------------------------------------------------------------------


def run(root: Path, share: Sharing) -> int:
    """Try every mutant of every room, each in a process that `share` starts.

    Prints the survivors; returns 1 when one of them is not explained, or an explanation is for none.
    """
    left = 0
    idle = set(HARMLESS)
    for room in ROOMS:
        made = list(mutants(room, (root / room.path).read_text(encoding="utf-8")))
        alive = survivors(root, room, made, share)
        told = [mutant for mutant in alive if mutant.name not in HARMLESS]
        harmless = len(alive) - len(told)
        print(f"{room.what} : {len(made)} mutants, {len(told)} survivent, {harmless} sans effet", flush=True)
        for mutant in told:
            print(f"  survit : {mutant.name}", flush=True)
        left += len(told)
        idle -= {mutant.name for mutant in alive}
    for name in sorted(idle):
        print(f"HARMLESS explique ce qui n’existe plus, ou ce qu’un test remarque : {name}")
    return 1 if left or idle else 0


def survivors(root: Path, room: Room, made: Sequence[Mutant], share: Sharing) -> list[Mutant]:
    """The mutants that the tests of their room do not
    notice. Raises ValueError when these fail by themselves.
    """
    read_once(root, room)
    passes = partial(_passes, root, room)
    if share(passes, [None], 1, "fork") != [True]:
        raise ValueError(f"{room.what} : ses tests échouent sans que rien ne soit changé.")
    alive = share(passes, made, os.cpu_count() or 1, "fork")
    return [mutant for mutant, unseen in zip(made, alive, strict=True) if unseen]


def read_once(root: Path, room: Room) -> None:
    """Bring the code and its tests into this process: it takes long, and each mutant is a fork of it."""
    _pytest(root, ["--collect-only", *room.tests])


#: Seconds of work, not of waiting on a busy machine, after which a change that never ends is noticed.
_LONG = 120


def _passes(root: Path, room: Room, mutant: Mutant | None) -> bool:
    """Whether the tests of a room pass with a function
    changed. To be run in a process of its own.
    """
    if mutant:
        change(mutant)
    signal.signal(signal.SIGVTALRM, _too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, _LONG)
    return _pytest(root, ["-x", *room.tests])


def _pytest(root: Path, arguments: Sequence[str]) -> bool:
    """Whether pytest is content; nothing of it is seen nor kept."""
    import pytest

    with (
        tempfile.TemporaryDirectory() as kept,
        open(os.devnull, "w", encoding="utf-8") as nowhere,
        redirect_stdout(nowhere),
        redirect_stderr(nowhere),
        chdir(root),
    ):
        os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = kept
        return pytest.main(["-q", "-p", "no:cacheprovider", *arguments]) == 0


def _too_long(*_: object) -> None:
    raise TimeoutError


def change(mutant: Mutant) -> None:
    """Give the function of a mutant its changed code, wherever it is already known."""
    function: object = importlib.import_module(mutant.path.removesuffix(".py").replace("/", "."))
    for name in mutant.function.split("."):
        function = vars(function)[name]  # what is called so, not what reading it gives
    code = compile(mutant.source, mutant.path, "exec")
    _bare(function).__code__ = next(c for c in _codes(code) if c.co_qualname == mutant.function)


def _bare(function: Any) -> FunctionType:
    """The function under what decorates it: a property, a class method, a cache."""
    for part in ("fget", "func", "__wrapped__", "__func__"):
        function = getattr(function, part, None) or function
    return cast(FunctionType, function)


def _codes(code: CodeType) -> Iterator[CodeType]:
    """Each piece of compiled code in another, at any depth."""
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield part
            yield from _codes(part)
