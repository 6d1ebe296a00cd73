"""Adding a file adds its page, sheet, search entry and data
in each language; taking it away leaves nothing behind.
"""

from __future__ import annotations

import datetime as dt
import filecmp
import json
import shutil
from pathlib import Path

import pytest

from scripts.build import building
from scripts.build.building import build
from scripts.build.kept import edition_id
from scripts.build.mkdocs_engine import LanguageResult
from scripts.build.publishing import PublishError, editions_of, new_edition, publish
from scripts.build.request import Plan
from support import DAY, ROOT


class House:
    """A small guide in a folder of its own, built at will."""

    def __init__(self, content: Path, territory: str) -> None:
        self.content, self.territory = content, territory
        self.site = content.parent / f"site-{territory}"

    def build(self) -> int:
        work = self.content.parent / "work"
        return build(Plan(ROOT, self.content, self.territory, None, DAY, self.site, work=work))

    def traces(self, word: str) -> list[str]:
        """Every file of the site whose name or text holds `word`."""
        found = []
        for path in sorted(self.site.resolve().rglob("*")):
            name = path.relative_to(self.site.resolve()).as_posix()
            text = (
                path.read_text(encoding="utf-8", errors="ignore")
                if path.is_file() and path.suffix != ".pdf"
                else ""
            )
            if word in name or word in text:
                found.append(name)
        return found


@pytest.fixture(params=["petit", "voisin"])
def house(request, valid: Path) -> House:
    """The valid folder in its own territory, then in a second one that stands beside it."""
    if request.param == "voisin":
        folder = valid / "territories"
        text = (
            (folder / "petit.yml")
            .read_text(encoding="utf-8")
            .replace("petit", "voisin")
            .replace("Petit", "Grand")
        )
        (folder / "voisin.yml").write_text(text, encoding="utf-8")
        shutil.copy(folder / "communes" / "petit.csv", folder / "communes" / "voisin.csv")
    return House(valid, request.param)


def add(house: House, name: str) -> Path:
    source = (house.content / "procedures" / "renouveler.yml").read_text(encoding="utf-8")
    path = house.content / "procedures" / f"{name}.yml"
    text = source.replace("id: renouveler\n", f"id: {name}\n").replace(
        "title: Renouveler ma demande", "title: Page toute neuve"
    )
    path.write_text(text, encoding="utf-8")
    return path


def test_a_new_file_is_a_page_a_sheet_an_entry_and_data(house):
    add(house, "toute-neuve")
    assert house.build() == 0
    wanted = {
        *(f"{lang}/demarches/toute-neuve/index.html" for lang in ("fr", "ar")),
        "fr/fiches/toute-neuve.pdf",
        "ar/fiches/toute-neuve.pdf",
        "ar/fiches/toute-neuve.fr.pdf",
        "fr/search/guide.js",
        "ar/search/guide.js",
        "data/procedures.json",
    }
    assert wanted - set(house.traces("toute-neuve")) == set()


def test_a_file_taken_away_leaves_nothing_behind(house):
    path = add(house, "toute-neuve")
    house.build()
    path.unlink()
    house.build()
    assert house.traces("toute-neuve") == []


def test_a_file_renamed_leaves_only_its_new_name(house):
    add(house, "toute-neuve")
    house.build()
    (house.content / "procedures" / "toute-neuve.yml").unlink()
    add(house, "rebaptisee")
    house.build()
    assert house.traces("toute-neuve") == [] and house.traces("rebaptisee") != []


def test_a_faulty_content_leaves_the_site_as_it_was(valid, capsys):
    house = House(valid, "petit")
    house.build()
    before = edition_id(house.site)
    (valid / "procedures" / "renouveler.yml").write_text("id: [", encoding="utf-8")
    assert (house.build(), edition_id(house.site)) == (1, before)


def test_a_language_that_cannot_be_built_leaves_the_site_as_it_was(valid, capsys, monkeypatch):
    house = House(valid, "petit")
    house.build()
    before = edition_id(house.site)
    add(house, "toute-neuve")
    monkeypatch.setattr(building, "build_language", lambda job: LanguageResult(0, 0.0, ("page illisible",)))
    monkeypatch.setattr(building.os, "cpu_count", lambda: 1)
    assert (house.build(), edition_id(house.site)) == (1, before)


