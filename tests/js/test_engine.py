"""The search engine: which document comes first, what calls for help, what is read of a query."""

from __future__ import annotations

import time
from typing import Any

import pytest

from support.javascript import alone

DOCS: list[dict[str, Any]] = [
    {
        "location": "dalo/",
        "title": "Recours DALO",
        "kind": "demarche",
        "keywords": "Cerfa 15036, droit opposable",
        "text": "Demander au préfet d’être relogé en urgence.",
    },
    {
        "location": "expulsion/",
        "title": "Éviter l’expulsion",
        "kind": "demarche",
        "french": "Éviter l’expulsion",
    },
    {"location": "violences/", "title": "Fuir des violences", "kind": "demarche"},
    {"location": "caf/", "title": "La CAF", "kind": "contact", "keywords": "3230"},
    {"location": "hlm/", "title": "Demander un HLM", "kind": "demarche", "keywords": "13001"},
    {"location": "glossaire/#bail", "title": "Bail", "kind": "terme"},
    {"location": "bail/", "title": "Signer son bail", "kind": "demarche", "keywords": "bail", "weight": 0.3},
    {"location": "communes/#13054", "title": "Marignane", "kind": "commune", "keywords": "13700"},
    {"location": "loin/", "title": "Maison du logement", "kind": "contact", "weight": 0.1},
    {"location": "pres/", "title": "Maison du logement", "kind": "contact"},
]
URGENT = [
    {
        "location": "violences/",
        "words": {"fr": "me tape, viol, coups", "en": "he beats me", "ar": "يضربني"},
        "calls": [{"number": "3919"}],
    },
    {"location": "expulsion/", "words": {"fr": "mis à la porte"}, "calls": []},
]
INDEX = {
    "docs": DOCS,
    "urgent": URGENT,
    "kinds": {"demarche": "Démarche"},
    "halls": ["Mairie de {commune}", "Town hall of {commune}"],
}
OPEN = """(index, lang) => {
  const search = Guide.search.open(index, lang);
  Guide.asked = (query) => {
    const { count, items } = search(query);
    return { count, items: items.map(({ terms, ...item }) => ({ ...item, terms: Array.from(terms.stems) })) };
  };
}"""


@pytest.fixture(scope="module")
def engine():
    with alone("search/text.js", "search/engine.js") as caller:
        yield caller


@pytest.fixture(scope="module")
def search(engine):
    engine(OPEN, INDEX, "fr")
    return lambda query: engine("query => Guide.asked(query)", query)


@pytest.fixture(scope="module")
def found(search):
    return lambda query: [item["location"] for item in search(query)["items"]]


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
def test_what_is_written_apart_is_found_whole(found, query, page):
    assert found(query)[0] == page


@pytest.mark.parametrize(
    ("query", "page"),
    [("expulssion", "expulsion/"), ("expuls", "expulsion/"), ("opposables", "dalo/"), ("relogés", "dalo/")],
)
def test_a_word_misspelt_begun_or_bent_meets_the_right_one(found, query, page):
    assert found(query)[0] == page


@pytest.mark.parametrize("query", ["tard", "tarid", "yetrad", "الطرد"])
def test_arabic_in_latin_letters_meets_its_arabic_word(engine, query):
    docs = titled("تجديد الطلب", "الطرد من المسكن", "كم من الوقت")
    found = "(index, query) => Guide.search.open(index, 'ar')(query).items.map((item) => item.location)"
    assert engine(found, docs, query)[0] == "1/"


def test_a_keyword_that_is_the_query_comes_before_a_word_explained(found):
    assert found("bail")[:2] == ["bail/", "glossaire/#bail"]


def titled(*titles: str) -> dict[str, Any]:
    return {
        "docs": [{"location": f"{n}/", "title": title, "kind": "contact"} for n, title in enumerate(titles)]
    }


FIND = "(index, query) => Guide.search.open(index, 'fr')(query).items.map((item) => item.location)"


def test_a_rare_word_says_more_than_a_common_one_said_twice(engine):
    assert engine(FIND, titled("Bail bail bail", "Dette", "Bail", "Bail", "Bail"), "bail dette")[0] == "1/"


