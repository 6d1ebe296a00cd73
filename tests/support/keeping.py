"""A phone that keeps the guide, and a host whose edition a test may change."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from macros.export.offline import edition_list, short_hash, worker

#: A promise of the name of the cache that holds a language whole; of nothing while there is none.
_KEPT = """async (lang) => {
  const whole = location.pathname.split('/' + lang + '/')[0] + '/whole';
  for (const name of await caches.keys())
    if (name.includes(' ' + lang + ' ') && await (await caches.open(name)).match(whole)) return name;
  return '';
}"""


def kept(page: Page, lang: str = "fr", seconds: float = 60) -> str:
    """The name of the cache that holds `lang` whole, once there is one."""
    return until(page, _KEPT, arg=lang, seconds=seconds)


def keep(page: Page, address: str, lang: str = "fr") -> str:
    """Visit once, until the whole language is kept; returns the name of its cache."""
    page.goto(f"{address}{lang}/")
    return kept(page, lang)


def rewrite(folder: Path) -> None:
    """The list and the worker of the files as they are now."""
    files = {
        p.relative_to(folder / "fr").as_posix(): short_hash(p.read_bytes())
        for p in sorted((folder / "fr").rglob("*"))
        if p.is_file() and p.suffix != ".json"
    }
    listed = edition_list(files)
    publish(folder / "fr/edition.json", json.dumps(listed))
    publish(folder / "sw.js", worker({"fr": listed["edition"]}))


def put(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / "fr" / name
    publish(path, path.read_text(encoding="utf-8").replace(old, new))


def publish(path: Path, text: str) -> None:
    """Write `text`, dated after what stood there: the server of the tests
    counts whole seconds, and calls « unchanged » what changes within one.
    """
    before = path.stat().st_mtime if path.exists() else 0
    path.write_text(text, encoding="utf-8")
    later = max(path.stat().st_mtime, before + 2)
    os.utime(path, (later, later))


#: Pages enough for what editions do to a phone: the tests of the whole edition are few.
FEW = ("index.html", "hors-ligne/index.html", "demarches/dalo/index.html", "demarches/expulsion/index.html")


def small_edition(site: Path, folder: Path) -> Path:
    """A French edition of a few pages below `folder`, with its list and its worker."""
    source, target = site.resolve() / "fr", folder / "fr"
    shutil.copytree(source / "assets", target / "assets")
    for name in (*FEW, "contacts/index.html"):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source / name, target / name)
    rewrite(folder)
    return folder


def until(page: Page, script: str, *, arg: object = None, seconds: float = 10) -> Any:
    """What an asynchronous `script` says, once it is something (a promise is something to Playwright's own
    waiting).
    """
    for _ in range(int(seconds * 20)):
        if said := page.evaluate(script, arg):
            return said
        page.wait_for_timeout(50)
    raise AssertionError(script)
