"""From right to left: digits keep their order, lengths take
their case, dates and amounts are those of the letters.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.language.cases import is_governed
from macros.language.direction import is_right_to_left, isolate_faults, locale_of, ordered
from macros.language.typography import comma, inside, question, typeset
from macros.model.fields import Phrase
from macros.model.traversal import phrases_of
from macros.opening import open_guide
from macros.search.index import more_index
from macros.speech.formats import date, number, quantity
from macros.speech.spans import plain
from macros.views.indexes import grouped
from macros.web.environment import Said, Words
from macros.web.html import PhraseRenderer, heading
from macros.web.sharing import message_link
from support import DAY
from support.guides import real

MIXED = st.text(st.sampled_from(list("0123459 *-–/.,+%€()م\u00a0\u202fA")), max_size=24)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("اتصل 39 28", "اتصل 39\u00a028"),
        ("اتصل 0 805 16 00 75.", "اتصل 0\u00a0805\u00a016\u00a000\u00a075."),
        ("أكثر من 100 000 ساكن", "أكثر من 100\u202f000 ساكن"),
        ("الرقم 14069*05.", "الرقم \u206614069*05\u2069."),
        ("و15036*01", "و\u206615036*01\u2069"),
        ("لسنة 2025-2026", "لسنة \u20662025-2026\u2069"),
        ("اتصل +33 4 91", "اتصل \u2066+33\u00a04\u00a091\u2069"),
        ("مبلغ 1 200 €", "مبلغ \u20661\u202f200\u00a0€\u2069"),
        ("13 Habitat", "\u206613 Habitat\u2069"),
        ("يوم 15/07/2027", "يوم 15/07/2027"),
        ("نموذج Cerfa 14069*05", "نموذج Cerfa 14069*05"),
        ("المادة L. 441-1", "المادة L. 441-1"),
        ("من 3 إلى 5", "من 3 إلى 5"),
        ("بطاقة CMI «invalidité» (العجز)", "بطاقة CMI \u2066«invalidité»\u2069 (العجز)"),
        ("تحت «جُمل تُظهرها»", "تحت «جُمل تُظهرها»"),
    ],
)
def test_a_number_keeps_its_order_after_arabic(typed, shown):
    assert ordered(typed, "ar") == shown


@pytest.mark.parametrize("lang", ["ar", "fa", "ur", "ps", "he", "ckb"])
def test_the_rule_is_for_every_language_from_right_to_left(lang):
    assert typeset("39 28", lang) == "39\u00a028"


@pytest.mark.parametrize("lang", ["fr", "en", "tr", "ti", "zdj", "pt-PT"])
def test_the_rule_leaves_other_languages_alone(lang):
    assert ordered("39 28, 14069*05", lang) == "39 28, 14069*05"


@given(MIXED)
@settings(max_examples=400, deadline=None)
def test_the_rule_applied_twice_is_the_rule_applied_once(text):
    assert ordered(ordered(text, "ar"), "ar") == ordered(text, "ar")


@given(MIXED)
@settings(max_examples=400, deadline=None)
def test_the_rule_changes_no_visible_sign(text):
    seen = ordered(text, "ar").translate({0x2066: None, 0x2069: None, 0xA0: " ", 0x202F: " "})
    assert re.sub(" +", " ", seen) == re.sub(" +", " ", text.replace("\u00a0", " ").replace("\u202f", " "))


@given(MIXED)
@settings(max_examples=400, deadline=None)
def test_every_isolate_is_closed(text):
    assert list(isolate_faults(ordered(text, "ar"))) == []


def test_a_language_that_cldr_does_not_know_writes_french_dates():
    assert date(dt.date(2026, 7, 1), "zdj") == "1er juillet 2026 (01/07/2026)"


@pytest.mark.parametrize(
    ("code", "locale"), [("en", "en_GB"), ("pt-PT", "pt_PT"), ("zh-Hans", "zh_Hans"), ("fr-x-facile", "fr")]
)
def test_a_code_of_a_language_has_a_locale(code, locale):
    assert locale_of(code) == locale


@pytest.mark.parametrize(
    ("value", "unit", "lang", "shown"),
    [
        (22356, "euro", "ar", "22\u202f356\u00a0€"),
        (22356, "euro", "tr", "22\u202f356\u00a0€"),
        (22356, "euro", "fa", "22\u202f356\u00a0€"),
        (22356, "euro", "en", "€22,356"),
        (1234.5, "euro", "ar", "1\u202f234,5\u00a0€"),
    ],
)
def test_an_amount_is_written_as_on_french_letters(value, unit, lang, shown):
    assert quantity(value, unit, lang) == shown


@pytest.mark.parametrize(
    ("value", "unit", "case", "shown"),
    [
        (2, "month", "", "شهران"),
        (2, "month", "gen", "شهرين"),
        (2, "year", "gen", "سنتين"),
        (2, "day", "gen", "يومين"),
        (2, "week", "gen", "أسبوعين"),
        (1, "month", "gen", "شهر"),
        (3, "month", "gen", "3\u00a0أشهر"),
        (30, "month", "gen", "30\u00a0شهرًا"),
        (1, "week", "", "أسبوع"),
        (11, "week", "", "11\u00a0أسبوعًا"),
        (100, "day", "", "100\u00a0يوم"),
        (9, "square-meter", "", "9\u00a0أمتار\u00a0مربعة"),
        (16, "square-meter", "", "16\u00a0مترًا\u00a0مربعًا"),
        (70, "square-meter", "gen", "70\u00a0مترًا\u00a0مربعًا"),
        (2, "square-meter", "gen", "مترين\u00a0مربعين"),
    ],
)
def test_an_arabic_length_takes_the_form_of_its_number_and_case(value, unit, case, shown):
    assert quantity(value, unit, "ar", case) == shown


@pytest.mark.parametrize(
    "before", ["خلال ", "وخلال ", "لمدة ", "تدوم ", "أكثر من ", "لا يتجاوز ", "بـ", "كل «", "في أجل "]
)
def test_a_length_is_governed_by_a_preposition_a_noun_or_a_verb(before):
    assert is_governed(before, "ar")


@pytest.mark.parametrize(
    "before", ["", "أمامك ", "المهلة هي ", "مدتها ", "أجل أقصاه ", "المدة: ", "خلال سنة: "]
)
def test_a_length_that_is_a_subject_is_not_governed(before):
    assert not is_governed(before, "ar")


@pytest.mark.parametrize("lang", ["fa", "tr", "fr", "en"])
def test_a_language_without_such_forms_ignores_the_case(lang):
    assert quantity(2, "month", lang, "gen") == quantity(2, "month", lang)


@pytest.mark.parametrize(
    ("lang", "figures"),
    [("ar", "(15/07/2027)"), ("en", "(15/07/2027)"), ("tr", "(15/07/2027)"), ("fa", "(15/07/2027)")],
)
def test_a_date_stands_also_in_figures(lang, figures):
    assert date(dt.date(2027, 7, 15), lang).endswith(figures)


def test_a_french_date_needs_no_figures():
    assert date(dt.date(2027, 7, 15), "fr") == "15 juillet 2027"


def test_a_date_between_parentheses_has_none_of_its_own():
    assert inside(date(dt.date(2027, 7, 15), "en"), "en") == "15 July 2027, 15/07/2027"


def test_its_comma_is_that_of_the_language():
    assert inside(date(dt.date(2027, 7, 15), "ar"), "ar") == "15 يوليو 2027، 15/07/2027"


@given(st.integers(1000, 10**9), st.sampled_from(["ar", "fa", "tr", "ru", "de", "zh"]))
def test_no_comma_parts_the_thousands_but_in_english(value, lang):
    assert "," not in number(value, lang)


@pytest.mark.parametrize(
    ("lang", "shown"), [("ar", "، "), ("ur", "، "), ("fr", ", "), ("tr", ", "), ("ti", "፣ ")]
)
def test_the_comma_is_the_language_s_own(lang, shown):
    assert comma(lang) == shown


@pytest.mark.parametrize(("lang", "shown"), [("ar", "؟"), ("fa", "؟"), ("en", "?"), ("fr", "\u202f?")])
def test_so_is_the_question_mark(lang, shown):
    assert question(lang) == shown


def test_a_heading_keeps_the_spaces_that_hold_a_number():
    assert "39\u00a028" in heading(2, "اتصل 39\u00a028", "a")


# --- a small guide in Arabic ------------------------------------------------------------------------------

LETTER = dt.date(2026, 11, 25)
PO = 'msgid ""\nmsgstr "Language: ar\\n"\n'


def in_arabic(valid, **texts: str):
    """The small guide in Arabic: context's end -> Arabic text, the French being that of the small guide."""
    french = {
        "short": "Votre demande vaut {valeur:validite}.",
        "steps_avant_text": "Renouvelez **avant** la date.",
    }
    entries = [
        f'\nmsgctxt "procedures/renouveler#{name.replace("_", ".")}"\nmsgid "{french[name]}"\nmsgstr '
        f'"{text}"\n'
        for name, text in texts.items()
    ]
    (valid / "translations").mkdir(exist_ok=True)
    (valid / "translations" / "ar.po").write_text(PO + "".join(entries), encoding="utf-8")
    return open_guide(valid, DAY, "petit", "ar")