def test_a_word_that_only_begins_alike_is_not_shown_beside_the_right_one(engine):
    assert engine(FIND, titled("Expulsion", "Exportation"), "expulsion") == ["0/"]


def test_it_is_shown_when_there_is_nothing_better(engine):
    assert engine(FIND, titled("Exportation"), "expulsion") == ["0/"]


def test_a_word_not_yet_ended_is_taken_for_the_one_that_it_begins(search):
    assert search("opp")["items"][0]["terms"] == ["opposabl"]


def test_a_town_hall_is_found_by_what_it_is(found):
    assert "communes/#13054" in found("mairie")


def test_of_two_of_the_same_name_the_weightier_comes_first(found):
    assert found("maison du logement")[:2] == ["pres/", "loin/"]


def test_what_is_asked_of_an_office_counts_less_than_of_what_to_do(engine):
    office = {"location": "office/", "title": "Adil", "kind": "contact", "asked": "caution gardée"}
    todo = {"location": "todo/", "title": "Faire", "kind": "demarche", "asked": "caution gardée"}
    assert engine(FIND, {"docs": [office, todo]}, "caution")[0] == "todo/"
    assert engine(FIND, {"docs": [office, todo]}, "adil caution")[0] == "office/"


@pytest.mark.parametrize("query", ["mairie de Marignane", "town hall Marignane", "marignanne", "13700"])
def test_a_commune_is_found_as_its_town_hall_too(found, query):
    assert found(query)[0] == "communes/#13054"


@pytest.mark.parametrize(
    "query", ["il me tape", "m’a tapé", "he beats me", "يضربني", "des coups", "viols", "copain ma tapé"]
)
def test_words_that_call_for_help_put_their_page_first(search, query):
    first = search(query)["items"][0]
    assert (first["location"], first["pinned"], first["calls"]) == ("violences/", True, [{"number": "3919"}])


@pytest.mark.parametrize("query", ["je tape mon courrier", "je tape ma lettre", "violation", "porte mis"])
def test_words_that_are_only_like_those_pin_nothing(search, query):
    assert [item["location"] for item in search(query)["items"] if item["pinned"]] == []


@pytest.mark.parametrize(
    ("query", "page"), [("éviter", "expulsion/"), ("évi", "expulsion/"), ("fui", "violences/")]
)
def test_an_unfinished_word_shows_what_to_do_whose_title_it_begins(found, query, page):
    assert found(query)[0] == page


def page(location: str, title: str, **more: Any) -> dict[str, Any]:
    return {"location": location, "title": title, "kind": "demarche"} | more


def test_a_word_known_to_the_guide_is_not_taken_for_an_unfinished_one(engine):
    index = {"docs": [page("bailleur/", "Bailleur privé"), page("bail/", "Le bail", keywords="bail")]}
    assert engine(FIND, index, "bail")[0] == "bail/"


def test_of_what_an_unfinished_word_begins_the_most_pressing_comes_first(engine):
    docs = [page("expliquer/", "Expliquer", weight=9), page("expulsion/", "Expulsion")]
    index = {"docs": docs, "urgent": [{"location": "expulsion/", "words": {}, "calls": []}]}
    assert engine(FIND, index, "exp")[0] == "expulsion/"


@pytest.mark.parametrize(("query", "first"), [("coups", "fuir/"), ("cou", "coup/")])
def test_what_an_unfinished_word_may_mean_does_not_come_before_what_it_begins(engine, query, first):
    docs = [page("coup/", "Coup de pouce"), page("fuir/", "Fuir"), page("boxe/", "Boxe", keywords="coups")]
    index = {"docs": docs, "urgent": [{"location": "fuir/", "words": {"fr": "coups"}, "calls": []}]}
    assert engine(FIND, index, query)[0] == first


@pytest.mark.parametrize("query", ["", "de la", "zzzzzzzz"])
def test_a_query_that_says_nothing_shows_what_cannot_wait(search, query):
    answer = search(query)
    assert (answer["count"], [item["location"] for item in answer["items"]]) == (
        0,
        ["violences/", "expulsion/"],
    )


def test_a_result_says_what_it_is_and_which_words_it_was_found_by(search):
    first = search("préfet")["items"][0]
    assert (first["kind"], first["text"][:8], first["terms"]) == ("Démarche", "Demander", ["prefet"])


