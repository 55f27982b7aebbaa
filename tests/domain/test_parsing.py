"""The formula language: names, precedence, bounds, and faults that tell their place (contract, section 4, Formula)."""

import time
from fractions import Fraction

import pytest

from app.domain.entries import State
from app.domain.formula.parsing import MOST_CHARACTERS, MOST_DEPTH, FormulaError, parse
from app.domain.formula.values import Nothing, Type
from app.domain.formula.vocabulary import CASES, grade_vocabulary, item_vocabulary, scoring_vocabulary

ITEMS = [
    ("JA", "结案数", Type.NUMBER),
    ("FS", "非诉结案数", Type.NUMBER),
    ("SS", "上诉数", Type.NUMBER),
    ("LV", "结案数或上诉数", Type.NUMBER),
    ("P", "平时等次", Type.TEXT),
    ("JA2", "结案", Type.NUMBER),
]
WORDS = scoring_vocabulary(ITEMS)


class Figures:
    """A scope of plain figures by item code."""

    def __init__(self, **told):
        self.told = told
        self.asked = []

    def look_up(self, reference):
        self.asked.append(reference.key)
        return self.told[reference.key]

    def apply(self, call):
        return Nothing(State.NOT_APPLICABLE, call.function)


def value(text, **figures):
    return parse(text, WORDS).value(Figures(**figures))


def fault(text, vocabulary=WORDS, wanted=Type.ANY):
    with pytest.raises(FormulaError) as caught:
        parse(text, vocabulary, wanted)
    return caught.value.code, caught.value.place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1+2*3", 7),
        ("(1+2)*3", 9),
        ("10-4-3", 3),
        ("24/4/3", 2),
        ("2*-3", -6),
        ("-2*3", -6),
        ("--3", 3),
        ("1/3*3", 1),
        ("50%*4", 2),
        ("1.5%", Fraction(3, 200)),
        ("１＋２×３", 7),
        ("８÷２−１", 3),
        ("（1＋2）*3", 9),
        (".5+.5", 1),
        ("1+2>2 且 3>2", True),
        ("1>2 或 2>1 且 1>2", False),
        ("(1>2 或 2>1) 且 1<2", True),
        ("非 1>2 且 2>1", True),
        ("非 (1>2 或 2>1)", False),
        ("非 非 2>1", True),
        ("1=1", True),
        ("1==1", True),
        ("1!=1", False),
        ("1<>2", True),
        ("2≥2", True),
        ("2≤1", False),
        ("1≠2", True),
        ("2＞1", True),
    ],
)
def test_precedence_and_signs(text, expected):
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("最小(3,1,2)", 1),
        ("最大(3,1,2)", 3),
        ("最小(5)", 5),
        ("绝对值(-2.5)", Fraction(5, 2)),
        ("取整(2.9)", 2),
        ("取整(-2.9)", -2),
        ("四舍五入(2.5,0)", 3),
        ("四舍五入(-2.5,0)", -3),
        ("四舍五入(1.005,2)", Fraction(101, 100)),
        ("四舍五入(2/3,4)", Fraction(6667, 10000)),
        ("若(1>2,10,20)", 20),
        ("若(2>1,10,20)", 10),
    ],
)
def test_functions(text, expected):
    assert value(text) == expected


def test_only_the_branch_taken_is_evaluated():
    scope = Figures(JA=0, SS=Nothing(State.EMPTY))
    assert parse("若(结案数=0, 5, 上诉数/结案数)", WORDS).value(scope) == 5
    assert scope.asked == ["JA"]


def test_a_nothing_in_the_condition_is_the_whole_value():
    told = value("若(结案数>0, 1, 2)", JA=Nothing(State.EMPTY, "未填"))
    assert told == Nothing(State.EMPTY, "未填")


def test_rounding_to_places_that_make_no_sense_is_not_applicable():
    assert value("四舍五入(1.5,0.5)").state is State.NOT_APPLICABLE
    assert value("四舍五入(1.5,-1)").state is State.NOT_APPLICABLE
    assert value("四舍五入(1.5,99)").state is State.NOT_APPLICABLE


@pytest.mark.parametrize(("quoted", "same"), [('"好"', True), ("“好”", True), ("＂好＂", True), ('"较好"', False)])
def test_texts_stand_in_half_width_or_chinese_quotes(quoted, same):
    assert value(f"平时等次=={quoted}", P="好") is same


def test_a_name_is_the_item_by_name_code_or_with_blanks_and_any_case():
    assert value("结案数+1", JA=4) == 5
    assert value("ja+1", JA=4) == 5
    assert value("结 案　数+1", JA=4) == 5


def test_the_longest_known_name_wins_over_an_operator_word_inside_it():
    assert value("非诉结案数", FS=7) == 7
    assert value("非诉结案数>5 且 结案数>1", FS=7, JA=2) is True
    assert value("结案数或上诉数+1", LV=2) == 3


def test_the_longer_of_two_names_that_begin_alike_wins():
    assert value("结案数", JA=1, JA2=2) == 1
    assert value("结案*2", JA=1, JA2=2) == 4


