"""The bench: a guide that nobody wrote and that `check` accepts, the pages of a guide as other tools want
them, ratios of pairs, what a command costs.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros.guide.texts import messages
from macros.opening import open_content, read_content
from scripts.measure import bench_rivals
from scripts.measure.bench import Asked, bench
from scripts.measure.bench_clock import Failed, Took, timed
from scripts.measure.bench_guide import LANGUAGES, TERRITORY, edited, guide, marked, translated, written
from scripts.measure.bench_pages import as_markdown, of_one_language, source_of, stock
from scripts.measure.bench_rivals import RIVALS, Rival
from scripts.measure.bench_serve import served
from scripts.measure.bench_table import paired, ratio_line, took_line, value_line, verdict
from support import CONTENT, DAY, ROOT


def took(wall: float, processor: float = 1.0) -> Took:
    return Took(wall, processor, 50.0, "")


def nothing_made(*_: object):
    raise AssertionError("no paper is asked for")


# --- the guide that nobody wrote --------------------------------------------------------------------------


@pytest.fixture
def invented(tmp_path: Path) -> Path:
    """Six procedures in three languages, on the disk."""
    folder = tmp_path / "invented"
    for path, text in written(guide(6, ["fr", "en", "ar"])).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (folder / "interface.yml").write_bytes((CONTENT / "interface.yml").read_bytes())
    content, _, _ = read_content(folder)
    (folder / "translations").mkdir()
    for code in ("en", "ar"):
        units = [
            f'msgctxt {json.dumps(m.context)}\nmsgid {json.dumps(m.fr, ensure_ascii=False)}\nmsgstr ""\n'
            for m in messages(content)
        ]
        blank = 'msgid ""\nmsgstr ""\n"Language: ' + code + '\\n"\n\n' + "\n".join(units)
        (folder / "translations" / f"{code}.po").write_text(translated(blank, code), encoding="utf-8")
    return folder


def test_check_has_nothing_to_say_of_it(invented):
    assert [str(fault) for fault in open_content(invented, DAY).faults] == []


def test_every_language_of_it_is_whole(invented):
    opened = open_content(invented, DAY)
    page = opened.guide(DAY, TERRITORY, "ar").content.procedures["demarche-3"]
    assert (page.title.lang, page.steps[0].text.lang) == ("ar", "ar")


def test_the_same_numbers_give_the_same_guide():
    assert written(guide(4, ["fr"])) == written(guide(4, ["fr"]))


@pytest.mark.parametrize("count", [1, 6, 40])
def test_it_has_as_many_procedures_as_asked(count):
    assert sum(path.startswith("procedures/") for path in guide(count, ["fr"])) == count


def test_it_has_the_languages_asked_and_prints_nothing():
    spoken = guide(1, ["fr", "ar"])["languages.yml"]
    assert [(line["code"], line["dir"], line["papers"]) for line in spoken] == [
        ("fr", "ltr", False),
        ("ar", "rtl", False),
    ]


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "fr"])
def test_a_word_is_marked_as_one_of_its_language(language):
    assert marked("Gardez la preuve", language) != "Gardez la preuve"


@pytest.mark.parametrize("kept", ["{valeur:validite}", "](demarche:dalo)", "**", "{n}", "15036"])
def test_what_is_no_word_stays(kept):
    assert kept in marked("Lisez [la page](demarche:dalo) {valeur:validite} **15036** {n}", "ar")


def test_a_catalogue_keeps_its_french():
    blank = 'msgid "Gardez la preuve"\nmsgstr ""\n'
    assert translated(blank, "en").splitlines()[0] == 'msgid "Gardez la preuve"'


def test_a_catalogue_keeps_what_is_translated():
    told = 'msgid "Garder"\nmsgstr "Keep"\n'
    assert translated(told, "en") == told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: x\nshort: Gardez.\n", "id: x\nshort: Essai Gardez.\n"),
        ('short: "Gardez."\n', 'short: "Essai Gardez."\n'),
        (' "short": "Gardez."\n', ' "short": "Essai Gardez."\n'),
    ],
)
def test_an_edit_begins_the_short_answer(before, after):
    assert edited(before, "Essai") == after


# --- pages for other tools --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<h2>Que faire</h2><p>Gardez <b>tout</b>.</p>", "## Que faire\n\nGardez tout."),
        ("<ul><li>Un</li><li>Deux</li></ul>", "- Un\n\n- Deux"),
        ("<p>a</p><script>x()</script><p>b</p>", "a\n\nb"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("<p>1 &lt; 2 *</p>", "1 &lt; 2 \\*"),
    ],
)
def test_a_page_says_the_same_in_markdown(html, told):
    page = f"<nav>menu</nav><main id='contenu'>{html}</main><footer>pied</footer>"
    assert as_markdown(page).partition("---\n\n")[2].strip() == told


def test_the_title_of_a_page_is_its_own():
    assert as_markdown("<main><h1>Un « DALO »</h1></main>").startswith('---\ntitle: "Un « DALO »"\n---')


@pytest.mark.parametrize(
    ("page", "path"),
    [("", "index.md"), ("demarches", "demarches/index.md"), ("demarches/dalo", "demarches/dalo.md")],
)
def test_a_page_keeps_its_address(page, path):
    assert source_of(page, ["", "demarches", "demarches/dalo"], "index.md") == path


def test_a_page_whose_name_begins_another_is_no_folder():
    assert source_of("dalo", ["dalo", "dalo-urgent"], "index.md") == "dalo.md"


# --- ratios -----------------------------------------------------------------------------------------------


def test_a_ratio_is_taken_pair_by_pair():
    assert paired([(took(1), took(2)), (took(8), took(10)), (took(1), took(10))]) == (0.5, 0.1, 0.8)


def test_a_ratio_of_the_processor_is_its_own():
    assert paired([(took(1, 3), took(2, 1))], "processor")[0] == 3


@pytest.mark.parametrize(
    ("value", "told"), [(0.75, "tenue"), (0.754, "tenue"), (0.76, "MANQUÉE"), (0.1, "tenue")]
)
def test_a_target_is_held_or_missed(value, told):
    assert verdict(value, 0.75) == f" ; cible ≤ 0,75 : {told}"


def test_without_a_target_there_is_no_verdict():
    assert verdict(3, None) == ""


def test_a_line_of_pairs_says_both_ratios_and_both_times():
    line = ratio_line("Zensical", [(took(1, 2), took(2, 8))], 0.75)
    assert line == (
        "Zensical : 0,50 × à l’horloge (0,50–0,50), 0,25 × au processeur ; 1,00 s (processeur 2,00 s) "
        "contre 2,00 s (processeur 8,00 s) ; cible ≤ 0,75 : tenue"
    )


def test_a_line_of_values_says_the_median_and_the_ends():
    assert value_line("ar", [0.3, 0.1, 0.2], "s", 0.15) == "ar : 0,20 (0,10–0,30) s ; cible ≤ 0,15 : MANQUÉE"


def test_a_line_of_one_command_says_its_median():
    assert took_line("check", [took(1), took(9), took(3)], 2) == (
        "check : 3,00 s (processeur 1,00 s) ; cible ≤ 2,00 : MANQUÉE"
    )


# --- what commands cost -----------------------------------------------------------------------------------


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_command_costs_what_its_children_cost(tmp_path):
    burn = "import time\nwhile time.process_time() < 0.3: pass"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn!r}])"
    assert timed([python(child)], tmp_path).processor > 0.29


def test_the_greatest_memory_is_that_of_one_process(tmp_path):
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'x = bytearray(200_000_000)'])"
    # From a small process: a child begins with what its parent holds, and tests hold the whole guide.
    asking = (
        "import sys; from pathlib import Path; from scripts.measure.bench_clock import timed; "
        f"print(timed([[sys.executable, '-c', {child!r}]], Path({str(tmp_path)!r})).peak)"
    )
    told = subprocess.run(python(asking), cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert 200 < float(told) < 400


def test_what_commands_say_is_kept_in_their_order(tmp_path):
    assert timed([python("print('un')"), python("print('deux')")], tmp_path, 2).said == "un\ndeux\n"


def test_a_command_that_fails_is_told_by_its_last_words(tmp_path):
    with pytest.raises(Failed, match="rien ne va"):
        timed([python("raise SystemExit('rien ne va')")], tmp_path)


def test_one_that_fails_ends_those_that_run_beside_it(tmp_path):
    started = time.monotonic()
    with pytest.raises(Failed, match="rien ne va"):
        timed([python("raise SystemExit('rien ne va')"), python("import time; time.sleep(60)")], tmp_path, 2)
    assert time.monotonic() - started < 30


def test_a_guide_that_is_not_served_is_told(tmp_path):
    with (
        pytest.raises(Failed, match="port pris"),
        served(python("raise SystemExit('port pris')"), tmp_path, "/"),
    ):
        pass


# --- rivals -----------------------------------------------------------------------------------------------


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A guide of two pages in two languages, as it is built."""
    for code in ("fr", "ar"):
        for page in ("", "demarches/dalo"):
            path = tmp_path / "ours" / "site" / code / page / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"<main><h1>{code} {page}</h1></main>", encoding="utf-8")
    return tmp_path / "ours"


