"""Timed tasks 7 and 8: somebody who waits for four years, somebody who wonders whether he earns too much; on
a 360 px screen, from the home page to the answer in words.

A tap is on a link or a button that is no answer. What is read is what a person has to read to go on: the link
tapped, the question, the label of each field filled in; at the end, the answer.
"""

from __future__ import annotations

import re

import pytest

MOST_TAPS = 3
MOST_WORDS = 60


class Walk:
    """A visit that counts what is tapped and what is read."""

    def __init__(self, page) -> None:
        self.page, self.taps, self.read = page, 0, ""

    def tap(self, selector: str) -> Walk:
        link = self.page.locator(f"main {selector} >> visible=true").first
        self.note(link.inner_text())
        link.click()
        self.taps += 1
        return self

    def answer(self, text: str) -> Walk:
        question = self.page.locator(".g-question:visible")
        self.note(question.locator("h2").inner_text())
        asked = question.get_attribute("id")
        question.locator(".g-answer", has_text=text).first.click()
        self.page.wait_for_selector(f"#{asked}", state="hidden")
        return self

    def fill(self, name: str, value: str) -> Walk:
        field = self.page.locator(f"[name={name}]")
        self.note(self.page.inner_text(f"label[for={field.get_attribute('id')}]"))
        field.fill(value)
        return self

    def note(self, text: str) -> None:
        self.read += f" {text}"

    @property
    def words(self) -> int:
        return len(re.findall(r"\w[\w’'-]*", self.read))


@pytest.fixture(scope="module")
def waiting(browser, address):
    """Task 7, walked once."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}fr/")
    walk = Walk(page).tap("a[href$='demarches/dalo/']").tap(".g-act a")
    for text in ("Oui", "Oui", "Dans un logement", "Rien de cela", "Oui", "Non, aucun"):
        walk.answer(text)
    yield walk
    page.close()


@pytest.fixture(scope="module")
def earning(browser, address):
    """Task 8, walked once."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}fr/")
    walk = (
        Walk(page).tap("a[href$='#groupe-demander']").tap("a[href$='plafonds-ressources/']").tap(".g-act a")
    )
    walk.fill("persons", "3").fill("income", "20 000")
    yield walk
    page.close()


def test_who_waits_for_years_is_told_whether_he_may_appeal(waiting):
    assert waiting.page.inner_text(".g-outcome:visible h2").startswith("Oui")


def test_who_waits_for_years_taps_little(waiting):
    assert waiting.taps <= MOST_TAPS


def test_who_waits_for_years_reads_little(waiting):
    assert waiting.words <= MOST_WORDS


def test_who_wonders_about_his_income_is_told_in_words(earning):
    assert earning.page.inner_text("[data-answer]").startswith("Oui, vous pouvez demander")


def test_who_wonders_about_his_income_taps_little(earning):
    assert earning.taps <= MOST_TAPS


def test_who_wonders_about_his_income_reads_little(earning):
    assert earning.words <= MOST_WORDS
