"""Everything that can be wrong with a scheme workbook is told with its cell, all at once, in words (contract, section 4)."""

import ast
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from app.domain.periods import Kind
from app.domain.scheme.check import build_scheme
from app.domain.schemes import Component, Gathering, ItemKind, SchemeText
from app.messages import scheme as sentences
from app.messages import sentence
from tests.domain.faulty_schemes import FAULTS, GOOD, HEADER, ITEMS, SOUND, WARNINGS
from tests.domain.made_up import codes_of, problems_of, rows, scheme_of, scheme_text

DOMAIN = Path(__file__).parents[2] / "app" / "domain"
CODE = re.compile(r"(formula|parameter|rating|scheme|review|case|no-set|circle|award)(-[a-z]+)*")
NOT_OF_THE_CHECK = {"circle", "no-set-fits", "case-unmatched", "award-counted-twice"}


def test_the_sound_workbook_has_nothing_wrong():
    assert codes_of(**SOUND) == []


@pytest.mark.parametrize(("code", "cell", "sheets"), FAULTS, ids=[f"{code}-{cell}" for code, cell, _ in FAULTS])
def test_a_fault_is_told_with_its_cell_and_in_words(code, cell, sheets):
    scheme, found = build_scheme(scheme_text({**SOUND, **sheets}))
    told = [problem for problem in found if problem.code == code]
    assert cell in [problem.source.cell for problem in told], [(each.code, each.source.cell) for each in found]
    assert all(problem.source.file == "方案.xlsx" for problem in found)
    assert (scheme is None) is (code not in WARNINGS)
    for problem in found:
        text, remedy = sentence(problem.code, {"value": problem.value, **problem.values})
        assert text
        assert remedy
        assert "{" not in text + remedy


def test_every_fault_of_a_workbook_has_an_example_here():
    known = {code for code in sentences.SENTENCES if CODE.fullmatch(code) and not code.startswith("review-")}
    assert known - NOT_OF_THE_CHECK == {code for code, _, _ in FAULTS}


def test_every_code_that_the_domain_raises_has_its_sentence():
    raised = set()
    for source in DOMAIN.rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                raised.add(node.value)
    codes = {code for code in raised if "-" in code and code != "no-set"}
    assert len(codes) > 50
    assert codes <= sentences.SENTENCES.keys()


def test_all_faults_are_told_at_once():
    found = codes_of(
        方案="项目|内容\n年度|今年",
        数据项=f"{ITEMS}\n|乙数|整数",
        指标=f"{HEADER}\n没有|A|甲||100|随意||x||||\n法官|B|乙|Q|90|完成率|目标=没有|z||||",
        等次="等次池|周期|等次\n法官|旬|好",
    )
    assert set(found) >= {
        "scheme-setting-missing", "scheme-not-a-year", "scheme-cell-empty", "scheme-unknown-word", "scheme-unknown-set",
        "scheme-unknown-parent", "formula-unknown-name", "scheme-unknown-item",
    }  # fmt: skip


def test_an_unknown_way_of_scoring_is_told_once_and_not_as_a_wrong_sum():
    assert codes_of(数据项=ITEMS, 指标=GOOD.replace("直接计分", "随意计分")) == ["scheme-unknown-word"]


def test_cells_left_to_the_court_are_told_as_such_and_not_as_what_follows_from_them():
    found = problems_of(数据项=ITEMS, 指标=GOOD.replace("100", "待本院填写"))
    assert [(each.code, each.source.cell) for each in found] == [("scheme-to-fill", "E2")]


def test_settings_have_their_defaults():
    scheme = scheme_of(**SOUND)
    assert (scheme.name, scheme.year, scheme.version, scheme.places, scheme.case_points) == (
        "考核办法",
        2024,
        "1",
        2,
        1,
    )
    assert (scheme.public_days, scheme.confirms_events, scheme.off_duty_kinds) == (None, False, frozenset())
    assert (scheme.sets[0].ranking_scope, scheme.sets[0].pool, scheme.sets[0].total) == ("同组", "法官", Decimal(100))


