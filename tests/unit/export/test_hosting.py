"""What hosts say with each answer: the policy, and the files by which they are told."""

from __future__ import annotations

import re

import pytest

from macros.export.hosting import (
    DIRECTIVES,
    PAGE_HEADERS,
    PAPERS_POLICY,
    POLICY,
    host_files,
    security_headers,
)
from macros.export.offline import edition_list, worker

FILES = host_files(("fr", "ar"), "https://exemple.fr/")
BELOW = host_files(("fr", "ar"), "https://exemple.fr/un/guide/")


def test_nothing_written_in_a_page_runs_or_applies():
    assert "unsafe" not in POLICY and "*" not in POLICY and "http" not in POLICY


def test_what_is_not_named_is_refused():
    assert POLICY.startswith("default-src 'none'; ")


def test_each_directive_says_why():
    assert [name for name, (_, why) in DIRECTIVES.items() if len(why) < 10] == []


def test_a_paper_differs_by_what_readers_of_papers_need():
    pages, papers = set(POLICY.split("; ")), set(PAPERS_POLICY.split("; "))
    assert papers - pages == {"style-src 'self' 'unsafe-inline'", "object-src 'self'"}
    assert pages - papers == {"style-src 'self'"}


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("/fr/", POLICY),
        ("/sw.js", POLICY),
        ("/fr/fiches/a.pdf", PAPERS_POLICY),
        ("/fr/fiches/a.pdf?x", PAPERS_POLICY),
        ("/fr/?x=.pdf", POLICY),
    ],
)
def test_each_answer_has_its_policy(path, policy):
    assert security_headers(path)["Content-Security-Policy"] == policy


@pytest.mark.parametrize("name", ["_headers", ".htaccess", "hebergement/nginx.conf", "hebergement/Caddyfile"])
def test_each_host_is_told_every_header(name):
    lost = [one for pair in PAGE_HEADERS.items() for one in pair if one not in FILES[name]]
    assert (lost, PAPERS_POLICY in FILES[name], "no-cache" in FILES[name]) == ([], True, True)


@pytest.mark.parametrize(
    "name", ["_redirects", ".htaccess", "hebergement/nginx.conf", "hebergement/Caddyfile"]
)
def test_each_host_is_told_the_page_of_a_wrong_address_of_each_language(name):
    assert [code for code in ("fr", "ar") if f" /{code}/404.html" not in FILES[name]] == []


@pytest.mark.parametrize("name", sorted(BELOW))
def test_a_site_below_a_folder_has_it_in_every_address(name):
    addresses = re.findall(r"(?<![\w/.~*])/(?:un/guide/)?(?:fr|ar|404\.html|sw\.js)\b", BELOW[name])
    assert addresses and all(address.startswith("/un/guide/") for address in addresses)


def test_nothing_said_ends_a_text_between_quotes():
    assert '"' not in "".join(PAGE_HEADERS.values()) + PAPERS_POLICY


def test_what_is_kept_is_kept_with_its_policy():
    assert f'"Content-Security-Policy": "{POLICY}"' in worker({"fr": "0"})


def test_another_policy_is_another_edition(monkeypatch):
    before = edition_list({"index.html": "0"})["edition"]
    monkeypatch.setattr("macros.export.offline.PAGE_HEADERS", {})
    assert edition_list({"index.html": "0"})["edition"] != before
