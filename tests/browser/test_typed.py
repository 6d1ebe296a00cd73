"""What people type in the boxes of the pages – communes, dates, incomes, initials – and what they are told
when it cannot be read. How it is read: `js/`.
"""

from __future__ import annotations

import pytest

BOXES = ["contacts/", "contacts/communes/"]


def told(page, typed: str) -> tuple[list[str], str]:
    """What the box finds, and what it says of it."""
    page.fill("#commune", "")
    page.wait_for_function("!document.querySelector('.g-lookup [role=status]').textContent")
    page.fill("#commune", typed)
    page.wait_for_function("!!document.querySelector('.g-lookup [role=status]').textContent")
    return page.locator(".g-commune-hits a").all_inner_texts(), page.inner_text(".g-lookup [role=status]")


@pytest.mark.parametrize("path", BOXES)
def test_the_box_of_communes_says_what_it_finds(visit, path):
    page = visit.go(f"fr/{path}")
    assert [told(page, typed) for typed in ("Marseille", "st. victoret", "13 790", "vitroles", "Lyon")] == [
        (["Marseille"], "Une commune trouvée."),
        (["Saint-Victoret"], "Une commune trouvée."),
        (["Châteauneuf-le-Rouge", "Peynier", "Rousset"], "3 communes trouvées."),
        (["Vitrolles"], "Aucune commune ne s’écrit ainsi. Peut-être\u00a0:"),
        ([], "Aucune commune de ce nom dans ce guide."),
    ]


@pytest.mark.parametrize("path", BOXES)
def test_enter_leads_to_the_commune(visit, path):
    page = visit.go(f"ar/{path}")
    page.fill("#commune", "١٣ ٧٣٠")
    page.press("#commune", "Enter")
    page.wait_for_url("**/ar/contacts/communes/13102/")


def test_arrows_walk_from_the_box_to_what_it_finds(visit):
    page = visit.go("fr/contacts/")
    page.fill("#commune", "saint")
    page.wait_for_selector(".g-commune-hits a")
    page.press("#commune", "ArrowDown")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowUp")
    assert (first, page.evaluate("document.activeElement.id")) == (
        page.locator(".g-commune-hits a").first.inner_text(),
        "commune",
    )


def test_without_script_the_list_of_communes_is_the_way(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}fr/contacts/communes/")
    assert (page.locator("#commune").is_visible(), page.locator("#liste a:visible").count()) == (False, 92)
    page.click("#liste a >> text=Vitrolles")
    assert page.inner_text("h1") == "Vitrolles"
    context.close()


@pytest.mark.parametrize("former", ["13117", "mairie-13117"])
def test_a_former_address_leads_to_the_page_of_its_commune(visit, former):
    page = visit.go(f"fr/contacts/communes/#{former}")
    page.wait_for_url("**/fr/contacts/communes/13117/")


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
    page = visit.go(f"{lang}/parcours/mes-delais/#delai-proposition")
    page.fill("#jour-proposition", "0026-01-15")
    assert (
        said in page.inner_text("#faute-proposition"),
        page.inner_text("#delai-proposition output"),
        visit.wrong,
    ) == (True, "", [])


def test_a_year_of_six_figures_throws_nothing(visit):
    page = visit.go("fr/parcours/mes-delais/#delai-proposition")
    page.evaluate("""const field = document.querySelector("#jour-proposition");
        field.removeAttribute("max");
        field.value = "202620-01-15";
        field.dispatchEvent(new Event("input"));""")
    assert (page.inner_text("#faute-proposition") != "", visit.wrong) == (True, [])


def test_a_date_that_is_not_is_told_when_it_is_left(visit):
    page = visit.go("fr/parcours/mes-delais/#delai-proposition")
    page.focus("#jour-proposition")
    page.keyboard.type("02312026")
    page.locator("#jour-proposition").blur()
    assert "n’existe pas" in page.inner_text("#faute-proposition")


def test_a_right_date_takes_the_message_away(visit):
    page = visit.go("fr/parcours/mes-delais/#delai-proposition")
    page.fill("#jour-proposition", "0026-01-15")
    page.fill("#jour-proposition", "2026-11-19")
    assert (
        page.locator("#faute-proposition").is_visible(),
        page.get_attribute("#jour-proposition", "aria-invalid"),
    ) == (False, None)


def test_date_fields_know_their_years(visit):
    page = visit.go("fr/parcours/mes-delais/#delai-proposition")
    assert page.locator("[data-start]:not([min='2000-01-01'][max='2099-12-31'])").count() == 0


def test_a_date_typed_where_there_is_no_date_field(visit):
    page = visit.go("ar/parcours/mes-delais/#delai-proposition")
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
        page.wait_for_function("!!(Guide.search && Guide.search.whole)")
        page.fill("#chercher", typed)
        page.wait_for_function(
            "typed => document.querySelector('.g-hero [data-search]').dataset.shown === typed",
            arg=typed.strip(),
        )
        return page.locator(".g-hero .g-results a").first.get_attribute("href")

    assert first(query) == first(query.replace(".", "").replace(" ", "").replace("\u00ad", ""))
