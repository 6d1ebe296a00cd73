"""Publishing: `--out` is a plain folder that one can
copy, pack or upload; what is not ours is never touched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from scripts.build import publishing
from scripts.build.building import build
from scripts.build.publishing import MARK, PublishError, check_place, editions_of, new_edition, publish
from scripts.build.request import Plan
from support import DAY, ROOT


def put(out: Path, text: str = "bonjour") -> None:
    """Publish a small edition at `out`."""
    edition = new_edition(out)
    (edition / "fr").mkdir()
    (edition / "fr" / "index.html").write_text(text, encoding="utf-8")
    publish(edition, out)


def told(out: Path) -> str:
    return (out / "fr" / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "web" / "public"
    folder.parent.mkdir()
    return folder


@pytest.mark.parametrize(
    "command",
    [
        ["cp", "-r", "public", "copie"],
        ["sh", "-c", "tar cf - public | (mkdir copie && tar xf - -C copie --strip-components=1)"],
    ],
)
def test_a_copy_of_the_site_holds_its_pages(out, command):
    put(out)
    subprocess.run(command, cwd=out.parent, check=True)
    shutil.rmtree(out)
    shutil.rmtree(editions_of(out))
    assert told(out.parent / "copie") == "bonjour"


def test_a_site_is_a_folder_and_no_link(out):
    put(out)
    put(out, "encore")
    assert not out.is_symlink() and told(out) == "encore"


@pytest.mark.parametrize("swaps", [True, False])
def test_the_edition_before_is_kept_and_no_other(out, monkeypatch, swaps):
    if not swaps:
        monkeypatch.setattr(publishing, "_exchanged", lambda *_: False)
    for text in ("un", "deux", "trois"):
        put(out, text)
    assert (told(out), [told(e) for e in editions_of(out).iterdir()]) == ("trois", ["deux"])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="two folders change places on Linux alone")
def test_a_reader_finds_one_edition_or_the_other_never_none(out):
    put(out)
    lost, ended = [], threading.Event()

    def read() -> None:
        while not ended.is_set():
            try:
                told(out)
            except OSError as error:
                lost.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for text in map(str, range(40)):
        put(out, text)
    ended.set()
    reader.join()
    assert lost == []


def test_a_site_that_cannot_be_replaced_stays(out, monkeypatch):
    put(out, "un")
    monkeypatch.setattr(publishing, "_exchanged", lambda *_: False)
    rename = Path.rename

    def refuse(path, target):
        if path.name.startswith("e") and path.suffix == "" and Path(target) == out:
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="No space"):
        put(out, "deux")
    assert told(out) == "un"


def test_an_empty_folder_is_taken(out):
    out.mkdir()
    put(out)
    assert told(out) == "bonjour"


def test_the_link_of_former_versions_becomes_a_folder(out):
    edition = new_edition(out)
    (edition / "fr").mkdir()
    out.symlink_to(os.path.relpath(edition, out.parent), target_is_directory=True)
    put(out, "neuf")
    assert not out.is_symlink() and told(out) == "neuf"


def somebody_s(kind: str, out: Path) -> None:
    """Something that stands at `out` and that no build put there."""
    other = out.parent / "autre"
    other.mkdir()
    (other / "photo.jpg").touch()
    if kind == "file":
        out.write_text("mes notes", encoding="utf-8")
    elif kind == "pipe":
        os.mkfifo(out)
    elif kind == "link to a folder":
        out.symlink_to(other, target_is_directory=True)
    elif kind == "link to a file":
        out.symlink_to(other / "photo.jpg")
    elif kind == "dangling link":
        out.symlink_to(out.parent / "parti")
    elif kind == "folder":
        shutil.copytree(other, out)
    elif kind == "folder with a mark":
        shutil.copytree(other, out)
        (out / MARK).touch()
    else:
        put(out)
        (out / "fr" / kind).parent.mkdir(parents=True, exist_ok=True)
        (out / "fr" / kind).write_text("à moi", encoding="utf-8")


def seen(folder: Path) -> list[tuple[str, bool, int]]:
    """All that stands in a folder: name, whether a link, size."""
    return sorted(
        (str(p), p.is_symlink(), p.lstat().st_size) for p in folder.rglob("*") if ".editions" not in str(p)
    )


KINDS = [
    "file",
    "pipe",
    "link to a folder",
    "link to a file",
    "dangling link",
    "folder",
    "folder with a mark",
    "photo.jpg",
    "dossier/.htaccess",
]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_ours_is_refused_and_left_alone(out, kind):
    somebody_s(kind, out)
    before = seen(out.parent)
    with pytest.raises(PublishError):
        put(out, "deux")
    assert seen(out.parent) == before


def test_a_device_is_refused():
    with pytest.raises(PublishError, match="n’est pas un dossier"):
        check_place(Path("/dev/null"))


def test_a_place_that_is_not_ours_is_told_before_anything_is_built(valid, out, capsys):
    somebody_s("folder", out)
    assert build(Plan(ROOT, valid, "petit", None, DAY, out, work=valid.parent / "work")) == 1
    assert "n’est pas une édition du guide" in capsys.readouterr().out
    assert not editions_of(out).exists() and not (valid.parent / "work").exists()


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o277])
def test_everybody_may_read_a_site_whoever_built_it(out, mask):
    deep = out.parent / "a" / "b" / "site"
    before = os.umask(mask)
    put(deep)
    os.umask(before)
    modes = {oct(p.stat().st_mode & 0o777) for p in (out.parent / "a").rglob("*")}
    assert modes == {"0o755", "0o644"}


def test_a_copy_can_be_held_against_the_mark_of_its_edition(out):
    put(out)
    shutil.copytree(out, out.parent / "copie")
    (out.parent / "copie" / "fr" / "index.html").write_text("abîmé", encoding="utf-8")
    found = [
        subprocess.run(["sha256sum", "--quiet", "-c", MARK], cwd=folder, capture_output=True, check=False)
        for folder in (out, out.parent / "copie")
    ]
    assert [(done.returncode, done.stdout) for done in found] == [(0, b""), (1, found[1].stdout)]


def edition(out: Path, *texts: str) -> str:
    """The fingerprint of an edition of these pages."""
    new = new_edition(out)
    for number, text in enumerate(texts):
        (new / f"{number}.html").write_text(text, encoding="utf-8")
    return publish(new, out)


def test_the_same_files_have_the_same_fingerprint(tmp_path):
    assert edition(tmp_path / "a" / "site", "un", "deux") == edition(tmp_path / "b é" / "x", "un", "deux")


@pytest.mark.parametrize("others", [("un",), ("un", "Deux"), ("deux", "un"), ("un", "deux", "")])
def test_other_files_have_another(tmp_path, others):
    assert edition(tmp_path / "a", "un", "deux") != edition(tmp_path / "b", *others)


def test_a_site_of_a_former_version_is_known_as_ours(out):
    put(out)
    (out / MARK).write_text("fr/index.html\n", encoding="utf-8")
    put(out, "encore")
    assert told(out) == "encore"


def test_a_site_that_was_just_taken_away_is_put_back(out):
    put(out)
    out.rename(editions_of(out) / "e1.old")
    new_edition(out)
    assert told(out) == "bonjour"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="no such system of files here")
def test_a_place_where_nothing_can_be_made_is_told():
    with pytest.raises(PublishError, match="Aucun dossier ne peut être créé"):
        new_edition(Path("/proc/site"))
