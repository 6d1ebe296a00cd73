"""The translator's file: what a person or a tool wrote in it
stays, what changed can be seen, and nothing done is done twice.
"""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.guide.texts import Message
from macros.opening import forget, open_content, open_guide
from macros.places.po_file import Entry, PoFile
from macros.source import po
from macros.source.catalogue import dump, left_over, merge, read_file, template
from macros.source.notes import notes_for
from scripts.edit.editing import translate
from scripts.edit.writing import write_whole
from support import DAY

TITLE = "procedures/renouveler#title"
HEAD = """# Traduit par Amina.
msgid ""
msgstr ""
"Last-Translator: Amina <amina@example.org>\\n"
"Language-Team: Arabe\\n"
"Plural-Forms: nplurals=6; plural=0;\\n"
"X-Generator: Poedit 3.4\\n"
"PO-Revision-Date: 2026-11-02 10:00+0100\\n"

"""


def entry(context: str, fr: str, text: str, before: str = "") -> str:
    return f'{before}msgctxt "{context}"\nmsgid "{fr}"\nmsgstr "{text}"\n\n'


def put(folder, *entries: str, head: str = HEAD) -> None:
    (folder / "translations").mkdir(exist_ok=True)
    (folder / "translations" / "ar.po").write_text(head + "".join(entries), encoding="utf-8")


def written(folder) -> str:
    assert translate(folder) == 0
    return (folder / "translations" / "ar.po").read_text(encoding="utf-8")


def change(folder, old: str, new: str, name: str = "procedures/renouveler.yml") -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def shown(folder, lang: str = "ar") -> str:
    forget()
    return open_guide(folder, DAY, "petit", lang).content.procedures["renouveler"].title.text


def message(context: str, fr: str) -> Message:
    return Message(context, fr, "content/x.yml", 1, True)


# --- a stale translation never holds the French up --------------------------------------------------------

STALE = [
    (
        "Renouveler ma demande (Cerfa 14069)",
        "تجديد طلبي (Cerfa 14069)",
        "Renouveler ma demande (Cerfa 15036)",
    ),
    ("Renouveler {valeur:validite}", "تجديد {valeur:validite}", "Renouveler ma demande"),
    ("Renouveler ma demande", "<b>تجديد</b>", "Renouveler [ma demande](contact:adil)"),
]


@pytest.mark.parametrize(("was", "text", "now"), STALE)
@pytest.mark.parametrize("after_translate", [False, True])
def test_a_changed_french_is_no_fault_of_its_old_translation(valid, faults, was, text, now, after_translate):
    put(valid, entry(TITLE, was, text))
    change(valid, "title: Renouveler ma demande", f'title: "{now}"')
    if after_translate:
        written(valid)
    assert faults(valid) == []


def test_a_changed_french_is_shown_at_once_and_marked_as_french(valid):
    put(valid, entry(TITLE, "Renouveler ma demande", "تجديد طلبي"))
    change(valid, "title: Renouveler ma demande", "title: Garder ma demande")
    forget()
    title = open_guide(valid, DAY, "petit", "ar").content.procedures["renouveler"].title
    assert (title.text, title.lang, title.state) == ("Garder ma demande", "fr", "fuzzy")


def test_what_would_be_shown_is_still_checked(valid, faults):
    put(valid, entry("procedures/renouveler#short", "Votre demande vaut {valeur:validite}.", "طلبكم صالح."))
    assert [f.code for f in faults(valid)] == ["P902"]


# --- what a translator sees of a change -------------------------------------------------------------------


def test_a_stale_text_shows_the_french_it_was_made_from(valid):
    put(valid, entry(TITLE, "Renouveler ma demande", "تجديد طلبي"))
    change(valid, "title: Renouveler ma demande", "title: Garder ma demande")
    assert (
        '#, fuzzy\n#| msgctxt "procedures/renouveler#title"\n#| msgid "Renouveler ma demande"\n'
        in written(valid)
    )


def test_two_changes_still_show_the_french_it_was_made_from():
    once = merge({"a#t": Entry("un", "x")}, [message("a#t", "deux")])
    assert merge(once, [message("a#t", "trois")])["a#t"] == Entry("trois", "x", fuzzy=True, previous="un")


def test_undoing_a_change_gives_the_translation_back():
    once = merge({"a#t": Entry("un", "x")}, [message("a#t", "deux")])
    assert merge(once, [message("a#t", "un")])["a#t"] == Entry("un", "x")


def test_a_condition_says_that_it_follows_si():
    assert list(notes_for(message("procedures/x#papers.later.y.when", "vous êtes salarié"))) == [
        "Condition : suit le mot « si », par exemple « si vous êtes salarié ».",
    ]


@pytest.mark.parametrize(
    "context", ["procedures/x#sms", "procedures/x#keywords", "procedures/x#deadlines.y.starts", "interface#z"]
)
def test_a_translator_is_told_what_kind_of_text_it_is(context):
    assert len(list(notes_for(message(context, "Un texte.")))) == 1


def test_a_translator_is_told_what_a_token_becomes():
    assert "10 jours" in "".join(notes_for(message("procedures/x#steps.y.text", "Vous avez {valeur:delai}.")))


