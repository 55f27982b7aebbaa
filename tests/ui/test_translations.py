"""Every word of the screens is there in English, and no translation is of a word that is no more."""

import ast
import string
from pathlib import Path

import pytest

from app import i18n
from app.paths import TRANSLATIONS

ROOT = Path(__file__).parents[2]
SCREENS = [ROOT / "app" / "main.py", *sorted((ROOT / "app" / "ui").rglob("*.py"))]


def calls():
    for path in SCREENS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translate":
                yield path, node


def words():
    return {tuple(argument.value for argument in node.args) for _, node in calls()}


@pytest.fixture
def english():
    return i18n.translations(TRANSLATIONS / "hengji_en.ts")


def test_words_are_told_as_they_stand_never_put_together():
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, node in calls()
        if len(node.args) != 2 or not all(isinstance(each, ast.Constant) for each in node.args)
    ]
    assert wrong == []


def test_every_word_is_there_in_english(english):
    assert words() - english.keys() == set()


def test_nothing_is_translated_that_is_not_said(english):
    assert english.keys() - words() == set()


def test_a_translation_has_the_same_gaps_to_fill(english):
    differing = [chinese for (_, chinese), told in english.items() if _gaps(chinese) != _gaps(told)]
    assert differing == []


def test_a_translation_has_a_key_where_the_word_has_one(english):
    differing = [chinese for (_, chinese), told in english.items() if ("&" in chinese) != ("&" in told)]
    assert differing == []


def test_a_language_that_is_not_there_leaves_chinese():
    i18n.choose_language("fr")
    assert i18n.translate("Places", "人员") == "人员"


def test_english_can_be_chosen_and_left_again():
    i18n.choose_language("en")
    assert i18n.translate("Places", "人员") == "People"
    i18n.choose_language("zh")
    assert i18n.translate("Places", "人员") == "人员"


def _gaps(text):
    return sorted(field for _, field, _, _ in string.Formatter().parse(text) if field is not None)
