"""Names masked after 最高人民法院关于人民法院在互联网公布裁判文书的规定 (2016) art. 9: surname kept, duplicates told apart by figures."""

import pytest

from app.domain.analysis.masking import masked, masked_names


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("苏一", "苏某"),
        ("林二明", "林某某"),
        ("林　二", "林某"),
        ("欧阳小明", "欧阳某某"),
        ("司马光", "司马某"),
        ("欧阳", "欧某"),
        ("阿依古丽", "阿某某"),
        ("买买提·依明", "买某某"),
    ],
)
def test_the_surname_stays_and_the_given_name_is_hidden(name, shown):
    assert masked(name) == shown


def test_people_who_would_be_alike_are_told_apart_in_the_order_of_their_numbers():
    told = masked_names({"P10": "张大山", "P2": "张小河", "P3": "李江"})
    assert told == {"P2": "张某某1", "P10": "张某某2", "P3": "李某"}


def test_no_two_masked_names_are_alike_and_none_holds_a_given_name():
    names = {f"P{number}": f"王{'甲乙丙丁戊己庚辛壬癸'[number % 10]}{'子丑'[number // 10]}" for number in range(20)}
    told = masked_names(names)
    assert len(set(told.values())) == 20
    assert not any(name[1:] in mask for name in names.values() for mask in told.values())