# --- what people and tools wrote stays --------------------------------------------------------------------


@pytest.mark.parametrize("line", [line for line in HEAD.splitlines() if line.startswith(('"', "# "))])
def test_the_header_is_kept(valid, line):
    put(valid, entry(TITLE, "Renouveler ma demande", "تجديد طلبي"))
    assert f"\n{line}\n" in "\n" + written(valid)


def test_a_header_says_what_gettext_needs(valid):
    assert '"Content-Type: text/plain; charset=UTF-8\\n"' in written(valid)


def test_a_comment_and_the_flags_of_tools_are_kept(valid):
    put(
        valid,
        entry(TITLE, "Renouveler ma demande", "تجديد طلبي", before="# Relu par Karim.\n#, no-wrap, fuzzy\n"),
    )
    text = written(valid)
    assert "# Relu par Karim.\n" in text
    assert "#, fuzzy, no-wrap\n" in text


def test_a_text_whose_french_is_gone_is_kept_aside(valid):
    put(valid, entry("procedures/renouveler#steps.ancien.text", "Une étape ôtée.", "خطوة"))
    assert (
        '#~ msgctxt "procedures/renouveler#steps.ancien.text"\n#~ msgid "Une étape ôtée."\n#~ msgstr "خطوة"\n'
        in written(valid)
    )


def test_a_french_that_comes_back_has_its_translation_again(valid):
    line = "{id: tous, text: Vous cherchez toujours., proof: [f-un-an]}"
    other = "{id: autre, text: Vous attendez., proof: [f-un-an]}"
    put(valid, entry("procedures/renouveler#conditions.any.tous.text", "Vous cherchez toujours.", "تبحث"))
    change(valid, line, other)
    assert "#~ " in written(valid)
    change(valid, other, line)
    text = written(valid)
    assert 'msgid "Vous cherchez toujours."\nmsgstr "تبحث"' in text and "#~ " not in text


def test_an_item_renamed_keeps_its_translation(valid):
    put(valid, entry("procedures/renouveler#conditions.any.tous.text", "Vous cherchez toujours.", "تبحث"))
    change(valid, "id: tous, text", "id: chacun, text")
    text = written(valid)
    assert (
        'msgctxt "procedures/renouveler#conditions.any.chacun.text"\nmsgid "Vous cherchez '
        'toujours."\nmsgstr "تبحث"' in text
    )
    assert "#~" not in text


def test_the_same_french_elsewhere_lends_its_translation():
    old = {"a#title": Entry("Bonjour", "سلام")}
    assert merge(old, [message("a#title", "Bonjour"), message("b#title", "Bonjour")])["b#title"] == Entry(
        "Bonjour", "سلام"
    )


def test_the_same_french_in_another_kind_of_field_is_to_review():
    old = {"a#title": Entry("Bonjour", "سلام")}
    assert merge(old, [message("a#title", "Bonjour"), message("b#when", "Bonjour")])["b#when"].fuzzy


def test_a_doubtful_translation_is_not_lent():
    old = {"a#title": Entry("Bonjour", "سلام", fuzzy=True)}
    assert merge(old, [message("b#title", "Bonjour")])["b#title"].text == ""


def test_there_is_a_template_for_a_new_language(valid):
    written(valid)
    units, wrong = po.parse((valid / "translations" / "guide.pot").read_text(encoding="utf-8"))
    assert (wrong, {unit.text for unit in units if not unit.is_header}) == ([], {""})


WORDS = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)
#: Few: the same context is often in two files.
CONTEXTS = st.sampled_from([f"{a}#{b}.{c}" for a in "ab" for b in "xy" for c in ("text", "when", "title")])
ENTRIES = st.dictionaries(CONTEXTS, st.builds(Entry, WORDS, st.just("") | WORDS, st.booleans()), max_size=6)


@given(ENTRIES, ENTRIES, st.dictionaries(CONTEXTS, WORDS, max_size=6))
@settings(max_examples=200, deadline=None)
def test_bringing_a_file_in_step_twice_changes_nothing(old, gone, new):
    wanted = [message(context, fr) for context, fr in new.items()]
    once = merge(old, wanted, gone)
    aside = left_over(old, gone, once)
    twice = merge(once, wanted, aside)
    assert (twice, left_over(once, aside, twice)) == (once, aside)


def test_an_empty_entry_does_not_take_the_place_of_what_is_kept_aside():
    aside = {"a#title": Entry("Bonjour", "سلام")}
    assert left_over({"a#title": Entry("Bonjour", "")}, aside, {}) == aside


@given(ENTRIES, ENTRIES, st.dictionaries(CONTEXTS, WORDS, max_size=6))
@settings(max_examples=200, deadline=None)
def test_no_translation_is_ever_lost(old, gone, new):
    merged = merge(old, [message(context, fr) for context, fr in new.items()], gone)
    kept = {e.text for e in (*merged.values(), *left_over(old, gone, merged).values())}
    # An orphan gives way to the text of the same context that is still there.
    assert {
        e.text for e in (dict(gone) | {c: e for c, e in old.items() if e.text}).values() if e.text
    } - kept == set()


