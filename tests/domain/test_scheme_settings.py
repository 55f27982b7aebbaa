"""Further 项目 of sheet 方案 (contract, section 4)."""

from __future__ import annotations

import pytest

from app.domain.numbers import Ratio
from app.domain.scheme_settings import FURTHER, Setting, SettingKind, SettingValue
from tests.domain.faulty_schemes import HEAD, SOUND
from tests.domain.made_up import problems_of, scheme_of

EACH_KIND = [
    (Setting("甲天数", 5, SettingKind.DAYS, "", ""), "７", 7, "7.5", "scheme-not-whole"),
    (Setting("乙数", None, SettingKind.NUMBER, "", ""), "2.5", Ratio(5, 2), "不少", "scheme-not-a-number"),
    (Setting("丙比例", None, SettingKind.SHARE, "", ""), "30%", Ratio(3, 10), "130%", "scheme-not-a-share"),
    (Setting("丁是否", True, SettingKind.TRUTH, "", ""), "否", False, "也许", "scheme-unknown-word"),
    (Setting("戊词", "甲", SettingKind.WORD, "", "", ("甲", "乙")), "乙", "乙", "丙", "scheme-unknown-word"),
]


@pytest.mark.parametrize(("setting", "told", "value", "wrong", "code"), EACH_KIND)
def test_a_setting_has_its_default_its_typed_value_or_a_fault_with_its_cell(
    monkeypatch: pytest.MonkeyPatch, setting: Setting, told: str, value: SettingValue, wrong: str, code: str
):
    monkeypatch.setitem(FURTHER, setting.name, setting)
    assert scheme_of(**SOUND).setting(setting.name) == setting.default
    assert scheme_of(**SOUND, 方案=f"{HEAD['方案']}\n{setting.name}|").setting(setting.name) == setting.default
    assert scheme_of(**SOUND, 方案=f"{HEAD['方案']}\n{setting.name}|{told}").setting(setting.name) == value
    faults = problems_of(**SOUND, 方案=f"{HEAD['方案']}\n{setting.name}|{wrong}")
    assert [(each.code, each.source.cell, each.value) for each in faults] == [(code, "B4", wrong)]


def test_a_word_without_choices_is_any_text():
    scheme = scheme_of(**SOUND, 方案=f"{HEAD['方案']}\n公 示 范围|评定等次和总分")
    assert scheme.setting("公示范围") == "评定等次和总分"


def test_a_setting_told_twice_is_a_fault_and_an_unknown_one_a_warning():
    twice = problems_of(**SOUND, 方案=f"{HEAD['方案']}\n公示范围|甲\n公示范围|乙")
    assert [(each.code, each.source.cell) for each in twice] == [("scheme-twice", "A5")]
    unknown = problems_of(**SOUND, 方案=f"{HEAD['方案']}\n颜色|蓝")
    assert [(each.code, each.warning) for each in unknown] == [("scheme-unknown-setting", True)]


def test_nobody_asks_for_a_setting_that_there_is_not():
    with pytest.raises(KeyError):
        scheme_of(**SOUND).setting("颜色")


def test_every_default_is_of_its_kind_and_every_setting_says_what_it_means_and_where_it_comes_from():
    types: dict[SettingKind, tuple[type, ...]] = {
        SettingKind.DAYS: (int,),
        SettingKind.NUMBER: (int, type(Ratio(1))),
        SettingKind.SHARE: (int, type(Ratio(1))),
        SettingKind.TRUTH: (bool,),
        SettingKind.WORD: (str,),
    }
    for setting in FURTHER.values():
        assert setting.meaning, setting.name
        assert setting.source, setting.name
        if setting.default is not None:
            assert type(setting.default) in types[setting.kind], setting.name
        if setting.choices:
            assert setting.default in setting.choices, setting.name