def found(place: Path, ends: str) -> list[str]:
    return sorted(path.relative_to(place).as_posix() for path in place.rglob(f"*.{ends}"))


def test_the_stock_way_has_a_page_a_language(site, tmp_path):
    bench_rivals._stock(site, tmp_path / "stock", ["fr", "ar"])
    assert found(tmp_path / "stock", "md") == [
        "docs/ar/demarches/dalo.md",
        "docs/ar/index.md",
        "docs/fr/demarches/dalo.md",
        "docs/fr/index.md",
    ]


def test_the_stock_way_knows_the_languages(site, tmp_path):
    bench_rivals._stock(site, tmp_path / "stock", ["fr", "ar"])
    settings = json.loads((tmp_path / "stock" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings == json.loads(json.dumps(stock({"fr": "Français", "ar": "العربية"})))


def test_zensical_has_a_project_a_language(site, tmp_path):
    bench_rivals._one_each(site, tmp_path / "z", ["fr", "ar"])
    assert found(tmp_path / "z", "md") == [
        "ar/docs/demarches/dalo.md",
        "ar/docs/index.md",
        "fr/docs/demarches/dalo.md",
        "fr/docs/index.md",
    ]
    assert json.loads((tmp_path / "z/ar/mkdocs.yml").read_text(encoding="utf-8")) == of_one_language("ar")


def test_hugo_has_its_own_name_for_the_page_of_a_folder(site, tmp_path):
    bench_rivals._hugo(site, tmp_path / "hugo", ["fr"])
    assert found(tmp_path / "hugo", "md") == ["content/fr/_index.md", "content/fr/demarches/dalo.md"]


def test_what_the_guide_staged_is_built_elsewhere(site, tmp_path):
    docs = site / "work" / TERRITORY / "fr" / "docs"
    docs.mkdir(parents=True)
    settings = {"site_dir": "../x", "extra": {"guide": {"papers": "/x"}}}
    (docs.parent / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    bench_rivals._staged(site, tmp_path / "staged", ["fr"])
    told = json.loads((tmp_path / "staged" / TERRITORY / "fr" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert told == {"site_dir": "site", "extra": {"guide": {"papers": ""}}}


def test_a_tool_that_is_not_there_is_named(tmp_path):
    rival = Rival("x", ("json", "outil_absent"), "x", bench_rivals._stock, bench_rivals._stock_command)
    assert rival.absent(Path(sys.executable).parent) == "outil_absent"


@pytest.mark.parametrize("rival", RIVALS, ids=lambda rival: rival.folder)
def test_without_any_tool_each_is_named(rival):
    assert rival.absent(None) == ", ".join(rival.needs)


def test_what_was_built_before_is_not_there_when_a_tool_starts(tmp_path):
    for left in ("r/site/x", "r/.cache/x", "r/fr/site/x"):
        (tmp_path / left).mkdir(parents=True)
    look = python("import pathlib; print(sorted(p.name for p in pathlib.Path('.').rglob('*')))")
    rival = Rival("x", (), "r", bench_rivals._stock, lambda *_: [look])
    assert rival.build(tmp_path, tmp_path, []).said == "['fr']\n"


# --- the command ------------------------------------------------------------------------------------------


def test_a_part_that_is_unknown_is_told(capsys):
    asked = Asked(ROOT, CONTENT, "amp", 1, ["vitesse"], True)
    assert bench(asked, Path, nothing_made) == 1
    assert "Partie inconnue : vitesse" in capsys.readouterr().out


def test_a_content_with_a_fault_is_not_timed(valid, capsys):
    (valid / "glossary.yml").write_text("id: [", encoding="utf-8")
    assert bench(Asked(ROOT, valid, "petit", 1, ["papiers"], True), Path, nothing_made) == 1
    assert "glossary.yml:" in capsys.readouterr().out


def test_papers_are_counted_made_anew_and_with_one_page_changed(valid, capsys):
    class Batch:
        def __init__(self, compiled: int) -> None:
            self.compiled = compiled

    seen = []

    def make(guides, base_url, cache):
        words = str(guides["fr"].content.procedures["renouveler"].short.text)
        fresh = words not in seen
        seen.append(words)
        return Batch(12 if fresh else 0)

    assert bench(Asked(ROOT, valid, "petit", 1, ["papiers"], True), Path, make) == 0
    counts = [line.partition(" faits")[0].strip() for line in capsys.readouterr().out.splitlines()[1:]]
    assert counts == ["rien de fait : 12", "rien n’a changé : 0", "une démarche a changé : 12"]
