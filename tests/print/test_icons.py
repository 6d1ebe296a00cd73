"""The sign of the guide as a picture, for home screens and tabs."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from macros.print.share_picture import favicon, icon
from macros.web.home_screen import ICONS


@pytest.mark.parametrize("pixels", [*ICONS, 32])
def test_the_sign_is_drawn_in_the_size_that_is_asked_for(pixels):
    assert Image.open(io.BytesIO(icon(pixels))).size == (pixels, pixels)


def test_the_sign_for_tabs_is_read_by_programs_that_read_icons():
    assert Image.open(io.BytesIO(favicon())).size == (32, 32)