def test_no_more_than_a_screen_of_results_is_shown(engine):
    many = {"docs": [{"location": f"{n}/", "title": "Bail", "kind": "contact"} for n in range(30)]}
    engine(OPEN, many, "fr")
    answer = engine("query => Guide.asked(query)", "bail")
    engine(OPEN, INDEX, "fr")
    assert (answer["count"], len(answer["items"])) == (30, 12)


@pytest.mark.parametrize("query", ["x" * 1_000_000, "a " * 1_000, "1 " * 1_000, "D." * 100_000])
def test_a_book_pasted_into_the_search_is_answered_at_once(search, query):
    start = time.perf_counter()
    search(query)
    assert time.perf_counter() - start < 2


def test_what_was_left_for_later_is_found_once_merged(engine):
    core = {"docs": [{"location": "a/", "title": "Bail", "kind": "demarche"}], "urgent": []}
    more = {
        "words": {"a/": {"text": "caution"}},
        "docs": [{"location": "b/", "title": "Garant", "kind": "terme"}],
    }
    found = engine(
        """(core, more) => ["caution", "garant"].map((query) => [core, Guide.search.merge(core, more)].map(
          (index) => Guide.search.open(index, "fr")(query).items.map((item) => item.location)))""",
        core,
        more,
    )
    assert found == [[[], ["a/"]], [[], ["b/"]]]


def test_the_index_of_the_theme_has_a_document_a_page(engine):
    theme = {
        "docs": [
            {"location": "a/", "title": "Bail", "text": "<p>Signer&nbsp;son bail</p>"},
            {"location": "a/#caution", "title": "Caution", "text": "…"},
        ]
    }
    assert engine("Guide.search.fromTheme", theme) == {
        "docs": [
            {
                "location": "a/",
                "title": "Bail",
                "kind": "",
                "keywords": "",
                "heads": " Caution",
                "text": " Signer son bail ",
            }
        ],
        "urgent": [],
    }


def test_opening_slowly_finds_the_same(engine):
    engine(
        """(index, queries) => {
          const said = (search) => JSON.stringify(queries.map(search));
          Guide.search.openSlowly(index, "fr").then((slow) => {
            Guide.isSame = said(slow) === said(Guide.search.open(index, "fr"));
          });
        }""",
        INDEX,
        ["bail", "il me tape", "évi"],
    )
    assert engine("() => Guide.isSame") is True


RUE = {
    "docs": [page("dehors/", "Dormir dehors"), page("mairie/", "La mairie", keywords="rue de la République")],
    "urgent": [{"location": "dehors/", "words": {"fr": "suis à la rue"}, "calls": []}],
}


@pytest.mark.parametrize(("query", "first"), [("je suis à la rue", True), ("12 rue de la République", False)])
def test_small_words_that_make_the_sense_are_all_needed(engine, query, first):
    items = engine("(index, query) => Guide.search.open(index, 'fr')(query).items", RUE, query)
    assert items[0]["pinned"] is first


@pytest.mark.parametrize(
    "query",
    [
        "Ｄ．Ａ．Ｌ．Ｏ．",
        "ＤＡＬＯ",
        "D-A-L-O",
        "D·A·L·O",
        "D\u00adA\u00adLO",
        "DA\u200bLO",
        "\u202eDALO",
        "𝐃𝐀𝐋𝐎",
        "cerfa １５０３６",
        "cerfa ۱۵۰۳۶",
        "dallo",
    ],
)
def test_the_same_word_however_it_is_typed(found, query):
    assert found(query)[0] == "dalo/"


@pytest.mark.parametrize("who", ["agent : bail", "usager bail"])
def test_what_is_for_agents_comes_first_for_agents(engine, who):
    index = {
        "docs": [page("bail/", "Signer un bail"), page("guichet/", "Le bail au guichet", kind="guichet")]
    }
    assert engine(FIND, index, who)[0] == "guichet/"


def test_who_is_found_is_called_from_the_result(engine):
    calls = [{"number": "3230", "to": "tel:3230"}]
    index = {"docs": [page("caf/", "La CAF", kind="contact", calls=calls)]}
    found = engine("(index) => Guide.search.open(index, 'fr')('caf').items[0].calls", index)
    assert found == calls
