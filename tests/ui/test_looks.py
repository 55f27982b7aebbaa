import re

import pytest
from PySide6.QtGui import QFontDatabase

from app.main import places
from app.paths import RESOURCES
from app.ui.help import help_pages, key_of, title_of
from app.ui.icons import drawing
from app.ui.theme import COLOURS, FONT_FAMILY, style_sheet

ICONS = sorted((RESOURCES / "icons").glob("*.svg"))


def test_the_style_sheet_has_every_colour_and_picture_filled_in():
    text = style_sheet()
    assert "@" not in re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    pictures = re.findall(r"url\((.*?)\)", text)
    assert pictures
    assert all((RESOURCES / "icons" / path.rpartition("/")[2]).is_file() for path in pictures)


def test_qt_understands_the_style_sheet(qapp, qtlog):
    qapp.setStyleSheet("")
    qapp.setStyleSheet(style_sheet())
    assert [record.message for record in qtlog.records if "parse" in record.message.lower()] == []


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_every_icon_can_be_drawn(qapp, path):
    image = drawing(path.stem, 32).toImage()
    painted = sum(image.pixelColor(x, y).alpha() > 0 for x in range(32) for y in range(32))
    assert painted > 10


def test_the_font_that_comes_with_the_program_is_used(qapp):
    assert FONT_FAMILY in QFontDatabase.families()
    assert qapp.font().family() == FONT_FAMILY


def test_words_stand_out_from_their_ground_as_readable_text_must():
    for words, ground in (("text", "ground"), ("soft", "ground"), ("soft", "paper"), ("warn", "warn_ground"),
                          ("bad", "bad_ground"), ("good", "good_ground"), ("paper", "accent"), ("text", "chosen")):  # fmt: skip
        assert contrast(COLOURS[words], COLOURS[ground]) >= 4.5, (words, ground)


def test_every_page_has_its_help():
    keys = {key_of(path) for path in help_pages()}
    assert {"welcome", *(place.key for place in places())} <= keys
    assert all(title_of(path) for path in help_pages())


def contrast(first, second):
    """The contrast ratio of WCAG 2.1, 1.4.3."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