def two_years(valid) -> None:
    """The small guide whose delay becomes two years."""
    path = valid / "values" / "delais.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("value: 1,", "value: 2,"), encoding="utf-8")


def test_the_form_of_a_length_follows_from_its_value(valid):
    two_years(valid)
    guide = in_arabic(valid, short="يقرّر خلال {valeur:validite|gen}.")
    assert plain(guide, guide.content.procedures["renouveler"].short) == "يقرّر خلال سنتين."


def test_a_case_asked_for_is_the_same_token_as_the_french_one(valid, faults):
    in_arabic(valid, short="يقرّر خلال {valeur:validite|gen}.")
    assert faults(valid) == []


def test_a_length_that_nothing_governs_needs_no_case(valid, faults):
    in_arabic(valid, short="أمامك {valeur:validite} للرد.")
    assert faults(valid) == []


def test_a_phone_number_in_plain_words_stays_in_one_piece(valid):
    guide = open_guide(valid, DAY, "petit", "ar")
    assert (
        plain(guide, Phrase("{tel:adil}", "اتصل {tel:adil}", "ar"))
        == "اتصل 01\u00a099\u00a000\u00a000\u00a001"
    )


def test_a_text_message_keeps_its_phone_number(valid):
    guide = open_guide(valid, DAY, "petit", "ar")
    assert "01%C2%A099" in message_link(
        plain(guide, Phrase("{tel:adil}", "اتصل {tel:adil}", "ar")), "https://a.fr"
    )


