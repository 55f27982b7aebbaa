"""People depend on people: worked out in the order of asking; circles refused with their path."""

import pytest

from app.domain.problems import AppError
from tests.domain.made_up import entry, evaluation, facts, person, problems_of, results, scheme_of

SETS = '指标组|适用条件\n庭长|职务=="庭长"\n法官|人员类别=="员额法官"\n助理|人员类别=="法官助理"'
ITEMS = "编码|名称|类型|算式\nx|甲数|数值|\n"
HEADER = "指标组|编码|名称|分值|计分方式|参数|数据项\n"
OTHERS = "庭长|A|甲|100|直接计分||x\n法官|A|甲|100|直接计分||x\n助理|A|甲|100|直接计分||x"


def paths(items="", **lines):
    told = [lines.get(each[:2], each) for each in OTHERS.splitlines()]
    found = problems_of(指标组=SETS, 数据项=ITEMS + items, 指标=HEADER + "\n".join(told))
    assert {each.code for each in found} <= {"scheme-circle"}
    return [each.values["path"] for each in found]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ({"法官": '法官|A|甲|100|公式|式=得分("A")|'}, ("法官·A",)),
        ({"法官": '法官|A|甲|100|公式|式=得分("总分")|'}, ("法官·A", "法官·总分")),
        ({"法官": '法官|A|甲|100|公式|式=均值(得分("A"),同组)|'}, ("法官·A",)),
        ({"法官": '法官|A|甲|100|引用得分|对象=指标组=="法官" 且 同部门; 取=A|'}, ("法官·A",)),
        (
            {
                "法官": '法官|A|甲|100|引用得分|对象=指标组=="助理"|',
                "助理": "助理|A|甲|100|引用得分|对象=协助的法官|",
            },
            ("法官·A", "助理·A", "法官·总分", "助理·总分"),
        ),
        (
            {
                "庭长": '庭长|A|甲|100|公式|式=均值(得分("总分"),全院,"法官")|',
                "法官": '法官|A|甲|100|公式|式=最高(得分("总分"),全院,"庭长")|',
            },
            ("庭长·A", "法官·A", "法官·总分", "庭长·总分"),
        ),
    ],
)
def test_a_circle_of_indicators_is_a_fault_of_the_workbook_with_its_path(lines, names):
    found = paths(**lines)
    assert len(found) == 1
    circle = found[0].split(" → ")
    assert circle[0] == circle[-1]
    assert set(circle) == set(names)


def test_a_circle_is_told_beside_every_other_fault_and_with_its_cell():
    found = problems_of(
        指标组=SETS,
        数据项=ITEMS + "p|乙数|公式|丙数+1\nq|丙数|公式|x*p\nr|丁数|公式|均值(x)",
        指标=HEADER + OTHERS + "\n法官|U|上|||||\n法官|V|下|||||\n法官|W|戊|5|完成率||x",
    )
    told = {each.code: (each.source.sheet, each.source.cell, each.value) for each in found}
    assert told["scheme-circle"] == ("数据项", "D3", "丙数+1")
    assert told["formula-range-missing"] == ("数据项", "D5", "均值(x)")
    assert "parameter-missing" in told


def test_branches_that_hold_one_another_do_not_keep_the_machine_busy():
    lines = ["指标组|编码|名称|上级|分值|计分方式|参数|数据项", "法官|U|上|V||||", "法官|V|下|U||||"]
    lines.append('法官|A|甲||100|公式|式=得分("U")|x')
    found = problems_of(指标组='指标组|适用条件\n法官|人员类别=="员额法官"', 数据项=ITEMS, 指标="\n".join(lines))
    assert "scheme-parent-circle" in [each.code for each in found]


@pytest.mark.parametrize(
    ("items", "names"),
    [
        ("p|乙数|公式|乙数+1", {"数据项“乙数”"}),
        ("p|乙数|公式|丙数+1\nq|丙数|公式|x*p", {"数据项“乙数”", "数据项“丙数”"}),
        ("p|乙数|公式|均值(p,全院)", {"数据项“乙数”"}),
    ],
)
def test_a_circle_of_data_items_is_a_fault_with_its_path(items, names):
    found = paths(items)
    assert found
    assert set(found[0].split(" → ")) == names


def chain(links):
    told = "\n".join(f"p{number}|第{number}数|公式|p{number + 1}+1" for number in range(links))
    return f"{told}\np{links}|末数|数值|"


def test_a_long_chain_of_data_items_is_reckoned():
    scheme = scheme_of(数据项=ITEMS + chain(57), 指标=f"{HEADER}法官|A|甲|100|公式|式=p0|")
    assert f"{results(scheme, facts([person('P1')], entry('P1', 'p57', '5')))['P1'].total}" == "62.00"


def test_a_chain_too_long_to_be_followed_is_a_fault_of_the_workbook():
    found = problems_of(数据项=ITEMS + chain(400), 指标=f"{HEADER}法官|A|甲|100|公式|式=p0|")
    assert [(each.code, each.values["last"]) for each in found] == [("scheme-chain-too-long", "数据项“末数”")]


def test_a_long_sum_is_checked_for_circles_too():
    long = "+".join(["x"] * 400)
    assert paths(f"p|乙数|公式|{long}") == []


def test_heads_may_need_judges_who_are_needed_by_assistants():
    scheme = scheme_of(
        指标组=SETS,
        数据项=ITEMS,
        指标=f"""{HEADER}庭长|A|甲|100|引用得分|对象=指标组=="法官" 且 同部门|
        法官|A|甲|100|直接计分||x
        助理|A|甲|100|引用得分|对象=指标组=="庭长" 且 同部门; 折算=90%|""",
    )
    people = [person("P3", category="法官助理"), person("P2", post="庭长"), person("P1")]
    told = results(scheme, facts(people, entry("P1", "x", "80")))
    assert {number: f"{each.total}" for number, each in told.items()} == {"P1": "80.00", "P2": "80.00", "P3": "72.00"}


def test_a_circle_between_people_that_only_the_roster_shows_is_refused_with_its_path():
    scheme = scheme_of(
        数据项=ITEMS,
        指标=f'{HEADER}法官|A|甲|100|引用得分|对象=人员类别=="员额法官" 且 同部门|',
    )
    told = facts([person("P1", name="张某"), person("P2", name="李某")])
    with pytest.raises(AppError) as caught:
        evaluation(scheme, told)
    assert caught.value.code == "circle"
    assert caught.value.exit_status == 3
    assert caught.value.values["path"] == "张某的总分 → 张某的A → 李某的总分 → 李某的A → 张某的总分"


def test_the_same_condition_without_a_colleague_is_no_circle():
    scheme = scheme_of(
        数据项=ITEMS,
        指标=f'{HEADER}法官|A|甲|100|引用得分|对象=人员类别=="员额法官" 且 同部门|',
    )
    told = results(scheme, facts([person("P1"), person("P2", "刑庭")]))
    node = told["P1"].tree.find("A")
    assert (node.reason, node.missing_rule) == ("没有符合条件的对象", "摊分")
