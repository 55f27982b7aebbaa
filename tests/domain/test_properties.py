"""What must hold whatever the figures: sums, orders, explanations, and a language that can neither hang nor break."""

import json
import time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.explanation import figure_text, from_document, to_document
from app.domain.facts import Facts, PersonResult, Status
from app.domain.formula.parsing import FormulaError, parse
from app.domain.formula.vocabulary import CASES, EVENTS, PEOPLE, grade_vocabulary, scoring_vocabulary
from app.domain.numbers import exact, half_up, shown
from app.domain.problems import AppError
from app.domain.rules.parameters import split
from app.domain.scheme.check import build_scheme
from tests.domain.made_up import (
    case,
    covered,
    entry,
    evaluation,
    event,
    facts,
    person,
    results,
    scheme_of,
    scheme_text,
)

PEOPLE_HERE = [
    person(f"P{number}", "民一庭" if number % 2 else "刑庭", post="庭长" if number == 1 else "")
    for number in range(1, 7)
]
SHEETS = {
    "指标组": '指标组|适用条件|排名范围|等次池\n庭长|职务=="庭长"||干警\n法官|人员类别=="员额法官"||干警',
    "数据项": """编码|名称|类型|算式
        a|甲数|数值|
        b|乙数|数值|
        c|丙率|公式|a/b*100
        n|结案|案件|折算(角色="承办人" 或 角色="合议庭成员")
        e|宣传|台账|台账=="宣传" """,
    "案件系数": "字段|取值|系数|次序\n案件字|民*|1.25|1\n案件字|刑初|1/1".replace("1/1", "0.7")
    + "|2\n角色|承办人|0.6|\n角色|合议庭成员|0.15|",
    "指标": """指标组|编码|名称|上级|分值|计分方式|参数|数据项|缺数据|不适用|加减分
        庭长|A|带队||70|引用得分|对象=指标组=="法官" 且 同部门||零分||
        庭长|B|本人||30|完成率|目标=7|a|满分|均分|
        法官|W|业绩||60|||||
        法官|A|数量|W|20|增减计分|基准=均值(值,同组); 每高=7%:0.3; 每低=3%:0.7; 不足一步=按比例; 封顶=25|a|零分|摊分|
        法官|B|效率|W|15|完成率|目标=7; 封顶=120%|b|均分|摊分|
        法官|C|质量|W|10|标准扣分|标准=85; 每差=3:0.7|c|满分|摊分|
        法官|D|办案|W|15|公式|式=最小(n*3,分值)||零分||
        法官|E|名次||40|名次计分|第1名=40; 每降1名=1.111|b|摊分|满分|
        法官|F|加分||5|事项计分|封顶=5|e|零分||是
        法官|G|减分|||按件加分|每件=-0.3|a|零分|零分|是""",
}
SCHEME = scheme_of(**SHEETS)
VALUES = st.one_of(
    st.sampled_from(["未填", "不适用", "免计", "0", "7"]),
    st.decimals(min_value=-20, max_value=300, places=3).map(str),
)
POINTS = st.decimals(min_value=-3, max_value=4, places=1).map(str)


@st.composite
def worlds(draw):
    """Records about the people, in any number."""
    told = [entry(each.staff_no, item, draw(VALUES)) for each, _ in PEOPLE_HERE for item in "ab" if draw(st.booleans())]
    for number in range(draw(st.integers(0, 8))):
        roles = {"承办人": f"P{draw(st.integers(1, 6))}", "合议庭成员": f"P{draw(st.integers(1, 6))}"}
        told.append(case(f"{number}", **roles, 案件字=draw(st.sampled_from(["民初", "民终", "刑初", "执"]))))
    for number in range(draw(st.integers(0, 8))):
        award = draw(st.sampled_from(["", "甲", "乙"]))
        staff_no = f"P{draw(st.integers(1, 6))}"
        told.append(
            event("宣传", f"2024-02-{number + 1:02d}", staff_no, points=draw(POINTS), result_key=award, ordinal=number)
        )
    looked = draw(st.sampled_from([(), covered("", "宣传"), covered("")]))
    return [*told, *looked]


