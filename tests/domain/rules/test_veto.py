"""一票否决: above zero, it limits the grade or becomes the total; it has no score of its own."""

import pytest

from app.domain.entries import State
from tests.domain.made_up import case, covered, entry, facts, inner, person, results, scheme_of

GRADES = "等次池|周期|等次|最低分\n法官|季|好|90\n法官|季|较好|80\n法官|季|一般|\n法官|季|较差|"


def scheme(*vetoes, **more):
    lines = "\n".join(
        f"法官|V{number}|否决{number}||一票否决|{told}|v{number}" for number, told in enumerate(vetoes, 1)
    )
    items = "\n".join(f"v{number}|违纪{number}|数值" for number in range(1, len(vetoes) + 1))
    return scheme_of(
        数据项=f"编码|名称|类型\nx|甲数|数值\n{items}",
        指标=f"指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|办案|100|直接计分||x\n{lines}",
        等次=GRADES,
        **more,
    )


def result(found, **values):
    return results(found, facts([person("P1")], *(entry("P1", item, told) for item, told in values.items())))["P1"]


def test_a_value_above_zero_strikes():
    told = result(scheme("等次上限=一般"), x="95", v1="1")
    assert (f"{told.total}", told.veto, told.grade_limit) == ("95.00", "V1", "一般")


@pytest.mark.parametrize("value", ["0", "-1"])
def test_zero_or_less_does_not(value):
    told = result(scheme("等次上限=一般"), x="95", v1=value)
    assert (told.veto, told.grade_limit) == ("", "")


@pytest.mark.parametrize(
    ("value", "state"), [("未填", State.EMPTY), ("不适用", State.NOT_APPLICABLE), ("免计", State.EXCUSED)]
)
def test_a_nothing_is_not_triggered_and_shown_so(value, state):
    told = result(scheme("等次上限=一般"), x="95", v1=value)
    node = told.tree.find("V1")
    assert (told.veto, f"{told.total}", node.state) == ("", "95.00", state)
    assert node.reason.endswith("视为未触发")


def test_it_has_no_score_and_no_marks_even_if_some_are_told():
    node = result(scheme("等次上限=一般"), x="95", v1="1").tree.find("V1")
    assert (node.kind, node.score, node.full_marks, node.reason) == ("veto", None, None, "触发")


def test_the_total_becomes_what_is_told():
    told = result(scheme("总分=0"), x="95", v1="1")
    assert f"{told.total}" == "0.00"
    assert told.tree.steps[-1].text == "一票否决（否决1）：总分改为 0.00"
    assert f"{told.tree.score}" == "0.00"


def test_the_total_may_be_a_formula():
    assert f"{result(scheme('总分=最小(59, x)'), x='95', v1='1').total}" == "59.00"
    assert f"{result(scheme('总分=最小(59, x)'), x='30', v1='1').total}" == "30.00"


def test_a_total_that_cannot_be_told_is_no_total():
    told = result(scheme("总分=100/(x-95)"), x="95", v1="1")
    assert (told.total, told.status.value) == (None, "incomplete")
    assert "除数为零" in told.reason


def test_a_total_over_a_faulty_figure_is_no_total():
    found = scheme_of(
        数据项="编码|名称|类型|算式\nx|甲数|数值|\nv|违纪|数值|\nz|折算|案件|折算()",
        指标="指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|办案|100|直接计分||x\n法官|V|否决||一票否决|总分=z|v",
        案件系数="字段|取值|系数\n角色|承办人|1",
    )
    records = (entry("P1", "x", "90"), entry("P1", "v", "1"), case("1", 书记员="P1"), covered(""))
    told = results(found, facts([person("P1")], *records))["P1"]
    assert (told.total, told.reason) == (None, "一票否决的总分无法计算：方案的案件系数没有角色“书记员”的系数")


def test_of_several_the_lowest_total_and_the_lowest_limit_hold():
    told = result(scheme("总分=59; 等次上限=较好", "总分=40; 等次上限=较差"), x="95", v1="1", v2="1")
    assert (f"{told.total}", told.veto, told.grade_limit) == ("40.00", "V1", "较差")


def test_the_limit_is_found_whatever_its_blanks():
    assert result(scheme("等次上限=一 般"), x="95", v1="1").grade_limit == "一般"


def test_it_strikes_in_the_periods_that_it_counts_in():
    only_year = scheme_of(
        数据项="编码|名称|类型\nx|甲数|数值\nv1|违纪|数值",
        指标="""指标组|编码|名称|分值|计分方式|参数|数据项|周期
        法官|A|办案|100|直接计分||x|
        法官|V1|否决||一票否决|总分=0|v1|年""",
    )
    assert result(only_year, x="95", v1="1").veto == ""


def test_it_strikes_a_total_made_of_the_quarters_too():
    found = scheme("总分=0", 周期="周期|组成|权重\n年|季|100%")
    quarters = {f"2024Q{number}": {"P1": inner("90")} for number in range(1, 5)}
    told = results(found, facts([person("P1")], entry("P1", "v1", "1", "2024"), inner=quarters), "2024")["P1"]
    assert (f"{told.total}", told.veto) == ("0.00", "V1")
