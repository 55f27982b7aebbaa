"""An explanation as lines: the same for the terminal and for what is copied out of the window."""

from app.domain.entries import Origin, State
from app.domain.explanation import Input, Node, Step
from app.domain.explanation_lines import explanation_lines
from app.domain.problems import Source
from tests.domain.made_up import entry, evaluation, facts, person, scheme_of

SCHEME = scheme_of(
    数据项="编码|名称|类型\nx|甲数|数值",
    指标="指标组|编码|名称|分值|计分方式|参数|数据项|依据条款\n法官|A|甲|100|公式|式=x|x|第三条",
)
(RESULT,) = evaluation(SCHEME, facts([person("P1")], entry("P1", "x", "60"))).results


def place(origin: Origin) -> str:
    return " ".join(part for part in origin.source if part)


def test_the_lines_go_from_the_total_down_to_the_figure() -> None:
    lines = list(explanation_lines(RESULT, place))
    assert lines[0].startswith("P1 ")
    assert "在岗月数：3.0000" in lines[0]
    assert lines[1] == "状态：完整"
    tree = lines[lines.index("") + 1 :]
    assert tree[0].endswith("：60.00 / 100")
    assert any(line.endswith("[A] 甲：60.00 / 100") for line in tree)
    assert any("（第三条）" in line for line in tree)
    assert any("甲数：60" in line or "甲数（2024Q1）：60" in line for line in tree)


def test_of_many_figures_the_first_and_the_last_are_told_and_how_many_are_between() -> None:
    steps = tuple(Step(f"第{number}步") for number in range(1, 11))
    node = Node("leaf", "甲", "A", None, steps=steps)
    shown = [line.strip() for line in explanation_lines(RESULT, place, node, 4)]
    assert shown[-5:] == ["第1步", "第2步", "……另有 6 项，用 --indicator A 列出全部", "第9步", "第10步"]
    every = [line.strip() for line in explanation_lines(RESULT, place, node)]
    assert every[-10:] == [f"第{number}步" for number in range(1, 11)]


def test_a_nothing_keeps_its_reason_and_a_figure_its_place() -> None:
    told = Origin(Source("三月.xlsx", "一", "C5"))
    inputs = (
        Input("结案数", "病假", State.EXCUSED),
        Input("上诉数", 3, State.VALUE, told),
        Input("发改数", "免计", State.EXCUSED),
    )
    assert [each.told for each in inputs] == ["免计（病假）", "3", "免计"]
    node = Node("leaf", "甲", "A", None, inputs=inputs)
    shown = [line.strip() for line in explanation_lines(RESULT, place, node)]
    assert shown[-2] == "上诉数：3　← 三月.xlsx 一 C5"


def test_what_comes_out_of_a_step_is_told_once() -> None:
    assert Step("{} + {}", (1, 2), 3).told == "1 + 2 = 3"
    assert Step("四舍五入为 {}", (3,), 3).told == "四舍五入为 3"
