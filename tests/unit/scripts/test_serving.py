"""`guide.py serve`: pages made when they are asked for, faults told in them, nothing that ends it."""

from __future__ import annotations

import http.client
import json
import re
import threading
from pathlib import Path

import pytest

from macros.export.hosting import POLICY
from scripts.build import serving
from scripts.build.desk import Desk, report_of
from scripts.build.request import Plan
from scripts.build.serving import DeskServer
from support import DAY, ROOT

PAGE = "/fr/demarches/renouveler/"
BROKEN = "id: ["
UNKNOWN = "proof: [nulle-part]"


def plan_of(content: Path) -> Plan:
    return Plan(ROOT, content, "petit", None, DAY, content.parent / "site", work=content.parent / "work")


class Served:
    """A small guide, served; `check` is asked when the test says so."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.said: list[str] = []
        self.verdicts: list[str] = []
        self.desk = Desk(plan_of(content), self._check, repr, self.said.append)
        self.desk.read()
        self.server = DeskServer(self.desk, 0)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def _check(self, plan: Plan) -> str:
        return self.verdicts.pop(0) if self.verdicts else ""

    def get(self, path: str) -> tuple[int, str, str]:
        answer = self.answer(path)
        return answer.status, answer.getheader("Content-Type"), answer.read().decode()

    def answer(self, path: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=20)
        connection.request("GET", path)
        return connection.getresponse()

    def edit(self, old: str, new: str, name: str = "procedures/renouveler.yml") -> None:
        path = self.content / name
        text = path.read_text(encoding="utf-8")
        path.write_text(new if old == "*" else text.replace(old, new), encoding="utf-8")
        self.desk.read()

    def state(self) -> dict[str, object]:
        return json.loads(self.get("/.state?seen=")[2])


@pytest.fixture
def desk(valid):
    """The small valid content on the desk."""
    made = Served(valid)
    yield made
    made.server.shutdown()
    made.server.server_close()


def settled(desk: Served) -> None:
    """Until `check` has said what it thinks of the last edit."""
    for _ in range(200):
        if not desk.desk._checking:
            return
        threading.Event().wait(0.02)
    raise AssertionError("still checking")


def test_a_page_is_served_with_what_reloads_it(desk):
    status, kind, body = desk.get(f"{PAGE}?q=dalo")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert body.endswith("<script src='/.serve.js'></script></body>\n</html>")


def test_an_edit_is_on_the_page_at_once(desk):
    desk.edit("Renouveler ma demande", "Page revue")
    assert "Page revue" in desk.get(PAGE)[2]


def test_an_edit_is_told_to_the_page_that_is_open(desk):
    before = desk.state()["number"]
    desk.edit("Renouveler ma demande", "Page revue")
    assert desk.state()["number"] > before


def test_a_page_that_waits_is_told_without_asking_again(desk):
    settled(desk)
    number = desk.state()["number"]
    later = threading.Timer(0.2, lambda: desk.edit("Renouveler ma demande", "Page revue"))
    later.start()
    assert json.loads(desk.get(f"/.state?seen={number}")[2])["number"] > number


def test_an_edit_that_cannot_be_read_is_told_and_the_page_stays(desk):
    desk.edit("*", BROKEN)
    assert ("renouveler.yml:" in str(desk.state()["faults"]), desk.get(PAGE)[0]) == (True, 200)


def test_an_edit_that_cannot_be_read_is_told_on_the_terminal(desk):
    desk.edit("*", BROKEN)
    assert "renouveler.yml:" in "".join(desk.said)


def test_a_fault_that_is_mended_is_told_no_longer(desk):
    text = (desk.content / "procedures/renouveler.yml").read_text(encoding="utf-8")
    desk.edit("*", BROKEN)
    desk.edit("*", text)
    assert desk.state()["faults"] == ""


def test_what_check_refuses_gives_way_to_the_last_good_edition(desk):
    settled(desk)
    desk.verdicts.append("T999 refusé")
    desk.edit("Renouveler ma demande", "Page refusée")
    settled(desk)
    assert (desk.state()["faults"], "Page refusée" in desk.get(PAGE)[2]) == ("T999 refusé", False)


def test_a_page_that_cannot_be_made_is_the_last_good_one_and_the_fault_is_told(desk, monkeypatch):
    settled(desk)
    desk.verdicts.append("")
    desk.desk.check = lambda plan: str(threading.Event().wait(5) or "")
    desk.edit("*", "", "interface.yml")
    assert (desk.get(PAGE)[0], bool(desk.state()["faults"])) == (200, True)


def test_an_error_that_nobody_foresaw_ends_nothing(desk, monkeypatch):
    monkeypatch.setattr("scripts.build.desk.read_content", lambda content: 1 / 0)
    desk.desk.read()
    assert ("ZeroDivisionError" in str(desk.state()["faults"]), desk.get(PAGE)[0]) == (True, 200)


def test_a_check_that_falls_is_told(desk, monkeypatch):
    settled(desk)
    desk.desk.check = lambda plan: str(1 / 0)
    desk.edit("Renouveler ma demande", "Page revue")
    settled(desk)
    assert "ZeroDivisionError" in str(desk.state()["faults"])


def test_with_nothing_to_show_the_faults_are_the_page(valid):
    (valid / "procedures/renouveler.yml").write_text(BROKEN, encoding="utf-8")
    made = Served(valid)
    status, _, body = made.get("/fr/")
    made.server.shutdown()
    made.server.server_close()
    assert (status, "renouveler.yml:" in body, "/.serve.js" in body) == (500, True, True)


def test_check_refuses_what_it_refuses_in_a_build(valid):
    path = valid / "procedures/renouveler.yml"
    path.write_text(re.sub(r"proof: \[[^\]]*\]", UNKNOWN, path.read_text(encoding="utf-8"), count=1))
    assert "nulle-part" in report_of(plan_of(valid))


def test_a_sound_content_has_no_report(valid):
    assert report_of(plan_of(valid)) == ""


# --- where a block was written ----------------------------------------------------------------------------


def test_a_block_says_where_it_was_written(desk):
    page = desk.get(PAGE)[2]
    found = re.findall(r'id="([^"]+)" data-source="valid/procedures/renouveler.yml:(\d+)"', page)
    lines = (desk.content / "procedures/renouveler.yml").read_text(encoding="utf-8").splitlines()
    assert found
    assert [(i, n) for i, n in found if i != "titre" and i not in lines[int(n) - 1]] == []


def test_the_published_site_says_nothing_of_files(desk):
    published = desk.desk.file("fr/demarches/renouveler/index.html") or b""
    assert (b"id=" in published, b".yml:" in published) == (True, False)


# --- answers ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [PAGE, "/fr/assets/css/guide.css", "/sw.js", "/fr/rien/"])
def test_an_editor_reads_under_the_policy_of_the_hosts(desk, path):
    assert desk.answer(path).getheader("Content-Security-Policy") == POLICY


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/fr/assets/css/guide.css", "text/css"),
        ("/fr/assets/js/page.js", "text/javascript"),
        ("/fr/search/guide.js", "text/javascript"),
        ("/data/contacts.json", "application/json"),
        ("/ar/fiches/renouveler.pdf", "application/pdf"),
        ("/fr/assets/img/carte.png", "image/png"),
        ("/sitemap.xml", "application/xml"),
        ("/", "text/html; charset=utf-8"),
    ],
)
def test_every_kind_of_file_is_there(desk, path, kind):
    assert kind_of(desk, path) == (200, kind)


def kind_of(desk: Served, path: str) -> tuple[int, str]:
    answer = desk.answer(path)
    return answer.status, answer.getheader("Content-Type").replace("text/xml", "application/xml")


def test_no_worker_keeps_what_changes_at_each_edit(desk):
    assert "unregister" in desk.get("/sw.js")[2]


def test_a_folder_without_its_slash_is_found(desk):
    answer = desk.answer(PAGE.rstrip("/"))
    assert (answer.status, answer.getheader("Location")) == (301, PAGE)


@pytest.mark.parametrize(
    "path", ["/fr/rien/", "/fr/assets/../../mkdocs.yml", "/../mkdocs.yml", "/fr/%2e%2e/%2e%2e/mkdocs.yml"]
)
def test_a_wrong_address_has_the_page_of_the_site(desk, path):
    status, _, body = desk.get(path)
    assert (status, "site_name" in body) == (404, False)


def test_an_answer_that_falls_is_one_answer(desk, monkeypatch):
    monkeypatch.setattr(serving, "_dressed", lambda desk, path, body: 1 / 0)
    assert desk.get(PAGE)[0] == 500
    monkeypatch.undo()
    assert desk.get(PAGE)[0] == 200


# --- watching ---------------------------------------------------------------------------------------------


@pytest.fixture
def watched(monkeypatch, valid):
    """`serve` on a folder, with readings that only count; each pause is a step of the test, the last one
    Ctrl+C.
    """
    readings: list[Plan] = []
    monkeypatch.setattr(serving.Desk, "read", lambda desk: readings.append(desk.plan))

    def serve(*steps) -> int:
        left = list(steps)

        def pause(_: float) -> None:
            if not left:
                raise KeyboardInterrupt
            left.pop(0)()

        monkeypatch.setattr(serving.time, "sleep", pause)
        return serving.serve(plan_of(valid), 0, str, lambda plan: "")

    serve.readings = readings
    return serve


def test_an_edit_is_read_and_rest_is_not(watched, valid):
    assert watched(lambda: None, lambda: (valid / "glossary.yml").write_text("[]"), lambda: None) == 0
    assert len(watched.readings) == 2


def test_an_address_that_is_none_is_told(monkeypatch, valid, capsys):
    monkeypatch.setenv("GUIDE_SITE_URL", "exemple")
    assert serving.serve(plan_of(valid), 0, str) == 1
    assert "n’est pas une adresse de site" in capsys.readouterr().out


def test_what_the_system_and_python_write_is_no_edit(tmp_path):
    folder = tmp_path / "macros" / "look"
    (folder / "__pycache__").mkdir(parents=True)
    (folder / "x.py").touch()
    (folder / "x.css").touch()
    assert [name.rpartition("/")[2] for name in serving.snapshot(tmp_path, tmp_path / "rien")] == ["x.css"]


def test_a_folder_that_goes_away_meanwhile_is_no_edit(tmp_path):
    assert serving.snapshot(tmp_path, tmp_path / "rien") == {}
