"""Hosts of pages, as the files that the build writes for them make them answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote


@dataclass(frozen=True)
class Answer:
    """What a host gives: a status, the file, what is said with it."""

    status: int
    file: Path | None
    headers: dict[str, str]


class ByFiles:
    """A host that reads `_headers` and `_redirects`, as Netlify and Cloudflare Pages say that they do: every
    rule whose path fits adds its lines, `! Name` takes one away; a wrong address has the page of the first
    rule for it. `folder` stands at the path `root` of the host.
    """

    def __init__(self, folder: Path, root: str = "/") -> None:
        self.folder, self.root = folder, root
        self.rules: list[tuple[re.Pattern[str], list[str]]] = []
        for line in (folder / "_headers").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                self.rules[-1][1].append(line.strip())
            elif line.strip():
                self.rules.append((_pattern(line), []))
        lines = [line.split() for line in (folder / "_redirects").read_text(encoding="utf-8").splitlines()]
        self.wrong = [(_pattern(path), to, int(status)) for path, to, status in lines]

    def answer(self, path: str) -> Answer:
        """What is given at an address, less its host; what is said goes by the address that was asked for."""
        headers = self._said(path.partition("?")[0])
        file = self._file(path.partition("?")[0])
        if file:
            return Answer(200, file, headers)
        for pattern, to, status in self.wrong:
            if pattern.fullmatch(path):
                return Answer(status, self._file(to), headers)
        return Answer(404, self._file(f"{self.root}404.html"), headers)

    def _said(self, path: str) -> dict[str, str]:
        said: dict[str, str] = {}
        for pattern, lines in self.rules:
            if not pattern.fullmatch(path):
                continue
            for line in lines:
                name, _, value = line.partition(": ")
                if line.startswith("! "):
                    said.pop(line[2:], None)
                else:
                    said[name] = f"{said[name]}, {value}" if name in said else value
        return said

    def _file(self, path: str) -> Path | None:
        if not path.startswith(self.root):
            return None
        found = self.folder / unquote(path.removeprefix(self.root))
        found = found / "index.html" if path.endswith("/") else found
        return found if found.is_file() else None


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.escape(path.strip()).replace(r"\*", ".*"))
