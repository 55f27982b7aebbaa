"""Which sheets a period needs, and from whom, by a scheme of the full reach."""

from datetime import date

from app.domain.expected_sheets import ExpectedSheet, expected_sheets, reporters
from app.domain.facts import Facts
from app.domain.periods import Period
from app.domain.roster import Person, Posting
from app.domain.scheme.check import build_scheme
from app.domain.schemes import DataItem, ItemKind, Scheme, SchemeRow, SchemeText
from app.domain.scoring.court import Court

SHEETS = {
    "方案": (("项目", "内容"), ("方案名称", "甲"), ("年度", "2024")),
    "指标组": (("指标组", "适用条件"), ("法官", '人员类别=="法官"'), ("行政", '人员类别=="行政"')),
    "数据项": (
        ("编码", "名称", "类型", "汇总", "填报部门", "算式"),
        ("KQ", "迟到次数", "数值", "求和", "各庭室", ""),
        ("XF", "投诉数", "数值", "求和", "督察室、纪检组", ""),
        ("LD", "领导评分", "评分", "", "政治部", ""),
        ("WM", "没人报的数", "数值", "求和", "", ""),
        ("JA", "结案数", "案件", "", "审管办", '件数(角色="承办人")'),
        ("BL", "结案率", "公式", "", "", "结案数/任务数*100"),
        ("RW", "任务数", "数值", "求和", "审管办", ""),
        ("DJ", "党建分", "台账", "", "机关党委", '台账=="党建"'),
        ("CP", "民主测评", "测评", "", "政治部", ""),
        ("WY", "没有指标用的", "数值", "求和", "办公室", ""),
    ),
    "指标": (
        ("指标组", "编码", "名称", "分值", "计分方式", "参数", "数据项", "周期", "缺数据", "加减分"),
        ("法官", "M1", "考勤", "100", "按件扣分", "每件=2", "迟到次数", "月", "", ""),
        ("法官", "F1", "办案", "60", "完成率", "目标=100", "结案率", "季", "", ""),
        ("法官", "F2", "投诉", "20", "按件扣分", "每件=5", "投诉数", "季", "满分", ""),
        ("法官", "F3", "评价", "20", "直接计分", "", "领导评分", "季", "", ""),
        ("法官", "F4", "考勤", "", "公式", "式=0-值", "迟到次数", "季", "零分", "是"),
        ("行政", "X1", "测评", "60", "测评计分", "干警=100%", "民主测评", "季", "", ""),
        ("行政", "X2", "其他", "40", "直接计分", "", "没人报的数", "季", "", ""),
        ("行政", "X3", "党建", "", "事项计分", "", "党建分", "季", "零分", "是"),
    ),
}  # fmt: skip
PEOPLE = (("J1", "民一庭", "法官"), ("J2", "民二庭", "法官"), ("A1", "办公室", "行政"))


def scheme() -> Scheme:
    text = {
        sheet: tuple(
            SchemeRow({title: cell for title, cell in zip(rows[0], row, strict=True) if cell}, {}, sheet)
            for row in rows[1:]
        )
        for sheet, rows in SHEETS.items()
    }
    made, problems = build_scheme(SchemeText("方案.xlsx", text))
    assert made is not None, problems
    return made


def expected(code: str) -> dict[tuple[str, str], ExpectedSheet]:
    people = tuple(Person(number, number) for number, _, _ in PEOPLE)
    postings = tuple(Posting(number, division, kind, start=date(2020, 1, 1)) for number, division, kind in PEOPLE)
    court = Court(scheme(), Period.parse(code), Facts(people=people, postings=postings))
    return {(each.reporter, each.title): each for each in expected_sheets(court)}


def test_every_division_with_people_who_need_an_item_hands_it_in() -> None:
    assert list(expected("2024-03")) == [("民一庭", "数据"), ("民二庭", "数据")]
    assert expected("2024-03")["民一庭", "数据"].cells == {("J1", "KQ")}


def test_a_quarter_asks_for_what_no_month_has_told() -> None:
    told = expected("2024Q1")
    assert list(told) == [
        ("督察室", "数据（全院）"), ("纪检组", "数据（全院）"), ("政治部", "数据（全院）"), ("", "数据（全院）"), ("审管办", "数据（全院）"),
        ("审管办", "案件"), ("机关党委", "台账（党建）"), ("政治部", "测评"),
    ]  # fmt: skip
    # 算结案率要任务数，也要案件；任务数由审管办报两名法官的。
    assert told["审管办", "数据（全院）"].cells == {("J1", "RW"), ("J2", "RW")}
    assert told["审管办", "案件"].items == ("JA",)
    assert told["政治部", "测评"].staff == {"A1"}


def test_what_no_total_waits_for_need_not_be_told() -> None:
    told = expected("2024Q1")
    assert (told["督察室", "数据（全院）"].cells, told["督察室", "数据（全院）"].must) == (
        {("J1", "XF"), ("J2", "XF")},
        set(),
    )
    assert told["政治部", "数据（全院）"].must == {("J1", "LD"), ("J2", "LD")}


def test_a_year_that_scores_nothing_of_its_own_asks_for_nothing() -> None:
    assert expected("2024") == {}


def test_several_divisions_may_be_named_and_all_of_them_in_many_words() -> None:
    assert reporters(DataItem("A", "甲", ItemKind.NUMBER, department="审管办、 研究室；政治部")) == (
        "审管办", "研究室", "政治部",
    )  # fmt: skip
    assert reporters(DataItem("A", "甲", ItemKind.NUMBER, department="各庭处室")) == ("各部门",)
    assert reporters(DataItem("A", "甲", ItemKind.NUMBER)) == ("",)
