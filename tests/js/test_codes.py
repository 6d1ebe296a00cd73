"""Codes drawn in the browser hold what the build's own would hold; what draws them is as it was published."""

from __future__ import annotations

import hashlib

import pytest
import segno

from support.javascript import ASSETS, alone

#: npm qrcode-generator 2.0.4, dist/qrcode.js.
PUBLISHED = "79ec86f82856005b1c887905cfccfcfbec3821ca61c7fd5a952faa5f778f791c"


@pytest.fixture(scope="module")
def call():
    with alone("vendor/qrcode.js", "js/codes.js") as caller:
        yield caller


def test_the_script_of_others_is_as_they_published_it():
    raw = (ASSETS / "vendor" / "qrcode.js").read_bytes()
    assert hashlib.sha256(raw).hexdigest() == PUBLISHED


@pytest.mark.parametrize(
    "address", ["https://exemple.fr/15", "https://exemple.fr/fr/#dalo=a.b&commune=13117"]
)
def test_a_code_has_the_size_of_its_address(call, address):
    size = segno.make(address, error="m", micro=False, mode="byte", boost_error=False).symbol_size(border=4)[
        0
    ]
    assert call("Guide.codes.drawn", address)["size"] == size
