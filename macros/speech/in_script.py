"""A value as a script: pages opened from a folder may load a script, not a JSON file."""

from __future__ import annotations

import json
from typing import Any

_ESCAPED = (("</", "<\\/"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))


def script_of(name: str, value: dict[str, Any]) -> str:
    """A script that gives `value` the name `name`; nothing in it can end the script of a page."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for found, written in _ESCAPED:
        text = text.replace(found, written)
    return f"{name}={text};\n"
