"""A score and its explanation are one value; it goes through its document unchanged (contract, section 5)."""

import json
from decimal import Decimal
from fractions import Fraction

from app.domain.entries import Origin, State
from app.domain.explanation import Input, Node, Step, figure_text, from_document, to_document
from app.domain.facts import PersonResult
from app.domain.problems import Source
from tests.domain.made_up import entry, facts, person, results, scheme_of

LEAF = Node(
    kind="leaf", label="办案", code="A", score=Decimal("9.99"), full_marks=Decimal(10), value=Fraction(1, 3),
    clause="第八条", rule="按公式", inputs=(
        Input("甲数", Decimal("5.0"), State.VALUE, Origin(Source("a.xlsx", "表一", "C4"), "7", "甲", "2024-04-01")),
        Input("乙数", None, State.EMPTY),
    ),
    steps=(Step("{} ÷ {}", (1, 3), Fraction(1, 3)), Step("不动 {} 的文字", (), "好")),
)  # fmt: skip
TREE = Node("total", "总分", "总分", Decimal("9.99"), children=(
    Node("branch", "业绩", "W", Decimal("9.99"), children=(LEAF,)),
    Node("spread", "摊分", "摊分", Decimal("0.00")),
    Node("veto", "否决", "V", None, state=State.EMPTY),
))  # fmt: skip


def test_figures_print_as_told():
    assert [figure_text(each) for each in (None, "好", Decimal("5.00"), Fraction(2, 3), 7)] == [
        "", "好", "5.00", "0.666667", "7",
    ]  # fmt: skip


def test_a_step_is_a_sentence_with_its_figures():
    assert [step.text for step in LEAF.steps] == ["1 ÷ 3", "不动 {} 的文字"]


def test_the_parts_of_a_total_are_leaves_spread_and_vetoes_without_branches():
    assert [node.code for node in TREE.parts()] == ["A", "摊分", "V"]
    assert [node.code for node in TREE.walk()] == ["总分", "W", "A", "摊分", "V"]
    assert TREE.find("A") is LEAF
    assert TREE.find("没有") is None


def test_a_document_is_json_with_decimals_as_texts():
    document = to_document(LEAF)
    assert json.loads(json.dumps(document, ensure_ascii=False)) == document
    assert (document["score"], document["value"], document["missing_rule"]) == ("9.99", "0.333333", None)
    assert document["inputs"][0] == {
        "item": "甲数", "value": "5.0", "state": "value",
        "source": {"file": "a.xlsx", "sheet": "表一", "cell": "C4", "batch": "7", "by": "甲", "at": "2024-04-01"},
    }  # fmt: skip
    assert document["inputs"][1]["source"] is None


def test_a_tree_read_back_prints_the_same():
    again = from_document(to_document(TREE))
    assert to_document(again) == to_document(TREE)
    assert again.find("A").score == Decimal("9.99")


def test_a_person_s_result_goes_through_its_document_unchanged():
    scheme = scheme_of(
        数据项="编码|名称|类型\nx|甲数|数值",
        指标="指标组|编码|名称|分值|计分方式|参数|数据项|缺数据\n法官|A|甲|60|完成率|目标=7|x|\n法官|B|乙|40|直接计分||x|零分",
    )
    told = results(scheme, facts([person("P1"), person("P2")], entry("P1", "x", "3")))
    for result in told.values():
        document = result.to_document()
        again = PersonResult.from_document(json.loads(json.dumps(document)))
        assert again.to_document() == document
        assert (again.total, again.status, again.months_in_post) == (
            result.total, result.status, result.months_in_post,
        )  # fmt: skip