def test_settings_are_read_whatever_their_width_and_blanks():
    scheme = scheme_of(
        **SOUND,
        方案="""项目|内容
        方 案 名称|办法
        年度|２０２４年度
        版本|3
        小数位|１
        案件基础分|１.５
        公示天数|5
        台账确认|是
        不计在岗的离岗类型|病 假、产假；借调""",
    )
    assert (scheme.year, scheme.version, scheme.places, scheme.case_points) == (2024, "3", 1, Fraction(3, 2))
    assert (scheme.public_days, scheme.confirms_events) == (5, True)
    assert scheme.off_duty_kinds == {"病 假", "产假", "借调"}


def test_data_items_are_read():
    scheme = scheme_of(
        数据项="编码|名称|类型|汇总|单位|填报部门|算式|说明\nx|甲数|数 值|平 均|％|审管办||说\ny|乙数|公式||||甲数*2|",
        指标=GOOD,
    )
    first, second = scheme.items
    assert (first.kind, first.gathering, first.unit, first.department, first.note) == (
        ItemKind.NUMBER, Gathering.MEAN, "％", "审管办", "说",
    )  # fmt: skip
    assert first.is_percent
    assert second.formula is not None
    assert second.formula.references("item") == ("x",)


def test_months_are_summed_unless_told_otherwise():
    assert scheme_of(**SOUND).items[0].gathering in (None, Gathering.SUM)


def test_words_of_kinds_are_read_with_blanks_and_joined():
    scheme = scheme_of(
        数据项=ITEMS,
        指标=GOOD.replace("x||||", "x|月、季 度、半 年|||"),
        周期="周 期|组成|权重".replace(" ", "") + "\n年 度|本 期|40%\n年|季度|0.6",
    )
    assert scheme.sets[0].indicators[0].kinds == {Kind.MONTH, Kind.QUARTER, Kind.HALF}
    assert [(each.kind, each.inner, each.weight) for each in scheme.components] == [
        (Kind.YEAR, None, Fraction(2, 5)),
        (Kind.YEAR, Kind.QUARTER, Fraction(3, 5)),
    ]


def test_nothing_told_of_a_longer_period_is_its_own_data():
    scheme = scheme_of(**SOUND)
    assert scheme.composition(Kind.YEAR) == (Component(Kind.YEAR, None, Fraction(1), "100%"),)


def test_coefficients_come_in_their_order():
    scheme = scheme_of(
        **SOUND, 案件系数="字段|取值|系数|次序\n案由|甲*|2|20\n部门＋案件字|民一庭＋民初|1.5|3\n角色|承办人|60%|"
    )
    assert [(each.fields, each.patterns, each.value) for each in scheme.factors] == [
        (("部门", "案件字"), ("民一庭", "民初"), Fraction(3, 2)),
        (("案由",), ("甲*",), 2),
    ]
    assert scheme.role_factors == {"承办人": Fraction(3, 5)}


def test_a_weight_sum_is_exact():
    thirds = "周期|组成|权重\n年|季|33.3%\n年|月|33.3%\n年|本期|33.4%"
    assert codes_of(**SOUND, 周期=thirds) == []
    assert codes_of(**SOUND, 周期=thirds.replace("33.4", "33.3")) == ["scheme-weights-sum"]


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        # each kind of period that has leaves of its own
        (["法官|A|甲||100|直接计分||x|季|||", "法官|B|乙||100|直接计分||x|年|||"], []),
        (["法官|A|甲||60|直接计分||x||||", "法官|B|乙||40|直接计分||x|年|||"], []),
        (["法官|A|甲||60|直接计分||x||||", "法官|B|乙||30|直接计分||x|年|||"], ["scheme-sum"]),
        (["法官|A|甲||100|直接计分||x||||", "法官|B|乙||5|直接计分||x||||是"], []),
        (["法官|A|甲||100|直接计分||x||||", "法官|V|丙|||一票否决|总分=0|x||||"], []),
        (["法官|T|总 分||150", "法官|A|甲||150|直接计分||x||||"], []),
        (["法官|A|甲||33.3|直接计分||x||||", "法官|B|乙||66.7|直接计分||x||||"], []),
        # a branch's marks are checked if told, 加减分 leaves apart
        (["法官|W|维度||100", "法官|A|甲|W|100|直接计分||x||||", "法官|B|乙|W|5|直接计分||x||||是"], []),
        (["法官|W|维度||", "法官|A|甲|W|100|直接计分||x||||"], []),
        (
            ["法官|W|维度||105", "法官|A|甲|W|100|直接计分||x||||", "法官|B|乙|W|5|直接计分||x||||是"],
            ["scheme-branch-sum"],
        ),
        (["法官|W|大||100", "法官|U|小|W|100", "法官|A|甲|U|100|直接计分||x||||"], []),
    ],
)
def test_the_full_marks_must_add_up(lines, codes):
    assert codes_of(数据项=ITEMS, 指标="\n".join((HEADER, *lines))) == codes


