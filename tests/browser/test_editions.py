"""Somebody who comes back is never left with an old edition unawares:
whatever happens to the new one, the page tells or the host answers.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from support.browsing import served
from support.keeping import keep, publish, put, rewrite, small_edition

OLD = "#g-old"


@pytest.fixture
def returning(phone, site, tmp_path):
    """(page, folder, address): somebody whose phone keeps the
    French edition, and the host's folder, which a test may change.
    """
    folder = small_edition(site, tmp_path / "host")
    with served(folder) as where:
        page = phone.new_page()
        keep(page, where)
        yield page, folder, where


def renew(folder: Path) -> None:
    """A new edition on the host."""
    for name in ("dalo", "expulsion"):
        put(folder, f"demarches/{name}/index.html", "<title>", "<title>NEUF ")
    rewrite(folder)


def spoil(folder: Path) -> None:
    """One file of the new edition is not what its list says:
    a host that changes what it sends, or half an upload.
    """
    put(folder, "demarches/expulsion/index.html", "<title>", "<title>AUTRE ")


def worker_gone(folder: Path) -> None:
    (folder / "sw.js").unlink()


def list_gone(folder: Path) -> None:
    (folder / "sw.js").unlink()
    (folder / "fr/edition.json").unlink()


def page_instead_of_list(folder: Path) -> None:
    (folder / "sw.js").unlink()
    publish(folder / "fr/edition.json", "<!doctype html><title>Accueil</title>")


@pytest.mark.parametrize("harm", [spoil, worker_gone, list_gone, page_instead_of_list])
def test_an_old_edition_says_so_with_its_date(returning, harm):
    page, folder, address = returning
    renew(folder)
    harm(folder)
    page.goto(address + "fr/demarches/dalo/")
    page.wait_for_selector(OLD)
    assert not page.title().startswith("NEUF")
    assert "2026" in page.inner_text(OLD), "the date of what is read"


@pytest.mark.parametrize("harm", [spoil, worker_gone, list_gone])
def test_the_newest_can_be_read_at_once_and_from_then_on(returning, harm):
    page, folder, address = returning
    renew(folder)
    harm(folder)
    page.goto(address + "fr/demarches/dalo/")
    page.click(f"{OLD} button")
    page.wait_for_function("document.title.startsWith('NEUF')")
    page.goto(address + "fr/")
    page.goto(address + "fr/demarches/dalo/")
    assert page.title().startswith("NEUF")


def test_after_a_day_the_host_comes_first_by_itself(returning):
    page, folder, address = returning
    renew(folder)
    worker_gone(folder)
    page.evaluate(
        "async () => { for (const n of await caches.keys()) await (await caches.open(n)).put('/newer', "
        "new Response(String(Date.now() - 9e7))) }"
    )
    page.goto(address + "fr/demarches/dalo/")
    assert page.title().startswith("NEUF")


def test_without_network_what_is_kept_is_read_all_the_same(phone, site, tmp_path):
    folder = small_edition(site, tmp_path / "host")
    page = phone.new_page()
    with served(folder) as where:
        keep(page, where)
        page.evaluate(
            "async () => { for (const n of await caches.keys()) await (await "
            "caches.open(n)).put('/newer', new Response('0')) }"
        )
    page.goto(where + "fr/demarches/dalo/")
    assert "DALO" in page.title()
    assert page.locator(OLD).count() == 0


def test_the_edition_of_the_host_says_nothing(returning):
    page, _, address = returning
    page.goto(address + "fr/demarches/dalo/")
    page.wait_for_load_state("networkidle")
    assert page.locator(f"{OLD}, #g-new").count() == 0


def test_once_the_host_is_mended_the_new_edition_is_kept(returning):
    page, folder, address = returning
    renew(folder)
    spoil(folder)
    page.goto(address + "fr/demarches/dalo/")
    page.wait_for_selector(OLD)
    rewrite(folder)
    page.goto(address + "fr/demarches/dalo/")
    page.wait_for_function(
        "document.title.startsWith('NEUF') || document.querySelector('#g-new button')?.click()", timeout=60000
    )
    page.wait_for_function("document.title.startsWith('NEUF')")


def test_a_phone_with_room_for_one_edition_keeps_the_newer_one(phone, returning):
    page, folder, address = returning
    used = page.evaluate("async () => (await navigator.storage.estimate()).usage")
    for path in (folder / "fr").rglob("*.html"):
        put(folder, path.relative_to(folder / "fr").as_posix(), "<title>", "<title>NEUF ")
    rewrite(folder)
    session = phone.new_cdp_session(page)
    session.send(
        "Storage.overrideQuotaForOrigin", {"origin": address.rstrip("/"), "quotaSize": int(used * 1.4)}
    )
    for _ in range(3):  # the visit that finds no room, the one that makes some, the one that reads
        page.goto(address + "fr/demarches/dalo/")
        if page.title().startswith("NEUF"):
            break
        page.wait_for_load_state("networkidle")
    assert page.title().startswith("NEUF")
