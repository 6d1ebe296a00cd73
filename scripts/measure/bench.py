"""`guide.py bench`: how fast the guide is, beside other tools on the same pages and beside its targets.

Every figure is the median of measures taken in turn; nothing is counted that was not run here.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from macros import today
from macros.guide.guide import Guide
from macros.opening import ContentError, open_guide
from scripts.measure import bench_guide as invented
from scripts.measure.bench_clock import Command, Failed, Took, processor, timed
from scripts.measure.bench_rivals import RIVALS, Rival
from scripts.measure.bench_serve import Desk, served
from scripts.measure.bench_table import ratio_line, seconds, took_line, value_line

PARTS = ("moteurs", "echelle", "vrai", "edition", "papiers")
ADDRESS = "https://banc.example.org/"
#: Procedures and languages of the guide that nobody wrote; of a short trial.
_WHOLE, _SMALL = (60, 8), (6, 3)
_TIMES = 10


class Batch(Protocol):
    """Papers that were made: how many of them anew."""

    @property
    def compiled(self) -> int:
        """How many were made anew."""
        ...


#: Makes every paper of guides for a public address, in a cache.
Make = Callable[[Mapping[str, Guide], str, Path], Batch]


@dataclass(frozen=True)
class Asked:
    """What to time: the true guide in `content` for `territory`; `pairs` measures of each kind; `only` some
    of `PARTS` (all when None); `small` is a trial, whose figures say nothing.
    """

    root: Path
    content: Path
    territory: str
    pairs: int
    only: list[str] | None
    small: bool


def bench(asked: Asked, programs: Callable[[], Path], make: Make) -> int:
    """Print every figure that is asked for; returns 1 when the guide itself could not be timed. A tool that
    is absent or fails is said to be, and the others go on.

    `programs` brings the other tools and says where they stand, or exits with a sentence; `make` makes
    papers.
    """
    parts = asked.only or list(PARTS)
    unknown = [part for part in parts if part not in PARTS]
    if unknown:
        print(f"Partie inconnue : {', '.join(unknown)}. Connues : {', '.join(PARTS)}.")
        return 1
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as name:
        try:
            for line in _figures(_Bench(asked, Path(name)), parts, programs, make):
                print(line, flush=True)
        except (Failed, ContentError) as error:
            print(f"{error}\nLe banc s’arrête là.")
            return 1
    return 0


def _figures(bench: _Bench, parts: list[str], programs: Callable[[], Path], make: Make) -> Iterator[str]:
    if "moteurs" in parts:
        yield from bench.engines(_brought(programs))
    if "echelle" in parts:
        yield from bench.scale()
    if "vrai" in parts:
        yield from bench.true_guide()
    if "edition" in parts:
        yield from bench.editing()
    if "papiers" in parts:
        yield from bench.papers(make)


def _brought(programs: Callable[[], Path]) -> Path | None:
    try:
        return programs()
    except SystemExit as refusal:
        print(refusal)
        return None


class _Bench:
    """The folder of the bench, and the measures taken in it."""

    def __init__(self, asked: Asked, folder: Path) -> None:
        self.asked, self.folder, self.day = asked, folder, today()
        procedures, languages = _SMALL if asked.small else _WHOLE
        self.procedures = procedures
        self.languages = list(invented.LANGUAGES)[:languages]

    # --- what is run ---------------------------------------------------------------------------------------

    def _guide(self, *arguments: str | Path) -> Command:
        return [sys.executable, self.asked.root / "scripts" / "guide.py", *arguments]

    def _run(self, *arguments: str | Path) -> Took:
        return timed([self._guide(*arguments)], self.folder, environment={"GUIDE_SITE_URL": ADDRESS})

    def _build(self, content: Path, territory: str, place: Path, day: dt.date | None = None) -> Took:
        """A build of `content` in `place`, whatever stands there already."""
        where: list[str | Path] = ["--out", place / "site", "--work", place / "work"]
        when = str(day or self.day)
        return self._run("build", "--content", content, "--territory", territory, "--day", when, *where)

    def _cold(self, content: Path, territory: str, place: Path) -> Took:
        """A build where there is nothing yet."""
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        return self._build(content, territory, place)

    # --- guides --------------------------------------------------------------------------------------------

    def _invented(self, procedures: int) -> Path:
        """The guide that nobody wrote, on the disk; made once."""
        content = self.folder / f"invente-{procedures}"
        if content.exists():
            return content
        for path, text in invented.written(invented.guide(procedures, self.languages)).items():
            target = content / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        shutil.copy(self.asked.root / "content" / "interface.yml", content)
        self._run("translate", "--content", content)
        for catalogue in (content / "translations").glob("*.po"):
            told = invented.translated(catalogue.read_text(encoding="utf-8"), catalogue.stem)
            catalogue.write_text(told, encoding="utf-8")
        return content

    def _copied(self, name: str) -> Path:
        """The true guide, where it can be edited."""
        content = self.folder / name
        shutil.copytree(self.asked.content, content, dirs_exist_ok=True)
        return content

    # --- parts ---------------------------------------------------------------------------------------------

    def engines(self, programs: Path | None) -> Iterator[str]:
        """The guide beside each tool, built from nothing."""
        content, ours = self._invented(self.procedures), self.folder / "ours"
        self._cold(content, invented.TERRITORY, ours)
        pages = _pages(ours / "site")
        yield (
            f"Moteurs : {self.procedures} démarches inventées en {len(self.languages)} langues, "
            f"{pages} pages sans papiers ; {self.asked.pairs} paires"
        )
        for rival in RIVALS:
            lacking = rival.absent(programs)
            if lacking or programs is None:
                yield f"  {rival.name} : absent ({lacking})"
                continue
            yield f"  {self._beside(rival, programs, content, ours)}"

    def _beside(self, rival: Rival, programs: Path, content: Path, ours: Path) -> str:
        def our_turn() -> Took:
            return self._cold(content, invented.TERRITORY, ours)

        def their_turn() -> Took:
            return rival.build(programs, self.folder, self.languages)

        rival.prepare(ours, self.folder / rival.folder, self.languages)
        try:
            if not self.asked.small:
                their_turn()  # not counted, as our first was not: what is read first comes from the disk
            pairs = [_in_turn(number, our_turn, their_turn) for number in range(self.asked.pairs)]
        except Failed as error:
            return f"{rival.name} : a échoué ({' '.join(str(error).split())[-300:]})"
        return ratio_line(rival.name, pairs, rival.target)

    def scale(self) -> Iterator[str]:
        """The guide ten times as large."""
        few, many = self._invented(self.procedures), self._invented(self.procedures * _TIMES)
        sizes: dict[Path, int] = {}

        def turn(content: Path) -> Took:
            place = self.folder / "scale"
            took = self._cold(content, invented.TERRITORY, place)
            sizes[content] = _pages(place / "site")
            return took

        turns = range(self.asked.pairs)
        pairs = [_in_turn(number, lambda: turn(many), lambda: turn(few)) for number in turns]
        times = sizes[many] / sizes[few]
        yield f"Échelle : {sizes[few]} pages, puis {sizes[many]} ({times:.1f} fois autant)".replace(".", ",")
        yield f"  {ratio_line('temps', pairs, 0.9 * times)}"
        yield f"  {value_line('plus grand processus', [took.peak for took, _ in pairs], 'Mo')}"

    def true_guide(self) -> Iterator[str]:
        """The true guide, built from nothing and again."""
        names = ("cold", "same", "next", "changed", "bare", "check")
        done: dict[str, list[Took]] = {name: [] for name in names}
        place, bare = self.folder / "true", self.folder / "bare"
        for _ in range(self.asked.pairs):
            content, tomorrow = self._copied("vrai"), self.day + dt.timedelta(days=1)
            done["cold"].append(self._cold(content, self.asked.territory, place))
            done["same"].append(self._build(content, self.asked.territory, place))
            done["next"].append(self._build(content, self.asked.territory, place, tomorrow))
            _edit(content, "Essai")
            done["changed"].append(self._build(content, self.asked.territory, place))
            without = _without_papers(self._copied("nu"))
            done["bare"].append(self._cold(without, self.asked.territory, bare))
            done["check"].append(self._run("check", "--content", without, "--day", str(self.day)))
        pages = _pages(place / "site")
        each = [
            1000 * (whole.processor - check.processor) / pages
            for whole, check in zip(done["bare"], done["check"], strict=True)
        ]
        yield f"Vrai guide : {pages} pages ; {self.asked.pairs} fois"
        yield f"  {took_line('rien de fait', done['cold'], 30)}"
        yield f"  {took_line('rien n’a changé, même jour', done['same'], 3)}"
        yield f"  {took_line('rien n’a changé, lendemain', done['next'], 3)}"
        yield f"  {took_line('une démarche a changé', done['changed'], 5)}"
        yield f"  {took_line('rien de fait, sans papiers', done['bare'])}"
        yield f"  {value_line('processeur par page, sans papiers ni vérification', each, 'ms', 12)}"
        peaks = [took.peak for name in ("cold", "changed") for took in done[name]]
        yield f"  {value_line('plus grand processus', peaks, 'Mo', 500)}"

    def editing(self) -> Iterator[str]:
        """What an editor waits for, on the guide that nobody wrote and on the true one."""
        made = self._invented(self.procedures)
        yield from self._edited("Édition, guide inventé", made, invented.TERRITORY, self.languages)
        content = self._copied("edite")
        codes = list(open_guide(content, self.day, self.asked.territory).content.languages)
        yield from self._edited("Édition, vrai guide", content, self.asked.territory, codes)

    def _edited(self, title: str, content: Path, territory: str, languages: list[str]) -> Iterator[str]:
        file = _edited_file(content)
        where: list[str | Path] = ["--content", content, "--territory", territory]
        command = self._guide("serve", "--day", str(self.day), "--work", self.folder / "desk", *where)
        starts: list[float] = []
        waits: dict[str, list[float]] = {code: [] for code in languages}
        for number in range(self.asked.pairs):
            with served(command, self.folder, f"/fr/demarches/{file.stem}/") as desk:
                starts.append(desk.start)
                for code in languages:
                    mark = f"Essai{'x' * number}-{code}"
                    waits[code].append(_wait(desk, file, mark, f"/{code}/demarches/{file.stem}/"))
        yield f"{title} : « serve », d’un fichier écrit à la page reçue ; {self.asked.pairs} fois"
        yield f"  {value_line('première page', starts, 's', 3)}"
        for code, found in waits.items():
            yield f"  {value_line(code, found, 's', 0.15)}"

    def papers(self, make: Make) -> Iterator[str]:
        """The papers alone: made from nothing, again, and with one procedure changed."""
        asked = self.asked
        first = open_guide(asked.content, self.day, asked.territory)
        codes = list(first.content.languages)
        guides = {code: open_guide(asked.content, self.day, asked.territory, code) for code in codes}
        rounds = {
            "rien de fait": guides,
            "rien n’a changé": guides,
            "une démarche a changé": with_one_changed(guides),
        }
        done: dict[str, list[Took]] = {name: [] for name in rounds}
        made: dict[str, int] = {}
        for number in range(asked.pairs):
            cache = self.folder / f"papers-{number}"
            for name, wanted in rounds.items():
                started, used = time.monotonic(), processor()
                made[name] = make(wanted, ADDRESS, cache).compiled
                done[name].append(Took(time.monotonic() - started, processor() - used, 0.0, ""))
        yield f"Papiers du vrai guide ; {asked.pairs} fois"
        for name, taken in done.items():
            yield f"  {name} : {made[name]} faits, {seconds(taken)}"


def _in_turn(number: int, ours: Callable[[], Took], theirs: Callable[[], Took]) -> tuple[Took, Took]:
    """A pair, ours first; one time in two, theirs was first."""
    if number % 2:
        other = theirs()
        return ours(), other
    return ours(), theirs()


def _pages(site: Path) -> int:
    return sum(1 for _ in site.glob("*/**/index.html"))


def _edited_file(content: Path) -> Path:
    """The procedure that is edited: the first one that every territory has."""
    files = sorted((content / "procedures").glob("*.yml"))
    return next(file for file in files if "territories:" not in file.read_text(encoding="utf-8"))


def _edit(content: Path, mark: str) -> None:
    file = _edited_file(content)
    file.write_text(invented.edited(file.read_text(encoding="utf-8"), mark), encoding="utf-8")


def _wait(desk: Desk, file: Path, mark: str, page: str) -> float:
    """Seconds that an editor waits for an edit of a page that is before him."""
    desk.get(page)
    desk.rest()
    return desk.edit(file, invented.edited(file.read_text(encoding="utf-8"), mark), mark, page)


def _without_papers(content: Path) -> Path:
    """The same content, which prints nothing."""
    path = content / "languages.yml"
    told = re.sub(
        r"^(- code: \S+)", r"\1\n  papers: no", path.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    path.write_text(told, encoding="utf-8")
    return content


def with_one_changed(guides: Mapping[str, Guide]) -> dict[str, Guide]:
    """The same guides with one procedure's short answer changed."""
    found = {}
    for code, guide in guides.items():
        first = next(iter(guide.content.procedures.values()))
        short = replace(first.short, text=f"{first.short.text} !", fr=f"{first.short.fr} !")
        changed = first.model_copy(update={"short": short})
        content = replace(guide.content, procedures={**guide.content.procedures, first.id: changed})
        found[code] = replace(guide, content=content)
    return found