@given(
    st.lists(
        st.builds(
            po.Unit,
            line=st.just(0),
            comments=st.lists(st.just("Relu."), max_size=1),
            flags=st.lists(st.just("fuzzy"), max_size=1),
            previous=st.just("") | WORDS,
            context=CONTEXTS,
            id=WORDS,
            text=st.just("") | WORDS,
            obsolete=st.booleans(),
        ),
        max_size=4,
    )
)
@settings(max_examples=200, deadline=None)
def test_what_is_written_is_read_back_whole(units):
    found, wrong = po.parse(po.write(units))
    for unit in found:
        unit.line = 0
    assert (found, wrong) == (units, [])


@given(st.text(st.sampled_from(list('"#~|,.:\\n msgidstrctx\n<=>')), max_size=120))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_told(text):
    units, wrong = po.parse(text)
    assert (
        units
        or wrong
        or not any(line.strip() and not line.strip().startswith("#") for line in text.split("\n"))
    )


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not here")
def test_gettext_accepts_the_file(valid):
    put(valid, entry(TITLE, "Renouveler ma demande", "تجديد طلبي"), entry("a#b", "Parti", "ذهب"))
    change(valid, "title: Renouveler ma demande", "title: Garder ma demande")
    written(valid)
    path = valid / "translations" / "ar.po"
    subprocess.run(["msgfmt", "--check", "-o", os.devnull, path], capture_output=True, check=True)


# --- what is wrong in a file is told where it is ----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ('<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n', 1, "marque de conflit"),
        ('msgid "a"\nmsgstr "b "c" d"\n', 2, "guillemet de trop"),
        ('msgid "a"\nmsgstr "b\n', 2, "jamais refermé"),
        ('msgctxt "x"\nmsgid "a"\n', 1, "il manque « msgstr »"),
        ('msgid "a"\nmsgstt "b"\n', 2, "n’est pas un mot du format PO"),
    ],
)
def test_a_broken_file_is_told_at_its_line(valid, faults, text, line, why):
    put(valid, text, head="")
    told = [f for f in faults(valid) if f.code == "P901"]
    assert told[0].line == line and why in told[0].message


def test_a_broken_file_does_not_count_as_untranslated(valid):
    put(valid, 'msgid "a\n', head="")
    assert {f.code for f in open_content(valid, DAY).faults} == {"P901"}


def test_a_byte_order_mark_is_read(valid):
    put(valid, entry(TITLE, "Renouveler ma demande", "تجديد طلبي"), head="\ufeff" + HEAD)
    assert shown(valid) == "تجديد طلبي"


@pytest.mark.parametrize("spoil", ["folder", "cp1256"])
def test_a_file_that_cannot_be_read_is_told(valid, faults, spoil):
    path = valid / "translations" / "ar.po"
    path.parent.mkdir()
    path.mkdir() if spoil == "folder" else path.write_bytes('msgid "a"\nmsgstr "تجديد"\n'.encode("cp1256"))
    assert [(f.code, "illisible" in f.message) for f in faults(valid)] == [
        ("L101" if spoil == "folder" else "P901", True)
    ]


def test_a_line_break_in_a_translation_is_a_space(valid, faults):
    put(valid, entry(TITLE, "Renouveler ma demande", "تجديد\\n طلبي\\n"))
    assert (faults(valid), shown(valid)) == ([], "تجديد طلبي")


def test_the_commas_of_arabic_part_its_search_words(valid):
    put(valid, entry("procedures/renouveler#keywords", "x", "تجديد، طلب"))
    forget()
    assert (
        open_guide(valid, DAY, "petit", "ar").content.procedures["renouveler"].keywords.text == "تجديد, طلب"
    )


def test_the_first_of_two_entries_counts(tmp_path):
    path = tmp_path / "ar.po"
    path.write_text(entry("a#t", "a", "un") + entry("a#t", "a", "deux"), encoding="utf-8")
    file, _ = read_file(path, tmp_path)
    assert (file.entries["a#t"].text, file.twice) == ("un", (("a#t", 5),))


# --- writing ----------------------------------------------------------------------------------------------


def test_a_file_that_cannot_be_written_whole_stays_as_it_was(tmp_path):
    path = tmp_path / "ar.po"
    path.write_text("avant", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "après \ud800")
    assert (path.read_text(encoding="utf-8"), [p.name for p in tmp_path.iterdir()]) == ("avant", ["ar.po"])


def test_translating_never_leaves_half_a_file(valid, monkeypatch):
    put(valid, entry(TITLE, "Renouveler ma demande", "تجديد طلبي"))
    before = (valid / "translations" / "ar.po").read_text(encoding="utf-8")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        translate(valid)
    assert (valid / "translations" / "ar.po").read_text(encoding="utf-8") == before


def test_a_template_has_no_translation():
    assert 'msgstr "x"' not in template([message("a#t", "un")]) and PoFile().orphans == {}


def test_the_text_of_a_file_names_its_places():
    assert "#: content/x.yml\n" in dump({}, [message("a#t", "un")], "ar")
