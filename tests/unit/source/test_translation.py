"""Translations: merging loses nothing, and what is written is read back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.guide.texts import Message
from macros.places.po_file import Entry
from macros.source.catalogue import dump, merge, read

WORDS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(str.strip)
#: Few: the same context is often both in the old texts and in the new.
CONTEXTS = st.sampled_from([f"{a}#{b}" for a in "ab" for b in ("x", "y", "x.y", "y.x")])


def message(context: str, fr: str) -> Message:
    return Message(context, fr, "content/x.yml", 1, True)


def entries(known: dict[str, str]) -> dict[str, Entry]:
    return {context: Entry("ancien", text) for context, text in known.items()}


def test_a_changed_french_makes_its_translation_stale():
    merged = merge({"a#t": Entry("Ancien", "قديم")}, [message("a#t", "Nouveau")])
    assert merged["a#t"] == Entry("Nouveau", "قديم", fuzzy=True, previous="Ancien")


def test_a_french_that_is_gone_takes_its_translation_along():
    assert merge({"a#t": Entry("x", "y")}, []) == {}


@given(st.dictionaries(CONTEXTS, WORDS, max_size=6), st.dictionaries(CONTEXTS, WORDS, max_size=6))
@settings(max_examples=100, deadline=None)
def test_merging_twice_changes_nothing(old, new):
    wanted = [message(context, fr) for context, fr in new.items()]
    once = merge(entries(old), wanted)
    assert merge(once, wanted) == once


@given(st.dictionaries(CONTEXTS, WORDS, max_size=6))
@settings(max_examples=100, deadline=None)
def test_a_text_that_is_still_there_keeps_its_translation(known):
    merged = merge(entries(known), [message(context, "nouveau") for context in known])
    assert {context: entry.text for context, entry in merged.items()} == known


@given(st.dictionaries(CONTEXTS, st.tuples(WORDS, WORDS), max_size=5))
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_back(tmp_path_factory, pairs):
    folder = tmp_path_factory.mktemp("po")
    wanted = [message(context, fr) for context, (fr, _) in pairs.items()]
    text = dump({context: Entry(fr, shown) for context, (fr, shown) in pairs.items()}, wanted, "ar")
    (folder / "ar.po").write_text(text, encoding="utf-8", newline="\n")
    found, faults = read(folder / "ar.po", folder)
    assert (faults, {context: (e.fr, e.text) for context, e in found.items()}) == ([], pairs)