@given(worlds())
def test_the_printed_parts_add_up_to_the_printed_total(records):
    for result in results(SCHEME, facts(PEOPLE_HERE, *records)).values():
        parts = [node.score for node in result.tree.parts() if node.score is not None]
        if result.total is not None:
            assert sum(parts, Decimal(0)) == result.total == result.tree.score
            assert result.status is Status.COMPLETE
        else:
            assert result.status is Status.INCOMPLETE
            assert result.reason
        for node in result.tree.walk():
            if node.kind == "branch" and node.score is not None:
                assert sum((each.score for each in node.children if each.score is not None), Decimal(0)) == node.score


@given(worlds())
def test_a_spread_brings_the_full_mark_leaves_to_their_share_of_the_whole(records):
    for result in results(SCHEME, facts(PEOPLE_HERE, *records)).values():
        spread = result.tree.find("摊分")
        if spread is None or spread.score is None:
            continue
        extra = {leaf.code for leaf in SCHEME.set_named(result.set_name).indicators if leaf.extra}
        kept = [
            each
            for each in result.tree.parts()
            if each.kind == "leaf" and each.score is not None and each.code not in extra
        ]
        whole = exact(sum(each.score for each in kept)) * 100 / Fraction(sum(each.full_marks for each in kept))
        assert sum(each.score for each in kept) + spread.score == half_up(whole, 2)


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_people_entries_cases_events_and_rows_changes_nothing(records, random):
    told = facts(PEOPLE_HERE, *records)

    def mixed(rows):
        return tuple(random.sample(rows, len(rows)))

    other = Facts(
        mixed(told.people), mixed(told.postings), (), mixed(told.entries), mixed(told.cases), (), mixed(told.events), (),
        mixed(told.coverage),
    )  # fmt: skip
    first, second = evaluation(SCHEME, told), evaluation(SCHEME, other)
    assert second == first
    lines = {name: table.strip().splitlines() for name, table in SHEETS.items()}
    shuffled = {name: "\n".join((rows[0], *random.sample(rows[1:], len(rows) - 1))) for name, rows in lines.items()}
    shuffled["指标组"] = SHEETS["指标组"]
    third = evaluation(scheme_of(**shuffled), told)
    assert [(each.staff_no, each.total, each.rank) for each in third.results] == [
        (each.staff_no, each.total, each.rank) for each in first.results
    ]


@given(worlds())
def test_explanation_and_score_never_differ(records):
    for result in results(SCHEME, facts(PEOPLE_HERE, *records)).values():
        document = json.loads(json.dumps(result.to_document()))
        assert PersonResult.from_document(document).to_document() == document
        assert to_document(from_document(document["tree"])) == document["tree"]
        for node in result.tree.parts():
            if node.score is not None and not node.missing_rule and node.steps:
                assert node.steps[-1].value == node.score
            if node.kind == "leaf" and node.score is not None and not node.missing_rule:
                assert half_up(node.steps[-2].value, 2) == node.score
                assert figure_text(node.steps[-1].value) == f"{node.score}"


GOOD = {
    "完成率": "目标=7; 封顶=150%",
    "增减计分": "基准=50; 每高=3%:0.7; 每低=7%:1.1; 封顶=120",
    "标准扣分": "标准=85; 每差=3:0.7; 不足一步=不计",
    "按件加分": "每件=0.37",
    "分档计分": ">=90:100; >=80:88.8; >=60:71; 其他:3",
    "名次计分": "第1名=100; 每降1名=7; 保底=3",
    "直接计分": "下限=-1000; 上限=1000",
}
SCHEMES = {
    method: scheme_of(
        数据项="编码|名称|类型\nx|甲数|数值",
        指标=f"指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|100|{method}|{parameters}|x",
    )
    for method, parameters in GOOD.items()
}


@pytest.mark.parametrize("method", GOOD)
@given(
    first=st.decimals(min_value=-50, max_value=300, places=2),
    more=st.decimals(min_value=0, max_value=50, places=2),
    other=st.decimals(min_value=0, max_value=100, places=2),
)
@settings(max_examples=20)
def test_a_better_figure_never_lowers_a_total(method, first, more, other):
    def total(value):
        told = facts([person("P1"), person("P2")], entry("P1", "x", str(value)), entry("P2", "x", str(other)))
        return results(SCHEMES[method], told)["P1"].total

    assert total(first + more) >= total(first)


