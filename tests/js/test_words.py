"""Words as the search and the boxes compare them: one spelling for all, stems, pieces, marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.javascript import alone


@pytest.fixture(scope="module")
def call():
    with alone("search/text.js") as caller:
        yield caller


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Kayıt", "kayit"),
        ("İSTANBUL", "istanbul"),
        ("жильё", "жилье"),
        ("کمک", "كمك"),
        ("خانه\u200cای", "خانه اي"),
        ("الإيجار", "الايجار"),
        ("سُكْنَى", "سكني"),
        ("مساعدة", "مساعده"),
        ("١١٥", "115"),
        ("۳۹۱۹", "3919"),
        ("Œuvre À L’ÉTÉ", "oeuvre a l ete"),
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
def test_spellings_of_a_word_are_one(call, written, meant):
    assert call("text => Guide.search.words(text).join(' ')", written) == meant


@given(st.text(max_size=40))
@settings(deadline=None)
def test_a_spelling_folded_stays_as_it_is(call, text):
    once = call("text => Guide.search.words(text).join(' ')", text)
    assert call("text => Guide.search.words(text).join(' ')", once) == once


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", ["logement", "logements"]),
        ("fr", ["expulser", "expulsé", "expulsés", "expulsait"]),
        ("fr", ["tribunal", "tribunaux"]),
        ("fr", ["demande", "demander", "demandes"]),
        ("en", ["eviction", "evictions"]),
        ("en", ["rent", "renting", "rented", "rents"]),
        ("ar", ["الإيجار", "بالإيجار", "إيجار"]),
    ],
)
def test_forms_of_a_word_have_one_stem(call, lang, words):
    stems = call(
        "(words, lang) => words.map(word => Guide.search.stem(Guide.search.fold(word), lang))", words, lang
    )
    assert len(set(stems)) == 1


@pytest.mark.parametrize("word", ["bus", "15036s", "s1a2"])
def test_short_words_and_numbers_are_their_own_stem(call, word):
    assert call("Guide.search.stem", word, "fr") == word


def test_an_arabic_word_has_its_stem_on_a_french_page(call):
    assert call("Guide.search.stem", "الايجار", "fr") == "ايجار"


def test_a_language_without_rules_has_the_french_ones(call):
    assert call("Guide.search.stem", "logements", "tr") == call("Guide.search.stem", "logements", "fr")


def test_the_pieces_of_a_word_are_of_four_letters_with_its_two_ends(call):
    assert call("word => Guide.search.fours(word)", "loyer") == ["<loy", "loye", "oyer", "yer>"]


@pytest.mark.parametrize("word", ["15036", "a", ""])
def test_a_number_and_a_letter_have_no_piece(call, word):
    assert call("word => Guide.search.fours(word)", word) == []


@pytest.mark.parametrize(
    ("lang", "word", "small"),
    [
        ("fr", "comment", True),
        ("en", "comment", False),
        ("en", "the", True),
        ("en", "qu", True),
        ("tr", "qu", True),
    ],
)
def test_each_language_has_its_small_words_and_those_that_french_elides(call, lang, word, small):
    assert call("(lang, word) => Guide.search.stopWords(lang).has(word)", lang, word) is small


@pytest.mark.parametrize(
    ("bones", "words"),
    [
        ("~trd", ["طرد", "tard", "tarid", "ittarad"]),
        ("~mhdr", ["محضر", "ma7dar", "mohdar"]),
        ("~xrj", ["خرج", "khrej", "5araj", "kharadj"]),
        ("~rnflmnt", ["renouvellement", "renouvelement"]),
        ("~sjl", ["نسجل", "تسجلني", "يسجلوني", "سجلوها", "نسجلش"]),
        ("~nml", ["نمل"]),
    ],
)
def test_words_that_sound_alike_have_the_same_bones(call, bones, words):
    assert [call("word => Guide.search.bones(word)", word) for word in words] == [[bones]] * len(words)


@pytest.mark.parametrize("word", ["دار", "aide", "13055", "t3", ""])
def test_a_number_and_a_word_of_few_consonants_have_no_bones(call, word):
    assert call("word => Guide.search.bones(word)", word) == []


PIECES = """(text, words) => Guide.search.pieces(text, {
  stems: new Set(words.map((word) => Guide.search.stem(word, "fr"))), lang: "fr",
})"""


def test_what_was_looked_for_is_marked_in_each_of_its_forms(call):
    assert call(PIECES, "Une expulsion, des Expulsions !", ["expulsion"]) == [
        {"text": "Une ", "hit": False},
        {"text": "expulsion", "hit": True},
        {"text": ", des ", "hit": False},
        {"text": "Expulsions", "hit": True},
        {"text": " !", "hit": False},
    ]


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=8), max_size=3))
@settings(deadline=None)
def test_marking_changes_no_letter(call, text, words):
    found = call(PIECES, text, words)
    assert "".join(piece["text"] for piece in found) == text