def test_a_code_in_letters_does_not_end_inside_a_longer_word():
    assert fault("JAX+1") == ("formula-unknown-name", 1)


def test_a_code_that_writes_a_number_is_the_number():
    words = item_vocabulary([("101", "甲数", Type.NUMBER), ("1.1", "乙数", Type.NUMBER)])
    assert parse("101+1.1", words).constant == Fraction(1021, 10)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "formula-empty", 1),
        ("   ", "formula-empty", 4),
        ("1 +", "formula-ends-early", 4),
        ("(1+2", "formula-bracket-open", 5),
        ("最小(1,2", "formula-bracket-open", 7),
        ("1+2)", "formula-unexpected", 4),
        ("1 2", "formula-unexpected", 3),
        ("*3", "formula-unexpected", 1),
        ('平时等次="好', "formula-quote-open", 6),
        ("平时等次=“好", "formula-quote-open", 6),
        ("1<2<3", "formula-comparison-chained", 4),
        ("结案数=1=1", "formula-comparison-chained", 6),
        ("1 + 不存在的数", "formula-unknown-name", 5),
        ("2结案数", "formula-unknown-name", 1),
        ("最小", "formula-needs-arguments", 1),
        ("最小()", "formula-argument-count", 1),
        ("1+若(1>2,3)", "formula-argument-count", 3),
        ("绝对值(1,2)", "formula-argument-count", 1),
        ("四舍五入(1.5)", "formula-argument-count", 1),
        ("取整(1,0)", "formula-argument-count", 1),
        ("1 且 2", "formula-wrong-type", 1),
        ('"好"+1', "formula-wrong-type", 1),
        ("(1>2)+1", "formula-wrong-type", 3),
        ("若(1,2,3)", "formula-wrong-type", 3),
        ("非 1", "formula-wrong-type", 3),
        ("-平时等次", "formula-wrong-type", 2),
        ("结案数.x", "formula-unexpected", 4),
        ("__import__", "formula-unknown-name", 1),
    ],
)
def test_a_fault_tells_what_and_where(text, code, place):
    assert fault(text) == (code, place)


def test_what_is_wanted_is_asked_for():
    assert fault("1+1", wanted=Type.TRUTH) == ("formula-wrong-type", 2)
    assert fault("1>0", wanted=Type.NUMBER) == ("formula-wrong-type", 2)


def test_the_bounds_of_length_and_depth():
    assert fault("1" * (MOST_CHARACTERS + 1))[0] == "formula-too-long"
    assert fault("(" * MOST_DEPTH + "1" + ")" * MOST_DEPTH)[0] == "formula-too-deep"
    inside = MOST_DEPTH - 1
    assert value("(" * inside + "1" + ")" * inside) == 1


def test_the_longest_sum_and_the_longest_row_of_words_are_evaluated():
    assert value("+".join(["1"] * 1000)) == 1000
    assert value("-" * 1999 + "1") == -1
    assert value("非" * 1001 + "1>2") is True
    assert len(list(parse("+".join(["1"] * 1000), WORDS).walk())) == 1999


@pytest.mark.parametrize("text", ["(" * 2000, "非" * 2000, "1+" * 1000, "若(" * 600, "结案数" * 600, '"' * 1999])
def test_reading_any_text_ends_quickly(text):
    began = time.perf_counter()
    with pytest.raises(FormulaError):
        parse(text, WORDS)
    assert time.perf_counter() - began < 1


def test_a_case_condition_takes_any_column_as_a_name():
    formula = parse('超审限=="是" 且 角色="承办人"且标的额>=100', CASES)
    assert formula.references("field") == ("超审限", "角色", "标的额")


def test_a_column_s_name_may_have_blanks_inside_and_ends_before_an_operator_word():
    formula = parse('超 审　限 =="是" 且 标的额 >= 100 或 非 发回 == "是"', CASES)
    assert formula.references("field") == ("超审限", "标的额", "发回")
    assert fault('角色=="承办人" 超审限=="是"', CASES) == ("formula-unexpected", 11)


def test_a_condition_inside_a_count_has_the_words_of_cases():
    formula = parse('件数(超审限=="是")+结案数', WORDS)
    assert [call.function for call in formula.calls("件数")] == ["件数"]
    assert fault("超审限")[0] == "formula-unknown-name"


def test_grades_may_be_counted_in_a_condition_of_grades_only():
    words = grade_vocabulary(ITEMS)
    assert parse('次数("好")*2>=季度数 且 总分>=90', words, Type.TRUTH).calls("次数")
    assert fault('次数("好")')[0] == "formula-unknown-name"


def test_a_formula_without_names_is_a_constant():
    assert parse("(1+2)*50%", WORDS).constant == Fraction(3, 2)
    assert isinstance(parse("结案数", WORDS).constant, Nothing)


def test_a_formula_keeps_its_text_and_names_its_items_once():
    formula = parse("结案数/(结案数+上诉数)", WORDS)
    assert formula.text == "结案数/(结案数+上诉数)"
    assert formula.references("item") == ("JA", "SS")