@given(worlds(), st.decimals(min_value=0, max_value=5, places=1), st.sampled_from(["", "甲", "丙"]))
def test_one_more_good_event_never_lowers_a_total(records, good, award):
    told = [*records, *covered("", "宣传")]
    extra = event("宣传", "2024-03-01", "P2", "又一事项", points=str(good), result_key=award)
    before = results(SCHEME, facts(PEOPLE_HERE, *told))["P2"]
    after = results(SCHEME, facts(PEOPLE_HERE, *told, extra))["P2"]
    assert (before.total is None) is (after.total is None)
    assert before.total is None or after.total >= before.total


WORDS = [("a", "甲数", "数"), ("b", "非诉结案数", "数")]
VOCABULARIES = [scoring_vocabulary([]), CASES, EVENTS, PEOPLE, grade_vocabulary([])]
PIECES = st.sampled_from([
    "甲数", "非诉", "非", "且", "或", "若(", "最小(", "均值(", "件数(", "得分(", "(", ")", ",", "，", "、", "+", "-", "*", "/", "%",
    "=", "==", "!=", ">", ">=", "≥", "<", '"', "“", "”", "好", "1", "0.5", "部门", "全院", "值", " ", "　", "角色", "台账", "１", "e9",
])  # fmt: skip


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join)), st.sampled_from(VOCABULARIES))
@settings(max_examples=400)
def test_any_text_is_a_formula_or_a_formula_error_and_soon(text, vocabulary):
    began = time.perf_counter()
    found = parsed(text, vocabulary)
    if isinstance(found, FormulaError):
        assert 1 <= found.place <= len(text) + 1
    else:
        assert found.text == text
        assert found.constant is not None
    assert time.perf_counter() - began < 2


def parsed(text, vocabulary):
    """The formula, or its fault; whatever else is raised is a bug."""
    try:
        return parse(text, vocabulary)
    except FormulaError as error:
        return error


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join)))
@settings(max_examples=100)
def test_any_text_in_a_scheme_is_refused_or_scored_but_never_breaks(text):
    text = text.replace("|", "").replace("\r", "").replace("\n", "")
    for method in ("公式", "完成率", "分档计分", "名次计分", "引用得分", "测评计分", "一票否决"):
        sheets = {
            "数据项": f"编码|名称|类型|算式\nx|甲数|数值|\ny|乙数|公式|{text or '1'}",
            "指标": f"指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|100|{method}|{text}|x\n法官|B|{text}|{text}|公式|式=y|",
            "等次": f"等次池|周期|等次|最低分|前提\n法官|季|好|{text}|{text}",
        }
        scheme, problems = build_scheme(scheme_text(sheets))
        assert scheme is not None or problems
        assert scheme is None or fault_of(scheme) in ("", "circle")


def fault_of(scheme):
    """What stops the computing for two people, or nothing; whatever else is raised is a bug."""
    try:
        told = evaluation(scheme, facts([person("P1"), person("P2")], entry("P1", "x", "3")))
    except AppError as error:
        return error.code
    return "" if len(told.results) == 2 else "people are missing"


@given(st.text(alphabet='甲乙=;:,，；：()（）"“” 1', max_size=60), st.sampled_from([";", ":", ","]))
@settings(max_examples=200)
def test_the_pieces_of_a_cell_stand_where_they_say(text, separator):
    for part in split(text, separator):
        assert part.text
        assert text[part.place : part.place + len(part.text)] == part.text


@given(st.fractions(), st.integers(0, 10))
@settings(max_examples=100)
def test_rounding_is_the_nearest_figure_and_symmetric(value, places):
    rounded = half_up(value, places)
    assert abs(exact(rounded) - value) * 2 <= Fraction(1, 10**places)
    assert half_up(-value, places) == rounded.copy_negate()
    assert -rounded.as_tuple().exponent == places


@given(st.decimals(allow_nan=False, allow_infinity=False, places=8))
@settings(max_examples=100)
def test_a_figure_prints_as_itself(value):
    assert Decimal(shown(exact(value))) == value
