"""What people type – names of communes, dates, incomes, initials – in any
digits and any spelling, and what they are told when it cannot be read.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support import ROOT

ASSETS = ROOT / "docs" / "assets"
COMMUNES = [
    "Marseille|مرسيليا|13001|13002",
    "Saint-Victoret|13730",
    "Le Puy-Sainte-Réparade|13610",
    "Berre-l’Étang|بير ليتانغ|13130",
    "Saint-Paul-lès-Durance|13115",
    "Bouc-Bel-Air|13320",
    "Vitrolles|13127",
    "Port-de-Bouc|13110",
    "Aix-en-Provence|13080|13090",
]


@pytest.fixture(scope="session")
def scripts(browser):
    """An empty page that knows the scripts which need no page."""
    page = browser.new_page()
    page.set_content("<!doctype html><html lang=fr><body></body></html>")
    for name in (
        "js/guide.js",
        "js/delays.js",
        "js/ceilings.js",
        "search/text.js",
        "search/engine.js",
        "js/communes.js",
    ):
        page.add_script_tag(content=Path(ASSETS / name).read_text(encoding="utf-8"))
    yield page
    page.close()


def communes(scripts, typed: str) -> list[str]:
    """The communes of the box for what is typed; a « ~ » before those that are only alike."""
    return scripts.evaluate(
        """([names, typed]) => {
        const rows = names.map(name => Object.assign(GuideCommunes.row(name), {name: name.split("|")[0]}));
        const found = GuideCommunes.find(rows, typed);
        return found.hits.map(row => (found.near ? "~" : "") + row.name);
    }""",
        [COMMUNES, typed],
    )


@pytest.mark.parametrize(
    ("typed", "commune"),
    [
        ("Marseille", "Marseille"),
        ("MARSEILLE", "Marseille"),
        ("marseille 13e", "Marseille"),
        ("Mairie de Marseille", "Marseille"),
        ("st victoret", "Saint-Victoret"),
        ("St. Victoret", "Saint-Victoret"),
        ("ST-VICTORET", "Saint-Victoret"),
        ("stvictoret", "Saint-Victoret"),
        ("puy ste reparade", "Le Puy-Sainte-Réparade"),
        ("Ste Réparade", "Le Puy-Sainte-Réparade"),
        ("st paul les durance", "Saint-Paul-lès-Durance"),
        ("berre l etang", "Berre-l’Étang"),
        ("Berre l'étang", "Berre-l’Étang"),
        ("boucbelair", "Bouc-Bel-Air"),
        ("13 001", "Marseille"),
        ("13001 Marseille", "Marseille"),
        ("13 001 Marseille", "Marseille"),
        ("١٣٠٠١", "Marseille"),
        ("۱۳ ۰۰۱", "Marseille"),
        ("مرسيليا", "Marseille"),
        ("mar\u00adseille", "Marseille"),
        ("\u200fمرسيليا\u200f", "Marseille"),
        ("aix", "Aix-en-Provence"),
        ("  vitrolles  ", "Vitrolles"),
        ("vitroles", "~Vitrolles"),
        ("aix en provance", "~Aix-en-Provence"),
    ],
)
def test_a_commune_is_found_however_it_is_typed(scripts, typed, commune):
    assert communes(scripts, typed) == [commune]


@pytest.mark.parametrize("typed", ["Lyon", "Saint-Denis", "75001", "zzz"])
def test_a_commune_of_elsewhere_is_not_found(scripts, typed):
    assert communes(scripts, typed) == []


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_the_box_bears_anything(scripts, typed):
    assert isinstance(communes(scripts, typed), list)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-19", "2026-11-19"),
        ("19/11/2026", "2026-11-19"),
        ("19.11.2026", "2026-11-19"),
        ("١٩/١١/٢٠٢٦", "2026-11-19"),
        ("۱۹ ۱۱ ۲۰۲۶", "2026-11-19"),
        ("29/02/2028", "2028-02-29"),
    ],
)
def test_a_day_is_read(scripts, typed, day):
    assert scripts.evaluate("typed => GuideDelays.dayOf(typed)", typed) == {"day": day}


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("0026-01-15", "year"),
        ("12026-01-01", "year"),
        ("202620-01-15", "year"),
        ("19/11/26", "year"),
        ("1026-01-15", "year"),
        ("31/02/2026", "date"),
        ("2026-13-01", "date"),
        ("29/02/2027", "date"),
        ("demain", "date"),
        ("2026", "date"),
    ],
)
def test_what_is_no_day_has_its_reason(scripts, typed, fault):
    assert scripts.evaluate("typed => GuideDelays.dayOf(typed)", typed) == {"fault": fault}


@given(st.text(max_size=30) | st.from_regex(r"\d{1,7}-\d{1,2}-\d{1,2}", fullmatch=True))
@settings(max_examples=100, deadline=None)
def test_a_day_read_can_be_counted_from(scripts, typed):
    assert scripts.evaluate(
        """typed => {
        const said = GuideDelays.dayOf(typed);
        return !said.day || /^\\d{4}-\\d\\d-\\d\\d$/.test(GuideDelays.endOf(said.day, 30, "month", "court"));
    }""",
        typed,
    )


@pytest.mark.parametrize(
    ("typed", "euros"),
    [
        ("20000", 20000),
        ("٢٠٠٠٠", 20000),
        ("۲۰۰۰۰", 20000),
        ("20 000 €", 20000),
        ("20\u202f000", 20000),
        ("20.000,50", 20000),
        ("20,000.50", 20000),
        ("٢٠٬٠٠٠٫٥", 20000),
        ("20 000 euros", 20000),
        ("0", 0),
        ("２００００", 20000),
    ],
)
def test_an_income_is_read(scripts, typed, euros):
    assert scripts.evaluate("typed => GuideCeilings.income(typed)", typed) == euros


@pytest.mark.parametrize("typed", ["abc", "-5000", "−5000", "20k", "1e9", "99999999999", "1.2.3", "€"])
def test_what_is_no_income_is_known_as_such(scripts, typed):
    assert scripts.evaluate("typed => Number.isNaN(GuideCeilings.income(typed))", typed)


@pytest.mark.parametrize(("typed", "persons"), [("3", 3), ("٣", 3), ("۳", 3), (" 20 ", 20)])
def test_a_number_of_persons_is_read(scripts, typed, persons):
    assert scripts.evaluate("typed => GuideCeilings.persons(typed)", typed) == persons


@pytest.mark.parametrize("typed", ["0", "21", "-1", "2.5", "deux", ""])
def test_what_is_no_number_of_persons_is_known_as_such(scripts, typed):
    assert scripts.evaluate("typed => Number.isNaN(GuideCeilings.persons(typed))", typed)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("D.A.L.O.", "dalo"),
        ("la C.A.F. ?", "la caf"),
        ("F.S.L", "fsl"),
        ("s.i.a.o", "siao"),
        ("l’A.D.I.L. 13", "l adil 13"),
        ("C.A.F.Marseille", "caf marseille"),
        ("ex\u00adpul\u00adsion", "expulsion"),
        ("da\u200blo", "dalo"),
        ("da\u200clo", "dalo"),
        ("\ufeffdalo", "dalo"),
        ("\u202edalo", "dalo"),
        ("art. L. 441-1", "art l 441 1"),
        ("M. et Mme", "m et mme"),
    ],
)
def test_initials_and_unseen_signs_are_no_obstacle(scripts, written, meant):
    assert scripts.evaluate("text => GuideSearch.words(text).join(' ')", written) == meant


SMALL = """() => window.asked = window.asked || GuideSearch.open({urgent: [], docs: [
    {location: "dalo/", title: "Recours DALO", kind: "demarche", keywords: "Cerfa 15036"},
    {location: "caf/", title: "La CAF", kind: "contact", keywords: "3230"},
    {location: "hlm/", title: "Demander un HLM", kind: "demarche", keywords: "13001"}]}, "fr")"""


def found(scripts, query: str) -> list[str]:
    scripts.evaluate(SMALL)
    return scripts.evaluate("query => asked(query).items.map(item => item.location)", query)


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("15 036", "dalo/"),
        ("15036", "dalo/"),
        ("١٥ ٠٣٦", "dalo/"),
        ("32 30", "caf/"),
        ("D.A.L.O.", "dalo/"),
        ("d a l o", "dalo/"),
        ("C.A.F.", "caf/"),
        ("h l m", "hlm/"),
        ("13 001", "hlm/"),
    ],
)
def test_what_is_written_apart_is_found_whole(scripts, query, page):
    assert found(scripts, query)[0] == page


@pytest.mark.parametrize("query", ["x" * 1_000_000, "a " * 1_000, "1 " * 1_000, "D." * 100_000])
def test_a_book_pasted_into_the_search_is_answered_at_once(scripts, query):
    scripts.evaluate(SMALL)
    assert (
        scripts.evaluate(
            "query => { const start = performance.now(); asked(query); return performance.now() - start; }",
            query,
        )
        < 2000
    )


# What a person sees.


def test_the_box_of_the_page_of_communes_narrows_its_list(visit):
    page = visit.go("fr/contacts/communes/")
    page.fill("#commune", "Marseille")
    assert page.locator(".g-commune:visible h2").all_inner_texts()[0].startswith("Marseille")
    assert (page.locator(".g-commune:visible").count(), page.inner_text(".g-lookup [role=status]")) == (1, "")


def test_enter_leads_to_the_commune(visit):
    page = visit.go("ar/contacts/communes/")
    page.fill("#commune", "١٣ ٧٣٠")
    page.press("#commune", "Enter")
    assert page.url.endswith("ar/contacts/communes/#13102")


@pytest.mark.parametrize("path", ["contacts/", "contacts/communes/"])
def test_no_commune_is_said_only_when_there_is_none(visit, path):
    page = visit.go(f"fr/{path}")
    told = []
    for typed in ("st. victoret", "vitroles", "Lyon", ""):
        page.fill("#commune", typed)
        told.append(page.inner_text(".g-lookup [role=status]"))
    assert told == [
        "",
        "Aucune commune ne s’écrit ainsi. Peut-être\u00a0:",
        "Aucune commune de ce nom dans ce guide.",
        "",
    ]


def test_the_whole_list_comes_back(visit):
    page = visit.go("fr/contacts/communes/")
    page.fill("#commune", "Marseille")
    page.fill("#commune", "")
    assert page.locator(".g-commune:visible").count() == 92


def test_without_script_no_dead_box_stands_above_the_communes(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}fr/contacts/communes/")
    assert (page.locator("#commune").is_visible(), page.locator(".g-commune:visible").count()) == (False, 92)
    context.close()


def test_no_page_glides_through_what_it_skips(visit):
    assert (
        visit.go("fr/contacts/communes/").evaluate(
            "getComputedStyle(document.documentElement).scrollBehavior"
        )
        == "auto"
    )


@pytest.mark.parametrize(
    ("lang", "said"),
    [("fr", "quatre chiffres, par exemple 2026"), ("en", "four digits"), ("ar", "بأربعة أرقام")],
)
def test_a_year_of_two_figures_is_told_in_the_readers_language(visit, lang, said):
    page = visit.go(f"{lang}/parcours/mes-delais/")
    page.fill("#jour-proposition", "0026-01-15")
    assert (
        said in page.inner_text("#faute-proposition"),
        page.inner_text("#delai-proposition output"),
        visit.wrong,
    ) == (True, "", [])


def test_a_year_of_six_figures_throws_nothing(visit):
    page = visit.go("fr/parcours/mes-delais/")
    page.evaluate("""const field = document.querySelector("#jour-proposition");
        field.removeAttribute("max");
        field.value = "202620-01-15";
        field.dispatchEvent(new Event("input"));""")
    assert (page.inner_text("#faute-proposition") != "", visit.wrong) == (True, [])


def test_a_date_that_is_not_is_told_when_it_is_left(visit):
    page = visit.go("fr/parcours/mes-delais/")
    page.focus("#jour-proposition")
    page.keyboard.type("02312026")
    page.locator("#jour-proposition").blur()
    assert "n’existe pas" in page.inner_text("#faute-proposition")


def test_a_right_date_takes_the_message_away(visit):
    page = visit.go("fr/parcours/mes-delais/")
    page.fill("#jour-proposition", "0026-01-15")
    page.fill("#jour-proposition", "2026-11-19")
    assert (
        page.locator("#faute-proposition").is_visible(),
        page.get_attribute("#jour-proposition", "aria-invalid"),
    ) == (False, None)


def test_date_fields_know_their_years(visit):
    page = visit.go("fr/parcours/mes-delais/")
    assert page.locator("[data-start]:not([min='2000-01-01'][max='2099-12-31'])").count() == 0


def test_a_date_typed_where_there_is_no_date_field(visit):
    page = visit.go("ar/parcours/mes-delais/")
    page.evaluate("document.querySelector('#jour-proposition').type = 'text'")
    page.fill("#jour-proposition", "١٩/١١/٢٠٢٦")
    assert "30" in page.inner_text("#delai-proposition output")


@pytest.mark.parametrize("typed", ["٢٠٠٠٠", "۲۰۰۰۰", "20000"])
def test_an_income_in_any_digits_has_its_verdict(visit, typed):
    page = visit.go("ar/parcours/mes-plafonds/")
    page.fill("[name=income]", typed)
    assert page.locator("[data-amounts].g-under, [data-amounts].g-over").count() == 3


@pytest.mark.parametrize("typed", ["abc", "-1", "99999999999"])
@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_an_income_that_cannot_be_has_a_sentence_and_no_verdict(visit, lang, typed):
    page = visit.go(f"{lang}/parcours/mes-plafonds/")
    page.fill("[name=income]", typed)
    assert (
        page.locator("#faute-revenu").is_visible(),
        page.locator("[data-amounts].g-under, [data-amounts].g-over").count(),
    ) == (True, 0)


def test_a_number_of_persons_that_cannot_be_has_a_sentence(visit):
    page = visit.go("fr/parcours/mes-plafonds/")
    page.fill("[name=persons]", "25")
    assert "de 1 à 20" in page.inner_text("#faute-personnes")


def test_persons_in_arabic_digits_are_counted(visit):
    page = visit.go("ar/parcours/mes-plafonds/")
    page.fill("[name=persons]", "٢")
    assert page.locator("[name=young]").is_visible()


@pytest.mark.parametrize("path", ["", "recherche/", "contacts/", "contacts/communes/", "fiches/"])
def test_no_phone_corrects_what_is_typed(visit, path):
    page = visit.go(f"fr/{path}")
    wishes = page.locator("input[type=search]").evaluate_all(
        "all => all.map(e => ['autocorrect', 'autocapitalize', 'spellcheck', "
        "'autocomplete'].map(name => e.getAttribute(name)).join())"
    )
    assert set(wishes) == {"off,off,false,off"}


def test_no_phone_makes_numbers_of_its_own(visit):
    pages = ("fr/", "ar/contacts/communes/", "", "404.html", "15/")
    assert {
        path: visit.go(path).locator("meta[name=format-detection]").get_attribute("content") for path in pages
    } == dict.fromkeys(pages, "telephone=no")


def test_the_list_of_sheets_is_narrowed_by_initials_and_arabic_digits(visit):
    page = visit.go("fr/fiches/")
    page.fill("#fiche", "D.A.L.O.")
    few = page.locator("[data-find]:visible").count()
    page.fill("#fiche", "١٥٠٣٦")
    assert (few > 0, page.locator("[data-find]:visible").count() > 0) == (True, True)


@pytest.mark.parametrize("query", ["D.A.L.O.", "15 036", "s.i.a.o", "C.A.F.", "F.S.L", "d\u00adalo"])
def test_initials_find_in_the_guide_what_the_word_finds(visit, query):
    def first(typed: str) -> str | None:
        page = visit.go("fr/")
        page.focus("#chercher")
        page.wait_for_function("!!(window.GuideSearch && GuideSearch.whole)")
        page.fill("#chercher", typed)
        page.wait_for_function(
            "typed => document.querySelector('.g-hero [data-search]').dataset.shown === typed",
            arg=typed.strip(),
        )
        return page.locator(".g-hero .g-results a").first.get_attribute("href")

    assert first(query) == first(query.replace(".", "").replace(" ", "").replace("\u00ad", ""))
