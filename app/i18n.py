"""The screens' words: written in Chinese where they are used, in another language from ``i18n/``.

No Qt in here: a translation file is read once, when a language other than Chinese is chosen.
"""

from __future__ import annotations

from pathlib import Path

from app.paths import TRANSLATIONS

SOURCE_LANGUAGE = "zh"
_words: dict[tuple[str, str], str] = {}


def translate(context: str, text: str) -> str:
    """The words for ``text`` in the chosen language; the text itself where there are none. Fill ``{}`` afterwards."""
    return _words.get((context, text), text) if _words else text


def choose_language(language: str) -> None:
    """Show the screens in ``language`` (``zh`` or ``en``) from now on; one that is not there leaves Chinese."""
    _words.clear()
    path = TRANSLATIONS / f"hengji_{language}.ts"
    if language != SOURCE_LANGUAGE and path.is_file():
        _words.update(translations(path))


def translations(path: Path) -> dict[tuple[str, str], str]:
    """Every finished translation of a ``.ts`` file: (context, Chinese) to words."""
    from xml.etree import ElementTree as ET

    found: dict[tuple[str, str], str] = {}
    for context in ET.parse(path).getroot().iter("context"):  # our own file, no foreign XML
        name = context.findtext("name", "")
        for message in context.iter("message"):
            told = message.find("translation")
            if told is not None and told.text and told.get("type") is None:
                found[name, message.findtext("source", "")] = told.text
    return found