def test_what_the_search_shows_keeps_a_number_typed_by_a_translator(valid):
    guide = in_arabic(valid, short="طلبك صالح {valeur:validite}.")
    assert "39\u00a028" in str(
        more_index(with_short(guide, "اتصل 39 28"))["words"]["demarches/renouveler/"]["text"]
    )


def with_short(guide, text: str):
    """The same guide, its procedure saying `text` in short."""
    page = next(page for _, pages in grouped(guide) for page in pages)
    changed = page.model_copy(update={"short": Phrase("x", text, "ar", "translated")})
    return replace(guide, content=replace(guide.content, procedures={page.id: changed}))


def test_a_word_shown_in_french_has_its_date_in_french(valid):
    guide = open_guide(valid, DAY, "petit", "ar")  # nothing is translated there
    words = Words(guide, PhraseRenderer(guide, str))
    shown = words.html("edition-du", date=Said.by(lambda lang: date(LETTER, lang), "ar"))
    assert "25 novembre 2026" in shown and "نوفمبر" not in shown


def test_a_word_that_is_translated_has_its_date_in_its_language():
    guide = real("ar")
    words = Words(guide, PhraseRenderer(guide, str))
    assert "25 نوفمبر 2026 (25/11/2026)" in words.html(
        "edition-du", date=Said.by(lambda lang: date(LETTER, lang), "ar")
    )


def test_no_number_of_the_arabic_guide_is_left_in_pieces():
    guide = real("ar")
    shown = [doc["text"] for doc in more_index(guide)["words"].values() if "text" in doc]
    assert [text for text in shown if re.search(r"\d \d", text)] == []


def test_no_arabic_dual_of_the_guide_follows_a_preposition_as_a_subject():
    guide = real("ar")
    pages = [
        *guide.content.procedures.values(),
        *guide.content.criteria.values(),
        *guide.content.pathways.values(),
    ]
    said = [plain(guide, p) for page in pages for _, _, p in phrases_of(page, "") if p.lang == "ar"]
    assert [
        text
        for text in said
        if re.search(r"(?:خلال|بعد|منذ|قبل|لمدة|بمدة|من|كل|ينتظر|تنتظر) (?:شهران|سنتان|يومان|أسبوعان)", text)
    ] == []


def test_a_direction_is_known_for_each_language_of_the_guide():
    languages = real().languages
    assert {language.code: language.dir == "rtl" for language in languages} == {
        one.code: is_right_to_left(one.code) for one in languages
    }