def test_the_wrong_sum_is_told():
    found = problems_of(数据项=ITEMS, 指标=GOOD.replace("100", "97.5"))[0]
    assert found.values == {"set": "法官", "kind": "各", "total": "100", "sum": "97.5"}


def test_a_code_of_another_set_does_not_exist_for_this_one():
    sets = '指标组|适用条件\n法官|职务==""\n助理|职务!=""'
    lines = "法官|A|甲||100|直接计分||x||||\n助理|B|乙||100|公式|式={}|x||||"
    told = [
        codes_of(指标组=sets, 数据项=ITEMS, 指标=f"{HEADER}\n{lines.format(formula)}")
        for formula in (
            "得分(“A”)",
            "均值(得分(“A”),全院,“法官”)",
            "均值(得分(“A”),全院)",
            "均值(得分(“A”),全院,“全部”)",
        )
    ]
    assert told == [["scheme-unknown-indicator"], [], ["scheme-unknown-indicator"], []]


def test_a_grade_s_condition_may_name_a_range_although_it_is_a_field_too():
    grades = "等次池|周期|等次|前提\n法官|季|好|均值(x,部门)>80 且 部门==“民一庭”"
    assert codes_of(**SOUND, 等次=grades) == []


def test_a_text_goes_through_its_document_and_gives_the_same_scheme():
    text = scheme_text(SOUND)
    again = SchemeText.from_document(text.to_document())
    assert again == text
    assert build_scheme(again)[0] == build_scheme(text)[0]


def test_rows_know_their_cells():
    row = rows("方案", "项目|内容\n方案名称|办法")[0]
    assert (row.text("内容"), row.source("内容", "a.xlsx").cell, row.text("没有")) == ("办法", "B2", "")


def test_a_workbook_without_any_sheet_is_told_and_does_not_stop_the_check():
    scheme, found = build_scheme(SchemeText("空.xlsx", {}))
    assert scheme is None
    assert [each.code for each in found].count("scheme-sheet-missing") == 2


def test_an_item_is_known_without_the_unit_in_brackets_behind_its_name():
    scheme = scheme_of(
        数据项="编码|名称|类型\nf|非诉结案数（件）|数值",
        指标="指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|100|公式|式=非诉结案数*2|非诉结案数",
    )
    leaf = scheme.sets[0].indicators[0]
    assert leaf.item == "f"
    assert leaf.rule is not None
    assert leaf.rule.formulas()[0].references("item") == ("f",)


def test_a_name_without_its_unit_that_two_items_share_names_neither():
    items = "编码|名称|类型\nf|结案（件）|数值\ng|结案（%）|数值"
    leaf = "指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|100|公式|式={}|{}"
    assert codes_of(数据项=items, 指标=leaf.format("结案", "f")) == ["formula-unknown-name"]
    assert codes_of(数据项=items, 指标=leaf.format("f", "结案")) == ["scheme-unknown-item"]
    assert codes_of(数据项=items, 指标=leaf.format("结案（件）", "结案（%）")) == []


def test_a_parent_may_be_told_by_the_name_of_its_branch():
    rows = "指标组|编码|名称|上级|分值|计分方式|参数|数据项\n法官|W|业绩||100\n法官|A|甲|业 绩|100|直接计分||x"
    scheme = scheme_of(数据项="编码|名称|类型\nx|甲数|数值", 指标=rows)
    assert scheme.sets[0].indicators[1].parent == "W"
    twice = rows.replace("法官|W|业绩||100", "法官|W|业绩||60\n法官|V|业绩||40\n法官|B|乙|V|40|直接计分||x").replace(
        "|业 绩|100", "|业 绩|60"
    )
    assert "scheme-unknown-parent" in codes_of(数据项="编码|名称|类型\nx|甲数|数值", 指标=twice)
