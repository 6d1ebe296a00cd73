"""The printed sheets: what they say, that they can be read by
everyone, and that what cannot be printed is a clear fault.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import io
import json
import re
import shutil

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from macros.guide.content import Content
from macros.guide.guide import Guide
from macros.language import printable
from macros.model.pages import Procedure
from macros.print import compiling
from macros.print.compiling import new_compiler, render_sheet
from macros.print.print_faults import SheetFault, SheetFaults
from macros.print.sheets import sheet_data
from macros.print.writer import cells_of, plain
from macros.speech.laws import condensed
from scripts.build.papers import deliver, make
from support.guides import differing, real
from support.made import BASE, DAY, PROCEDURE, data_of, made_content, made_guide
from support.papers import qr_of, tags_of, text_of


@pytest.fixture(scope="module")
def compiler():
    return new_compiler()


def assert_sound(pdf: bytes, lang: str, most_pages: int = 2) -> pikepdf.Pdf:
    """PDF/UA-1, tagged, with language and title, A4, alternative texts,
    fonts embedded, grey on a grey printer, a QR code that reads.
    """
    document = pikepdf.open(io.BytesIO(pdf))
    assert document.Root.MarkInfo.Marked and str(document.Root.Lang).split("-")[0] == lang
    with document.open_metadata() as metadata:
        assert metadata["dc:title"] and metadata["pdfuaid:part"] == "1"
    assert 1 <= len(document.pages) <= most_pages
    tags = tags_of(document)
    figures = [t for t in tags if t.S == "/Figure"]
    assert figures and all(str(t.Alt) for t in figures)
    assert sum(t.S == "/H1" for t in tags) >= 1 and sum(t.S == "/H2" for t in tags) >= 4
    assert qr_of(pdf)
    picture = pypdfium2.PdfDocument(pdf)
    for index, page in enumerate(document.pages):
        assert [round(float(x)) for x in page.mediabox] == [0, 0, 595, 842]
        for font in page.Resources.Font.values():
            assert "+" in str(font.BaseFont) and "/ToUnicode" in font
        pixels = picture[index].render(scale=0.5).to_pil().convert("RGB").getcolors(1 << 20)
        assert max(max(colour) - min(colour) for _, colour in pixels) <= 24
    return document


def test_a_french_sheet_says_it_all_on_one_page(compiler):
    pdf = render_sheet(compiler, data_of(made_guide()), DAY)
    assert_sound(pdf, "fr", most_pages=1)
    text = re.sub(r"\s+", " ", text_of(pdf))
    for words in (
        "Renouveler ma demande",
        "12 mois",
        "04 96 11 12 00",
        "* Vérifiez cette adresse",
        "Pièce d’identité",
        "si vos revenus ont changé",
        "CCH art. R. 441-2-7",
        "Édition du 23 novembre 2026",
        "guide.example.org/fr/demarches/renouveler",
        "Prochain rendez-vous",
        "La mairie de votre commune",
        "Je renouvelle à temps.",
    ):
        assert words in text
    assert qr_of(pdf) == ["https://guide.example.org/fr/demarches/renouveler/"]


def test_content_is_never_read_as_typst(compiler):
    text = text_of(render_sheet(compiler, data_of(made_guide()), DAY))
    assert '#panic("x") $y$ \\u{41} [ici] @a <b>' in text


def test_french_spaces_and_western_figures():
    runs = [plain(cell) for cell in cells_of(data_of(made_guide()))]
    assert "Vous cherchez toujours un logement\u202f?" in runs
    assert "12\u00a0mois" in runs


def test_a_sentence_with_two_delays_shows_no_big_figure():
    two = {"id": "deux", "text": "De {valeur:validite} à {valeur:autre}."}
    content = made_content(deadlines=[*PROCEDURE["deadlines"], two])
    content = dataclasses.replace(
        content,
        values={**content.values, "autre": content.values["validite"].model_copy(update={"id": "autre"})},
    )
    first, second = next(
        s for s in data_of(made_guide(content=content))["sections"] if s["kind"] == "deadlines"
    )["items"]
    assert plain(first["figure"][0]) == "12\u00a0mois" and second["figure"] is None


def test_a_french_name_never_decides_the_direction_of_an_arabic_amount():
    guide = differing(real("ar"))
    data = sheet_data(guide, guide.content.procedures["apres-dalo"], False, BASE)
    items = next(s for s in data["sections"] if s["kind"] == "deadlines")["items"]
    amounts = [plain(other[0]) for item in items for other in item["elsewhere"]]
    assert amounts and all(text.startswith("\u200f") for text in amounts)


def test_an_arabic_sheet_reads_from_right_to_left(compiler):
    data = data_of(made_guide("ar"))
    assert (data["lang"], data["dir"], data["bilingual"]) == ("ar", "rtl", False)
    pdf = render_sheet(compiler, data, DAY)
    document = assert_sound(pdf, "ar")
    assert "fr" in {str(tag.Lang) for tag in tags_of(document) if "/Lang" in tag}
    text = text_of(pdf)
    assert "04 96 11 12 00" in text.replace("\u00a0", " ")
    arabic = len(re.findall("[\u0621-\u06d3]", text))
    assert arabic > 100 and len(re.findall("([\u0628-\u063a\u0641-\u064a])\\1", text)) / arabic < 0.04
    shown = next(s for s in data["sections"] if s["kind"] == "show")["items"][0]
    assert plain(shown["french"]) == "Je renouvelle à temps."


def test_a_bilingual_sheet_shares_its_boxes(compiler):
    data = data_of(made_guide("ar"), bilingual=True)
    assert [c["lang"] for c in data["columns"]] == ["fr", "ar"]
    step = next(s for s in data["sections"] if s["kind"] == "steps")["items"][0]["text"]
    assert plain(step[0]).startswith("Renouvelez") and plain(step[1]).startswith("جدّد")
    value = next(s for s in data["sections"] if s["kind"] == "deadlines")["items"][0]["figure"]
    assert plain(value[0]) == "12\u00a0mois" and plain(value[0]) != plain(value[1])
    document = assert_sound(render_sheet(compiler, data, DAY), "fr")
    tags = tags_of(document)
    tables = sum(t.S == "/Table" for t in tags)
    assert tables >= 6 and sum(t.S == "/TH" for t in tags) >= 2 * tables
    assert "ar" in {str(tag.Lang) for tag in tags if "/Lang" in tag}


def test_an_untranslated_text_is_french_and_says_so():
    item = next(s for s in data_of(made_guide("ar"))["sections"] if s["kind"] == "recourse")["items"][0][
        "text"
    ][0]
    assert (item["lang"], item["dir"], item["missing"]) == ("fr", "ltr", True)


def test_same_day_same_bytes_and_another_day_other_bytes():
    data = data_of(made_guide("ar"), bilingual=True)
    first = render_sheet(new_compiler(), data, DAY)
    assert first == render_sheet(new_compiler(), data, DAY)
    assert first != render_sheet(new_compiler(), data, DAY + dt.timedelta(days=1))


def test_the_version_changes_with_what_is_said_and_not_with_the_day():
    def version(guide: Guide) -> str:
        return plain(data_of(guide)["version"][0])

    guide = made_guide()
    assert version(guide) == version(dataclasses.replace(guide, day=DAY + dt.timedelta(days=3)))
    assert version(guide) != version(made_guide(content=made_content(short="Autre chose.")))


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"short": "Cochez ☐."}, "short", "U+2610"),
        ({"short": "mot " * 300}, "short", "trop long"),
        ({"steps": [{"id": "long", "text": "x" * 60}]}, "steps.long.text", "ne peut pas être coupé"),
        (
            {"steps": [{"id": f"e{n}", "text": "Une phrase de plus, " * 20} for n in range(40)]},
            "steps.e0.text",
            "deux pages",
        ),
    ],
)
def test_what_cannot_be_printed_names_object_language_and_field(compiler, changes, field, words):
    with pytest.raises(SheetFault) as caught:
        render_sheet(compiler, data_of(made_guide(content=made_content(**changes))), DAY)
    fault = caught.value
    assert (fault.subject, fault.lang, fault.field) == ("procedures/renouveler", "fr", field)
    assert words in fault.sentence and "procedures/renouveler (fr)" in str(fault)


def test_a_missing_word_of_the_interface_is_a_fault():
    guide = made_guide()
    words = {key: phrase for key, phrase in guide.content.interface.items() if key != "fiche-a-faire"}
    with pytest.raises(SheetFault, match="fiche-a-faire"):
        data_of(dataclasses.replace(guide, content=dataclasses.replace(guide.content, interface=words)))


@pytest.fixture
def other_fonts(tmp_path, monkeypatch):
    folder = tmp_path / "fonts"
    shutil.copytree(compiling.FONTS, folder)
    monkeypatch.setattr(compiling, "FONTS", folder)
    return folder


def test_a_changed_font_is_refused(other_fonts):
    (other_fonts / "Vazirmatn-Bold.ttf").write_bytes(b"no font")
    with pytest.raises(SheetFault, match=r"Vazirmatn-Bold\.ttf"):
        new_compiler()


def test_an_unknown_font_is_a_fault_and_never_vanished_text(other_fonts, monkeypatch):
    known = json.loads(printable.COVERAGE.read_text(encoding="utf-8"))
    for name in ("Vazirmatn-Regular.ttf", "Vazirmatn-Bold.ttf"):
        (other_fonts / name).unlink()
        del known["files"][name]
    (other_fonts / "coverage.json").write_text(json.dumps(known), encoding="utf-8")
    monkeypatch.setattr(compiling, "COVERAGE", other_fonts / "coverage.json")
    with pytest.raises(SheetFault, match=r"(?i)vazirmatn"):
        render_sheet(new_compiler(), data_of(made_guide("ar")), DAY)


def test_the_coverage_file_tells_what_the_fonts_have():
    known = json.loads(printable.COVERAGE.read_text(encoding="utf-8"))
    for path in compiling.FONTS.glob("*.ttf"):
        assert known["files"][path.name] == hashlib.sha256(path.read_bytes()).hexdigest()
        has = set(TTFont(path).getBestCmap())
        family = next(name for name in known["families"] if name.replace(" ", "") in path.name)
        assert {c for first, last in known["families"][family] for c in range(first, last + 1)} <= has
    assert {ord(c) for c in "aéœçğşșЖї€ءىپ،؟٪\u202f\u00a0’«»–…ᵉ"} <= printable.covered()
    assert {p.name for p in compiling.FONTS.glob("OFL-*.txt")} == {"OFL-NotoSans.txt", "OFL-Vazirmatn.txt"}


def written(folder) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_only_changed_papers_are_made_again(tmp_path):
    def run(content: Content):
        made = make({lang: made_guide(lang, content) for lang in ("fr", "ar")}, BASE, tmp_path / "cache")
        shutil.rmtree(tmp_path / "site", ignore_errors=True)
        deliver(made, tmp_path / "site")
        return made

    two = dataclasses.replace(
        made_content(), procedures={i: Procedure(**{**PROCEDURE, "id": i}) for i in ("renouveler", "autre")}
    )
    first = run(two)
    forms = {"fr": (".pdf", ".gros.pdf"), "ar": (".pdf", ".fr.pdf", ".gros.pdf")}
    common = {
        f"{lang}/fiches/{name}"
        for lang in forms
        for name in ("guide.pdf", "phrases.pdf", f"fiches-{lang}.zip")
    }
    sheets = {
        f"{lang}/fiches/{i}{end}" for lang in forms for end in forms[lang] for i in ("renouveler", "autre")
    }
    assert written(tmp_path / "site") == common | sheets and first.compiled == len(sheets) + 4
    assert run(two).compiled == 0
    assert first.listed()["ar/fiches/autre.pdf"] == (
        1,
        (tmp_path / "site/ar/fiches/autre.pdf").stat().st_size,
    )

    changed = {
        **two.procedures,
        "autre": Procedure(**{**PROCEDURE, "id": "autre", "short": "Autre réponse."}),
    }
    assert (
        run(dataclasses.replace(two, procedures=changed)).compiled == 5 + 2
    )  # its five forms, and both books
    assert run(made_content()).compiled == 4  # without it, the books and the cards
    assert len(list((tmp_path / "cache").rglob("*.pdf"))) == 9


def test_a_batch_lists_every_fault_and_makes_nothing(tmp_path):
    content = made_content(short="☐", steps=[{"id": "a", "text": "☑"}])
    with pytest.raises(SheetFaults) as caught:
        make({"fr": made_guide("fr", content)}, BASE, tmp_path / "cache")
    assert {fault.field for fault in caught.value.faults} == {"short", "steps.a.text"}
    assert not list((tmp_path / "cache").rglob("*.pdf"))


def test_laws_are_condensed():
    laws = [
        "CCH art. R. 441-2-7",
        "CCH art. L. 441-2-3 II, R. 441-3",
        "CCH art. R. 441-2-7",
        "Loi du 6 juillet 1989 art. 24 ; CCH art. L. 300-1",
    ]
    assert (
        condensed(laws)
        == "CCH art. L. 300-1, L. 441-2-3 II, R. 441-2-7, R. 441-3 ; Loi du 6 juillet 1989 art. 24"
    )
