"""The calendar file of days that matter (RFC 5545)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.javascript import alone

DAY = {"id": "delai-a-fin", "day": "2026-11-30", "name": "Dernier jour"}
PAGE = {
    "title": "J’ai reçu une proposition",
    "sender": "Un bailleur",
    "address": "https://exemple.fr/fr/#delai-a",
}
CALENDAR = """(days, context) =>
  Guide.calendar(days, { ...context, now: new Date("2026-11-19T08:30:00.123Z") })"""


@pytest.fixture(scope="module")
def calendar():
    with alone("js/calendar.js") as call:
        yield lambda days, **changes: call(CALENDAR, days, PAGE | changes)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_a_day_stands_whole_in_the_calendar(calendar):
    assert unfolded(calendar([DAY])) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//guide-logement-social//FR",
        "BEGIN:VEVENT",
        "UID:delai-a-fin-20261130@guide-logement-social",
        "DTSTAMP:20261119T083000Z",
        "DTSTART;VALUE=DATE:20261130",
        "SUMMARY:Dernier jour – J’ai reçu une proposition (Un bailleur)",
        "DESCRIPTION:J’ai reçu une proposition https://exemple.fr/fr/#delai-a",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Dernier jour – J’ai reçu une proposition (Un bailleur)",
        "TRIGGER:-P6DT15H",
        "END:VALARM",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Dernier jour – J’ai reçu une proposition (Un bailleur)",
        "TRIGGER:-PT15H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_paper_of_nobody_has_no_sender(calendar):
    assert "SUMMARY:Dernier jour – J’ai reçu une proposition" in unfolded(calendar([DAY], sender=""))


def test_signs_that_mean_something_to_a_calendar_are_escaped(calendar):
    assert "SUMMARY:a\\,b\\;c\\\\d – x" in unfolded(
        calendar([DAY | {"name": "a,b;c\\d"}], title="x", sender="")
    )


@pytest.mark.parametrize("number", ["0\u00a0805\u00a016\u00a000\u00a075", "39\u202f28"])
def test_a_calendar_keeps_the_groups_of_a_phone_number(calendar, number):
    text = calendar([DAY | {"name": f"آخر  يوم:\n{number}"}], title="x", sender="")
    assert f"SUMMARY:آخر يوم: {number} – x" in unfolded(text)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=120))
@settings(deadline=None)
def test_no_line_is_longer_than_a_calendar_takes(calendar, name):
    text = calendar([DAY | {"name": name}])
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_a_calendar_has_an_event_for_each_day(calendar):
    two = [DAY, DAY | {"id": "delai-a-juge", "day": "2027-01-31"}]
    assert [line for line in unfolded(calendar(two)) if line.startswith("DTSTART")] == [
        "DTSTART;VALUE=DATE:20261130",
        "DTSTART;VALUE=DATE:20270131",
    ]


def test_an_agenda_says_whom_to_call_and_what_to_bring(calendar):
    told = calendar([DAY], bring="Appeler : ADIL, 04. À apporter : attestation.")
    assert (
        "DESCRIPTION:J’ai reçu une proposition Appeler : ADIL\\, 04. À apporter : attestation. "
        "https://exemple.fr/fr/#delai-a"
    ) in unfolded(told)
