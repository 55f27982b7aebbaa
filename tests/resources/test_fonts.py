"""The fonts on which every name depends: untouched, and with every character that is promised."""

import hashlib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
FILES = sorted(path.name for path in FONTS.glob("*.ttf"))
RARE_NAME_CHARACTERS = "䶮㛃𠅤䲟𬴊喆堃犇昇赟翀祎龑𫖯𬭎媖燊"
GB2312 = "".join(
    bytes([row, cell]).decode("gb2312", errors="ignore") for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)
)
SIGNS = "，。；：！？、（）《》〈〉“”‘’【】—…·　％＋－×÷＝≥≤①②③■□✓○●★"


def characters(name: str) -> set[str]:
    with TTFont(FONTS / name, lazy=True) as font:
        return {chr(code) for code in font.getBestCmap()}


def test_song_hei_and_kai_are_shipped() -> None:
    expected = ["LXGWWenKai-Regular.ttf", "NotoSansSC-Bold.ttf", "NotoSansSC-Regular.ttf", "NotoSerifSC-Regular.ttf"]
    assert expected == FILES
    assert len(GB2312) == 6763


def test_the_files_are_untouched() -> None:
    sums = (FONTS / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    told = {name: digest for digest, name in (line.split() for line in sums)}
    assert told == {name: hashlib.sha256((FONTS / name).read_bytes()).hexdigest() for name in FILES}


@pytest.mark.parametrize("name", FILES)
def test_every_rare_name_and_every_common_character_is_there(name: str) -> None:
    wanted = {*RARE_NAME_CHARACTERS, *GB2312, *SIGNS}
    assert wanted - characters(name) == set()


@pytest.mark.parametrize("name", FILES)
def test_a_pdf_can_embed_the_font(name: str) -> None:
    """TrueType outlines, and no bit that forbids embedding."""
    with TTFont(FONTS / name, lazy=True) as font:
        assert "glyf" in font
        assert font["OS/2"].fsType == 0


@pytest.mark.parametrize("family", ["NotoSerifSC", "NotoSansSC", "LXGWWenKai"])
def test_each_licence_is_shipped_with_its_font(family: str) -> None:
    text = (FONTS / f"OFL-{family}.txt").read_text(encoding="utf-8")
    assert text.startswith("Copyright")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
