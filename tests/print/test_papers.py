"""The other papers: large print, proof sheets, desk cards, the
poster, the cards to cut, the book, the ZIP, and what pages offer.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
import zipfile

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from macros.guide.guide import Guide
from macros.model.fields import Phrase
from macros.model.pages import Procedure
from macros.print import compiling
from macros.print.compiling import new_compiler, render
from macros.print.phrases import phrases_data
from macros.print.plan import Sheet, plan
from macros.print.print_faults import SheetFault, SheetFaults
from macros.print.sheets import is_translated, large, sheet_data
from macros.print.words_index import index_of, rank
from macros.print.writer import plain
from macros.web.offers import offers, paper, size_text
from scripts.build.papers import deliver, make
from support.guides import real
from support.made import BASE, DAY, PROCEDURE, data_of, made_content, made_guide, rich_content
from support.papers import qr_of, tags_of, text_of


@pytest.fixture(scope="module")
def compiler():
    return new_compiler()


@pytest.fixture(scope="module")
def papers(compiler) -> dict[str, tuple[Sheet, bytes]]:
    """Every paper of the made guide, in both languages."""
    guides = {lang: made_guide(lang, rich_content()) for lang in ("fr", "ar")}
    return {sheet.path: (sheet, render(compiler, sheet.data, DAY).pdf) for sheet in plan(guides, BASE)}


def sizes_of(pdf: bytes) -> set[float]:
    """The sizes of all letters, in points."""
    document = pypdfium2.PdfDocument(pdf)
    found = set()
    for page in document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            if not chr(raw.FPDFText_GetUnicode(text.raw, index)).isspace():
                found.add(round(raw.FPDFText_GetFontSize(text.raw, index), 2))
    return found


def test_every_paper_has_its_address(papers):
    forms = {"fr": ["", ".gros"], "ar": ["", ".fr", ".gros"]}
    wanted = {f"{lang}/fiches/{name}.pdf" for lang in forms for name in ("affiche", "phrases", "guide")}
    wanted |= {
        f"{lang}/fiches/{name}{form}.pdf"
        for lang in forms
        for form in forms[lang]
        for name in ("renouveler", "criteres/handicap")
    }
    assert set(papers) == wanted | {
        "ar/fiches/affiche.fr.pdf",
        "fr/fiches/guichet/enregistrer.pdf",
        "fr/fiches/guichet/enregistrer.gros.pdf",
    }


def test_every_paper_is_tagged_dated_and_leads_to_its_page(papers):
    for path, (sheet, pdf) in papers.items():
        document = pikepdf.open(io.BytesIO(pdf))
        assert document.Root.MarkInfo.Marked and str(document.Root.Lang) == sheet.data["lang"], path
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] and metadata["pdfuaid:part"] == "1", path
        assert sheet.data["url"] in qr_of(pdf), path
        said = text_of(pdf)
        assert "2026" in said, path
        assert sheet.data["dir"] == "rtl" or plain(sheet.data["version"][0]).split()[-1] in said, path


def test_no_letter_is_under_nine_points_and_large_print_is_large(papers):
    for path, (sheet, pdf) in papers.items():
        sizes = sizes_of(pdf)
        assert min(sizes) >= (14 if sheet.data["template"] == "large" else 8.99), (path, sizes)
        assert sheet.data["template"] != "large" or 18 in sizes


def test_papers_are_grey_on_a_grey_printer(papers):
    for path, (_, pdf) in papers.items():
        for page in pypdfium2.PdfDocument(pdf):
            pixels = page.render(scale=0.4).to_pil().convert("RGB").getcolors(1 << 20)
            assert max(max(colour) - min(colour) for _, colour in pixels) <= 24, path


def test_boxes_to_tick_are_four_millimetres_and_larger_in_large_print(compiler):
    alone = data_of(made_guide())
    sides = {}
    for form, data in (("small", alone), ("large", large(alone))):
        pages = pypdfium2.PdfDocument(render(compiler, data, DAY).pdf)
        boxes = [
            (right - left, top - bottom)
            for page in pages
            for item in page.get_objects()
            if item.type == raw.FPDF_PAGEOBJ_PATH
            for left, bottom, right, top in [item.get_bounds()]
        ]
        sides[form] = [width / 72 * 25.4 for width, height in boxes if abs(width - height) < 0.2]
    assert any(4 <= side < 5 for side in sides["small"]) and any(6 <= side < 7 for side in sides["large"])


@pytest.mark.parametrize("page", ["dalo", "expulsion", "violences", "separation"])
def test_no_title_of_large_print_stands_alone_at_the_foot_of_a_page(compiler, page):
    guide = real("fr")
    data = large(sheet_data(guide, guide.content.procedures[page], False, BASE))
    titles = [plain(section["title"][0]) for section in data["sections"]]
    for sheet in pypdfium2.PdfDocument(render(compiler, data, DAY).pdf):
        lines = sheet.get_textpage().get_text_range().strip().splitlines()
        # the last line is the foot's
        assert lines[-2].strip() not in titles


def test_the_box_for_notes_never_stands_alone_on_a_page(compiler):
    guide = real("fr")
    for page in ("dalo", "expulsion", "violences", "separation", "impayes"):
        pdf = render(compiler, large(sheet_data(guide, guide.content.procedures[page], False, BASE)), DAY).pdf
        pages = pypdfium2.PdfDocument(pdf)
        last = pages[len(pages) - 1].get_textpage().get_text_range()
        assert "version" in last, page


def test_large_print_says_the_same_on_more_pages(compiler):
    alone = sheet_data(made_guide(), Procedure(**PROCEDURE), False, BASE)
    assert large(alone)["version"] == alone["version"]
    small, big = render(compiler, alone, DAY), render(compiler, large(alone), DAY)
    assert big.pages > small.pages
    for words in (
        "La date est sur l’attestation.",
        "Écrivez au service.",
        "04 96 11 12 00",
        "Prochain rendez-vous",
    ):
        assert words in re.sub(r"\s+", " ", text_of(big.pdf)).replace("\u00a0", " ")


def test_a_criterion_says_how_it_is_proved_and_recorded(papers):
    said = re.sub(r"\s+", " ", text_of(papers["fr/fiches/criteres/handicap.pdf"][1]))
    for words in (
        "Critère de priorité",
        "Comment le prouver",
        "Pièce d’identité",
        "Votre demande passe avant.",
        "Cochez le motif.",
        "L. 441-1 a",
    ):
        assert words in said


def test_an_agent_page_is_printed_where_it_is_translated():
    french, arabic = (made_guide(lang, rich_content()) for lang in ("fr", "ar"))
    assert is_translated(french.content.counter["enregistrer"])
    assert not is_translated(arabic.content.counter["enregistrer"])


def test_the_commune_chosen_is_named_with_its_contacts(compiler):
    guide = made_guide()
    narrowed = dataclasses.replace(guide, commune=guide.communes["13117"])
    said = text_of(render(compiler, sheet_data(narrowed, Procedure(**PROCEDURE), False, BASE), DAY).pdf)
    assert "Contacts pour : Vitrolles" in said.replace(
        "\u00a0", " "
    ) and "Mairie : Vitrolles" in said.replace("\u00a0", " ")


def test_the_poster_shows_the_way_its_deadlines_and_the_urgent_numbers(papers):
    document = pikepdf.open(io.BytesIO(papers["fr/fiches/affiche.pdf"][1]))
    assert [round(float(x) / 72 * 25.4) for x in document.pages[0].mediabox][2:] == [420, 297] and len(
        document.pages
    ) == 1
    said = re.sub(r"\s+", " ", text_of(papers["fr/fiches/affiche.pdf"][1])).replace("\u00a0", " ")
    for words in ("Étape 1", "Étape 6", "12 mois", "En danger", "04 96 11 12 00"):
        assert words in said


def test_cards_show_french_then_the_other_language_then_the_law(compiler):
    data = phrases_data(made_guide("ar", rich_content()), BASE)
    first = data["sections"][0]
    assert plain(first["french"][0]) == "Je renouvelle à temps." and first["theirs"][0]["lang"] == "ar"
    laws = dataclasses.replace(made_content(show=[{"id": "m", "text": "Je montre.", "proof": ["ren-01"]}]))
    assert (
        plain(phrases_data(made_guide("fr", laws), BASE)["sections"][0]["law"][0]).replace("\u00a0", " ")
        == "CCH art. R. 441-2-7"
    )


def test_the_book_has_contents_bookmarks_references_and_an_index(papers):
    pdf = papers["fr/fiches/guide.pdf"][1]
    document = pikepdf.open(io.BytesIO(pdf))
    with document.open_outline() as outline:
        names = [item.title for item in outline.root]
        chapters = [child.title for item in outline.root for child in item.children]
    assert names[:3] == ["Sommaire", "Demander", "Critères de priorité"] and names[-2:] == [
        "Glossaire",
        "Index",
    ]
    assert "Renouveler ma demande" in chapters and "Enregistrer" in chapters
    said = re.sub(r"\s+", " ", text_of(pdf)).replace("\u00a0", " ")
    assert re.search(r"la page \(p\. \d+\)", said) and re.search(r"échéance \d+", said)
    assert {str(tag.S) for tag in tags_of(document)} >= {"/TOC", "/TOCI", "/H1", "/H2", "/H3"}


def test_the_arabic_book_is_bound_on_the_right(papers):
    first, second = (papers[f"{lang}/fiches/guide.pdf"][0].data["dir"] for lang in ("fr", "ar"))
    assert (first, second) == ("ltr", "rtl")
    assert "Enregistrer" not in text_of(
        papers["ar/fiches/guide.pdf"][1]
    )  # agent pages stand in the French book

    def first_letter(pdf: bytes) -> float:
        """How far from the left the text of page 3 begins."""
        text = pypdfium2.PdfDocument(pdf)[2].get_textpage()
        return min(text.get_charbox(i)[0] for i in range(text.count_chars()) if text.get_charbox(i)[2] > 0)

    inside, outside = (
        first_letter(papers["fr/fiches/guide.pdf"][1]),
        first_letter(papers["ar/fiches/guide.pdf"][1]),
    )
    assert inside > outside + 10  # an odd page turns its back on the left in French, on the right in Arabic


def test_the_index_ignores_accents_case_and_the_arabic_article():
    assert rank("École") == "ecole" and rank("À l’étranger") == "a l etranger" and rank("السكن") == "سكن"
    guide: Guide = made_guide()
    letters = index_of(
        guide, [("a:1", Phrase("Zoo, école, 115"), True), ("a:2", Phrase("Ecole, école primaire"), True)]
    )
    assert [group["letter"] for group in letters] == ["0–9", "E", "Z"]
    assert letters[1]["entries"][0]["refs"] == ["a:1", "a:2"]


@pytest.mark.parametrize(
    ("change", "subject", "field"),
    [
        (
            {"show": [{"id": "m", "text": "Une phrase beaucoup trop longue pour une carte. " * 12}]},
            "procedures/renouveler",
            "show.m.text",
        ),
    ],
)
def test_a_card_too_long_names_its_text(compiler, change, subject, field):
    data = phrases_data(made_guide("fr", made_content(**change)), BASE)
    with pytest.raises(SheetFault) as caught:
        render(compiler, data, DAY)
    assert (caught.value.subject, caught.value.lang, caught.value.field) == (subject, "fr", field)


def test_a_broken_picture_is_a_fault_that_says_so(compiler, monkeypatch):
    monkeypatch.setattr(compiling, "_qr", lambda url: "<svg")
    with pytest.raises(SheetFault, match="SVG") as caught:
        render(compiler, sheet_data(made_guide(), Procedure(**PROCEDURE), False, BASE), DAY)
    assert (caught.value.subject, caught.value.lang) == ("procedures/renouveler", "fr")


def test_a_page_called_like_another_paper_is_refused(tmp_path):
    content = made_content(id="guide")
    with pytest.raises(SheetFaults, match=r"fr/fiches/guide\.pdf"):
        make({"fr": made_guide("fr", content)}, BASE, tmp_path)


def test_the_zip_holds_every_paper_and_is_the_same_twice(tmp_path):
    def run(name: str) -> bytes:
        deliver(
            make({"fr": made_guide("fr", rich_content())}, BASE, tmp_path / name), tmp_path / f"{name}-site"
        )
        return (tmp_path / f"{name}-site/fr/fiches/fiches-fr.zip").read_bytes()

    first = run("a")
    assert first == run("b")
    archive = zipfile.ZipFile(io.BytesIO(first))
    pdfs = {
        path.relative_to(tmp_path / "a-site/fr/fiches").as_posix()
        for path in (tmp_path / "a-site").rglob("*.pdf")
    }
    assert set(archive.namelist()) == {f"fiches-fr/{name}" for name in pdfs} | {"fiches-fr/fiches.txt"}
    latest = (DAY.year, DAY.month, DAY.day)
    assert max(info.date_time[:3] for info in archive.infolist()) == latest
    assert "renouveler.pdf\tRenouveler ma demande" in archive.read("fiches-fr/fiches.txt").decode("utf-8-sig")


def test_the_same_day_gives_the_same_bytes_and_another_day_others(compiler, papers):
    for path in ("fr/fiches/guide.pdf", "ar/fiches/affiche.pdf", "fr/fiches/criteres/handicap.gros.pdf"):
        sheet, pdf = papers[path]
        assert render(new_compiler(), sheet.data, DAY).pdf == pdf
        assert render(compiler, sheet.data, DAY + dt.timedelta(days=1)).pdf != pdf


def test_pages_offer_what_was_made_with_its_size():
    made = {
        "ar/fiches/renouveler.pdf": (2, 64_200),
        "ar/fiches/renouveler.gros.pdf": (6, 90_000),
        "fr/fiches/guichet/enregistrer.pdf": (1, 900),
        "ar/fiches/guide.pdf": (80, 2_340_000),
    }
    guide = made_guide("ar", rich_content())
    found = offers(guide, "demarche:renouveler", "demarches/renouveler/", made)
    assert [(o.kind, o.href, o.pages) for o in found] == [
        ("lang", "../../fiches/renouveler.pdf", 2),
        ("large", "../../fiches/renouveler.gros.pdf", 6),
    ]
    [french] = offers(guide, "guichet:enregistrer", "guichet/enregistrer/", made)
    assert (french.kind, french.href) == ("french", "../../../fr/fiches/guichet/enregistrer.pdf")
    assert (
        offers(guide, "contact:adil", "contacts/adil/", made) == []
        and paper(guide, "guide.pdf", "fiches/", {}) is None
    )
    assert size_text(64_200, "fr") == ("taille-ko", "64") and size_text(2_340_000, "fr") == (
        "taille-mo",
        "2,3",
    )


def test_a_page_with_hardly_anything_is_still_a_sheet(compiler):
    bare = {"id": "vide", "group": "demander", "title": "Presque rien", "short": "Une phrase."}
    content = dataclasses.replace(
        made_content(), counter={"vide": Procedure(**bare)}, procedures={"vide": Procedure(**bare)}
    )
    for sheet in plan({"fr": made_guide("fr", content)}, BASE):
        assert render(compiler, sheet.data, DAY).pages >= 1
