"""One name written in several ways is one name; two names stay two."""

import pytest

from app.domain.person_names import name_key, written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张　三", "张三"),
        ("迪丽热巴•买买提", "迪丽热巴·买买提"),
        ("迪丽热巴．买买提", "迪丽热巴·买买提"),
        ("ＡＢＣ", "abc"),
        ("王\ue863", "王䶮"),  # the private code that GB 18030-2000 gave to 䶮
        ("刘\uf9d8", "刘律"),  # a compatibility ideograph
        ("呂布衣", "吕布衣"),
        ("王龑", "王䶮"),
    ],
)
def test_the_same_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("张喆", "张哲"), ("李昇", "李升"), ("王堃", "王坤"), ("李四", "李肆")])
def test_two_names(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_an_older_form_is_another_writing_and_a_width_is_not() -> None:
    assert written("呂布") != written("吕布")
    assert written("吕　布") == written("吕布")