def test_the_same_day_gives_the_same_bytes(valid):
    first, second = House(valid, "petit"), House(valid, "petit")
    first.site, second.site = valid.parent / "un", valid.parent / "deux"
    first.build(), second.build()
    names = [
        p.relative_to(first.site.resolve()).as_posix() for p in first.site.resolve().rglob("*") if p.is_file()
    ]
    _, different, missing = filecmp.cmpfiles(
        first.site.resolve(), second.site.resolve(), names, shallow=False
    )
    assert (different, missing) == ([], [])


def whole(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def test_tomorrow_with_nothing_changed_the_site_is_left_as_it_is(valid):
    house = House(valid, "petit")
    house.build()
    before = edition_id(house.site)
    tomorrow = Plan(
        ROOT, valid, "petit", None, DAY + dt.timedelta(days=1), house.site, work=valid.parent / "work"
    )
    assert (build(tomorrow), edition_id(house.site)) == (0, before)


def test_what_earlier_builds_kept_never_shows(valid):
    house = House(valid, "petit")
    house.build()
    path = add(house, "toute-neuve")
    house.build()
    path.write_text(
        path.read_text(encoding="utf-8").replace("Page toute neuve", "Page revue"), encoding="utf-8"
    )
    house.build()
    cold = Plan(
        ROOT,
        valid,
        "petit",
        None,
        DAY + dt.timedelta(days=1),
        valid.parent / "cold",
        work=valid.parent / "new",
    )
    build(cold)
    assert whole(house.site) == whole(cold.out)


def test_nothing_of_one_territory_is_in_the_other(valid):
    folder = valid / "territories"
    text = (
        (folder / "petit.yml")
        .read_text(encoding="utf-8")
        .replace("id: petit", "id: voisin")
        .replace("petit.csv", "voisin.csv")
    )
    (folder / "voisin.yml").write_text(text.replace("Petit Pays", "Pays Voisin"), encoding="utf-8")
    communes = (
        (folder / "communes" / "petit.csv").read_text(encoding="utf-8").replace("Petiteville", "Voisineville")
    )
    (folder / "communes" / "voisin.csv").write_text(communes, encoding="utf-8")
    house = House(valid, "voisin")
    house.build()
    assert house.traces("Petiteville") == []


def test_an_unknown_territory_is_told_in_one_sentence(valid, capsys):
    House(valid, "petti").build()
    assert "« petti ». Vouliez-vous dire « petit » ?" in capsys.readouterr().out


def test_only_the_languages_asked_for_are_built(valid):
    house = House(valid, "petit")
    build(Plan(ROOT, valid, "petit", ["fr"], DAY, house.site, work=valid.parent / "work"))
    assert sorted(p.name for p in house.site.iterdir() if p.is_dir() and not p.name.isdecimal()) == [
        "data",
        "fr",
        "hebergement",
    ]


def test_french_is_built_with_any_language_since_its_pages_are_led_to(valid):
    house = House(valid, "petit")
    build(Plan(ROOT, valid, "petit", ["ar"], DAY, house.site, work=valid.parent / "work"))
    assert sorted(p.name for p in house.site.iterdir() if p.is_dir() and not p.name.isdecimal()) == [
        "ar",
        "data",
        "fr",
        "hebergement",
    ]


def test_publishing_refuses_a_folder_that_is_not_its_own(tmp_path):
    out = tmp_path / "photos"
    out.mkdir()
    (out / "vacances.jpg").touch()
    with pytest.raises(PublishError, match="n’est pas une édition du guide"):
        publish(new_edition(out), out)


def test_old_editions_do_not_pile_up(tmp_path):
    out = tmp_path / "site"
    for _ in range(5):
        publish(new_edition(out), out)
    assert len(list(editions_of(out).iterdir())) == 1


def test_open_data_holds_only_facts_that_may_be_published(valid):
    house = House(valid, "petit")
    house.build()
    data = json.loads((house.site / "data/procedures.json").read_text(encoding="utf-8"))
    assert set(data["facts"]) == {"f-un-an"}
