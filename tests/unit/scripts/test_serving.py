"""`guide.py serve`: the site as it is built, a line that reloads a page, and a build at each edit."""

from __future__ import annotations

import http.client

import pytest

from macros.export.hosting import POLICY
from scripts.build import serving
from scripts.build.publishing import MARK
from scripts.build.request import Plan
from scripts.measure.stage import served
from support import DAY, ROOT


@pytest.fixture
def site(tmp_path):
    """A small site, and how it answers: path -> (status, kind, body)."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "index.html").write_text("<body>Langues</body>", encoding="utf-8")
    (tmp_path / "fr" / "index.html").write_text("<body>Accueil</body>", encoding="utf-8")
    (tmp_path / "fr" / "style.css").write_text("a{}", encoding="utf-8")
    (tmp_path / "sw.js").write_text("caches", encoding="utf-8")
    return tmp_path


@pytest.fixture
def get(site):
    with served(site, serving._Handler) as address:
        host = address.removeprefix("http://").rstrip("/")

        def ask(path: str) -> tuple[int, str, str]:
            connection = http.client.HTTPConnection(host)
            connection.request("GET", path)
            answer = connection.getresponse()
            found = answer.status, answer.getheader("Content-Type"), answer.read().decode()
            connection.close()
            return found

        yield ask


def test_a_page_reloads_itself_when_the_edition_changes(get):
    status, kind, body = get("/fr/?q=dalo")
    assert (status, kind, body) == (
        200,
        "text/html; charset=utf-8",
        "<body>Accueil<script src='/.refresh.js'></script></body>",
    )
    assert "/.edition-id" in get("/.refresh.js")[2]


@pytest.mark.parametrize("path", ["/fr/", "/fr/style.css", "/sw.js", "/fr/rien/"])
def test_an_editor_reads_under_the_policy_of_the_hosts(site, path):
    with served(site, serving._Handler) as address:
        connection = http.client.HTTPConnection(address.removeprefix("http://").rstrip("/"))
        connection.request("GET", path)
        assert connection.getresponse().getheader("Content-Security-Policy") == POLICY


def test_another_file_is_served_as_it_is(get):
    assert get("/fr/style.css") == (200, "text/css", "a{}")


def test_no_worker_keeps_what_changes_at_each_edit(get):
    assert "unregister" in get("/sw.js")[2]


def test_a_wrong_address_has_the_page_of_the_site(site, get):
    (site / "404.html").write_text("<body>Perdu</body>", encoding="utf-8")
    assert get("/fr/rien/")[::2] == (404, "<body>Perdu</body>")


def test_a_wrong_address_without_that_page_is_told(get):
    assert get("/fr/rien/")[::2] == (404, "404")


def test_the_edition_is_told_by_its_mark(site, get):
    assert get("/.edition-id")[2] == ""
    (site / MARK).write_text("x", encoding="utf-8")
    assert get("/.edition-id")[2] == serving.edition_id(site) != ""


# --- watching ---------------------------------------------------------------------------------------------


@pytest.fixture
def watched(monkeypatch, valid, tmp_path):
    """`serve` on a folder, with builds that only count;
    each pause is a step of the test, the last one Ctrl+C.
    """
    builds: list[Plan] = []
    monkeypatch.setattr(serving, "build", lambda plan: builds.append(plan) or 0)

    def serve(*steps) -> int:
        left = list(steps)

        def pause(_: float) -> None:
            if not left:
                raise KeyboardInterrupt
            left.pop(0)()

        monkeypatch.setattr(serving.time, "sleep", pause)
        plan = Plan(tmp_path, valid, "petit", ["fr"], DAY, tmp_path / "site", work=tmp_path / "work")
        (tmp_path / "site").mkdir()
        return serving.serve(plan, 0)

    serve.builds = builds
    return serve


def test_an_edit_is_built_and_rest_is_not(watched, valid):
    assert watched(lambda: None, lambda: (valid / "glossary.yml").write_text("[]"), lambda: None) == 0
    assert len(watched.builds) == 2


def test_a_first_build_that_fails_ends_there(monkeypatch, tmp_path):
    monkeypatch.setattr(serving, "build", lambda plan: 1)
    assert serving.serve(Plan(ROOT, ROOT, "amp", None, DAY, tmp_path / "site"), 0) == 1


def test_caches_of_python_are_no_edits(tmp_path):
    (tmp_path / "macros" / "__pycache__").mkdir(parents=True)
    (tmp_path / "macros" / "__pycache__" / "x.pyc").touch()
    (tmp_path / "macros" / "x.py").touch()
    assert [name.rpartition("/")[2] for name in serving.snapshot(tmp_path, tmp_path / "rien")] == ["x.py"]
