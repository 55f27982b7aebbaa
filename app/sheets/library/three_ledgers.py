"""三本台账与双激励办法: what a court told in public of its measure, with every figure that it did not tell left to fill in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from app.sheets.library.workbook import OWN_EXAMPLE, Blank, Cell, LibraryWorkbook, Row, row
from app.sheets.sample.pages import Percent

JUDGES, AUXILIARIES, OFFICERS = "法官", "审判辅助人员", "综合行政人员"
POOL = "全体干警"
REWARD, ORDINARY, REMINDER = "奖励", "正常", "提醒"
QUARTER, YEAR = "季", "年"
_HENAN = "河南省基层法院考评办法公开部分"

NOTES = (
    (
        "这是什么",
        "用三本台账记事、用双激励用人的考核办法：党建台账、廉政台账、业务评查台账平时一事一记，按季汇入每个人的得分，全年汇入业绩档案；",
        "每季按得分和红线评出“奖励”“正常”“提醒”，奖勤奖优，罚懒罚劣。",
    ),
    (
        "出处",
        "东港市人民法院2021年1月公开的做法：考核党建、廉政、纪律作风、院领导评价、收结案数、办案质量、效率、效果八个方面；",
        "三本台账；",
        "双激励通报；",
        "政治部管队伍，审管办管办案，监察室管纪律。",
        "该院没有公布分值、扣分标准和评定比例。",
    ),
    (
        "待本院填写",
        "凡没有公布的数字，单元格里写“待本院填写”（黄底），一共几处、填什么，见“说明-待填”。",
        "没有填完，导入时会逐格指出，不会采用。",
        "参考写法是为了说明怎样填，不是标准值。",
    ),
    (
        "扣分标准写在一处",
        "“数据项”表里类型为“公式”、名称以“标准”“扣分”“基本分”结尾的几项，只填一个数，各指标组共用；",
        "要改只改一格。",
    ),
    (
        "怎样记台账",
        "台账表写台账、日期、工号、事项、级别、分值。",
        "党建和业务评查的每一事项按本院细则写正分或负分；",
        "廉政台账写负分，级别写“通报批评”“诫勉”“处分”的触发红线。",
        "一季没有事的，写一行“零报告”。",
    ),
    (
        "双激励怎样评",
        f"“等次”表里每季的三个等次就是双激励：“{REWARD}”有最低分和名额，“{REMINDER}”是达不到最低分或触发廉政红线的。",
        "程序只提建议，由院党组决定。",
    ),
    (
        "年度",
        "年度总分取各季平均；",
        "年度优秀不超过20%（《公务员考核规定》），并须过半数季度得“奖励”、没有“提醒”，这一条是编写示例，可以改。",
    ),
    (
        "指标组",
        "法官、审判辅助人员、综合行政人员三组，合起来是全体干警。",
        "没有的人员类别把“指标组”表的条件改成本院花名册的写法。",
    ),
)


class Standard(NamedTuple):
    """A figure of the measure that several indicators share, as a data item with one cell to fill."""

    code: str
    name: str
    unit: str
    what: str
    reference: str
    origin: str = OWN_EXAMPLE


STANDARDS = (
    Standard("B01", "党建基本分", "分", "党建一项没有加减事项时得几分", "8"),
    Standard("B02", "业务评查基本分", "分", "业务评查没有加减事项时得几分", "8"),
    Standard("B03", "违纪每次扣分", "分", "迟到早退、缺席学习、会议违纪、用车违规每次扣几分", "1"),
    Standard("B04", "改判发回每件扣分", "分", "每件有责改判、发回扣几分", "2"),
    Standard("B05", "长期未结每件扣分", "分", "每件长期未结扣几分", "1"),
    Standard("B06", "信访投诉每件扣分", "分", "每件查实的信访投诉扣几分", "1"),
    Standard("B07", "结收案比标准", "%", "结收案比达到多少得满分", "95"),
    Standard("B08", "审限内结案率标准", "%", "审限内结案率达到多少得满分", "97"),
    Standard("B09", "服判息诉率标准", "%", "服判息诉率达到多少得满分", "85", f"{_HENAN}：85%以上得满分"),
    Standard("B10", "每差一点扣分", "分", "各项比率每差一个百分点扣几分", "0.2", f"{_HENAN}：每差一个百分点扣0.2分"),
)
_ITEMS = (
    row("DJ", "党建台账事项", "台账", "", "次", "机关党委", '台账=="党建"', "党员考评细则规定的加减事项"),
    row("LZ", "廉政台账事项", "台账", "", "次", "监察室", '台账=="廉政"'),
    row("LZWZ", "廉政问责", "台账", "", "次", "监察室", '台账=="廉政" 且 (级别=="通报批评" 或 级别=="诫勉" 或 级别=="处分")', "触发红线"),
    row("PC", "业务评查事项", "台账", "", "次", "审管办", '台账=="业务评查"'),
    row("CD", "迟到早退次数", "数值", "求和", "次", "政治部", "", "考勤制度"),
    row("QX", "学习缺席次数", "数值", "求和", "次", "政治部", "", "学习制度"),
    row("HY", "会议违纪次数", "数值", "求和", "次", "办公室", "", "会议制度"),
    row("YC", "用车违规次数", "数值", "求和", "次", "办公室", "", "车辆管理制度"),
    row("JL", "违纪次数", "公式", "", "次", "监察室", "迟到早退次数+学习缺席次数+会议违纪次数+用车违规次数"),
    row("YLD", "院领导评价", "测评", "", "分", "政治部", "", "院领导对每个人打分，满分一百"),
    row("XS", "新收案件数", "数值", "求和", "件", "审管办"),
    row("JA", "承办结案数", "案件", "", "件", "审管办", '件数(角色="承办人")'),
    row("JS", "结收案比", "公式", "", "%", "审管办", "承办结案数/新收案件数*100"),
    row("GF", "改判发回数", "案件", "", "件", "审管办", '件数(角色="承办人" 且 是否改判发回=="是" 且 改发原因!="新证据")', "因新证据改判发回的不计"),
    row("SXN", "审限内结案率", "公式", "", "%", "审管办", '件数(角色="承办人" 且 是否超审限=="否")/承办结案数*100'),
    row("CQ", "长期未结数", "数值", "末值", "件", "审管办"),
    row("SS", "上诉案件数", "数值", "求和", "件", "审管办"),
    row("FP", "服判息诉率", "公式", "", "%", "审管办", "(1-上诉案件数/承办结案数)*100"),
    row("XF", "信访投诉数", "数值", "求和", "件", "监察室", "", "查证属实的"),
    row("XZ", "协助结案数", "案件", "", "件", "审管办", '件数(角色="法官助理" 或 角色="书记员")'),
    row("JZ", "卷宗质量评分", "评分", "", "分", "审管办", "", "满分一百"),
    row("RW", "岗位任务完成率", "数值", "平均", "%", "各部门"),
    row("FW", "服务满意度", "评分", "", "分", "办公室", "", "满分一百"),
)  # fmt: skip


class Leaf(NamedTuple):
    """A scored indicator: ``reference`` are the full marks for orientation."""

    name: str
    reference: int
    method: str
    settings: str
    item: str
    office: str


_CHARACTER = (
    Leaf("党建", 10, "事项计分", "基本分=党建基本分; 保底=0", "党建台账事项", "机关党委按党建台账"),
    Leaf("廉政", 10, "事项计分", "基本分=分值; 保底=0", "廉政台账事项", "监察室按廉政台账"),
    Leaf("纪律作风", 10, "按件扣分", "每件=违纪每次扣分", "违纪次数", "考勤、会议、学习、用车各项制度"),
    Leaf("院领导评价", 10, "测评计分", "院领导=100%", "院领导评价", "政治部组织"),
)
BRANCHES: dict[str, tuple[tuple[str, tuple[Leaf, ...]], ...]] = {
    JUDGES: (
        ("政治和作风", _CHARACTER),
        ("收结案数", (
            Leaf("结案数", 15, "完成率", '目标=均值(承办结案数,部门)*在岗比例; 封顶=100%', "承办结案数", "与本部门法官人均结案比较，按在岗时间折减"),
            Leaf("结收案比", 10, "标准扣分", "标准=结收案比标准; 方向=不低于; 每差=1:每差一点扣分", "结收案比", "审管办"),
        )),
        ("办案质量", (
            Leaf("业务评查", 10, "事项计分", "基本分=业务评查基本分; 保底=0", "业务评查事项", "审管办按业务评查台账"),
            Leaf("改判发回", 5, "按件扣分", "每件=改判发回每件扣分", "改判发回数", "审管办"),
        )),
        ("办案效率", (
            Leaf("审限内结案", 5, "标准扣分", "标准=审限内结案率标准; 方向=不低于; 每差=1:每差一点扣分", "审限内结案率", "审管办"),
            Leaf("长期未结", 5, "按件扣分", "每件=长期未结每件扣分", "长期未结数", "审管办"),
        )),
        ("办案效果", (
            Leaf("服判息诉", 5, "标准扣分", "标准=服判息诉率标准; 方向=不低于; 每差=1:每差一点扣分", "服判息诉率", "审管办"),
            Leaf("信访投诉", 5, "按件扣分", "每件=信访投诉每件扣分", "信访投诉数", "监察室"),
        )),
    ),
    AUXILIARIES: (
        ("政治和作风", _CHARACTER),
        ("协助办案", (
            Leaf("协助结案", 35, "完成率", "目标=均值(协助结案数,条线)*在岗比例; 封顶=100%", "协助结案数", "与同条线人均协助结案比较"),
            Leaf("业务评查", 10, "事项计分", "基本分=业务评查基本分; 保底=0", "业务评查事项", "审管办按业务评查台账"),
            Leaf("卷宗质量", 15, "公式", "式=值/100*分值", "卷宗质量评分", "审管办"),
        )),
    ),
    OFFICERS: (
        ("政治和作风", _CHARACTER),
        ("岗位工作", (
            Leaf("岗位任务", 40, "完成率", "目标=100; 封顶=100%", "岗位任务完成率", "各部门"),
            Leaf("服务满意度", 20, "公式", "式=值/100*分值", "服务满意度", "办公室"),
        )),
    ),
}  # fmt: skip
_LETTERS = {JUDGES: "F", AUXILIARIES: "A", OFFICERS: "Z"}
_CONDITIONS = {
    JUDGES: ("员额法官",),
    AUXILIARIES: ("法官助理", "书记员", "司法警察", "执行员"),
    OFFICERS: ("综合行政人员", "工勤人员", "聘用制人员"),
}


def three_ledgers() -> LibraryWorkbook:
    """The workbook."""
    standards = (
        row(
            each.code,
            each.name,
            "公式",
            "",
            each.unit,
            "考核办",
            Blank(each.what, each.reference, each.origin),
            "各指标组共用，填一个数",
        )
        for each in STANDARDS
    )
    sheets = {
        "方案": _head(),
        "指标组": tuple(row(name, _condition(name), "同组", POOL) for name in BRANCHES),
        "数据项": (*_ITEMS, *standards),
        "指标": tuple(each for name in BRANCHES for each in _indicators(name)),
        "周期": (row(YEAR, QUARTER, Percent(100)),),
        "等次": _grades(),
        "参加考核": (row("不进行考核", "6A", '离岗天数("病假","事假")>183'),),
        "通报": (
            row("表扬", f'等次=="{REWARD}"', QUARTER, f"当季评定为“{REWARD}”"),
            row("提醒", f'等次=="{REMINDER}"', QUARTER, f"当季评定为“{REMINDER}”"),
        ),
    }
    return LibraryWorkbook("三本台账与双激励办法.xlsx", "三本台账与双激励绩效考核办法", NOTES, sheets)


def _head() -> tuple[Row, ...]:
    return (
        row("方案名称", "三本台账与双激励绩效考核办法"),
        row("年度", 2024),
        row("版本", "1"),
        row("依据", "《公务员考核规定》、本院绩效考核实施办法和党员考评细则（请补文号）"),
        row("小数位", 2),
        row("台账确认", "否"),
    )


def _condition(name: str) -> str:
    return " 或 ".join(f'人员类别=="{category}"' for category in _CONDITIONS[name])


def _indicators(name: str) -> Iterable[Row]:
    root = _LETTERS[name]
    yield row(name, root, "总分", "", 100, "", "", "", "", "", "", "", "", "各项分值加起来须是一百")
    for number, (branch, leaves) in enumerate(BRANCHES[name]):
        code = f"{root}{'ABCDE'[number]}"
        yield row(name, code, branch, root)
        for place, leaf in enumerate(leaves, 1):
            marks = Blank(f"{name}“{leaf.name}”的分值", str(leaf.reference))
            yield row(name, f"{code}{place}", leaf.name, code, marks, leaf.method, leaf.settings, leaf.item, QUARTER,
                      "", "", "", "", leaf.office)  # fmt: skip
    for kind, limit in ((QUARTER, REMINDER), (YEAR, "基本称职")):
        code, note = f"{root}H{kind}", f"受通报批评、诫勉、处分的，{kind}度等次不得高于“{limit}”"
        yield row(
            name,
            code,
            f"廉政红线（{kind}）",
            root,
            "",
            "一票否决",
            f"等次上限={limit}",
            "廉政问责",
            kind,
            "",
            "",
            "是",
            "",
            note,
        )


def _grades() -> tuple[Row, ...]:
    """Every quarter the two incentives, every year the civil servant's grades."""
    share = Blank(f"每季“{REWARD}”的名额不超过参加考核人数的百分之几", "20%")
    excellent = f'次数("{REWARD}")*2>=季度数 且 次数("{REMINDER}")==0'
    return (
        _grade(QUARTER, REWARD, "90", share),
        _grade(QUARTER, ORDINARY, "70"),
        _grade(QUARTER, REMINDER),
        _grade(YEAR, "优秀", "85", Percent(20), excellent),
        _grade(YEAR, "称职", "70"),
        _grade(YEAR, "基本称职", "60"),
        _grade(YEAR, "不称职"),
    )


def _grade(kind: str, grade: str, least: str = "", share: Cell = None, condition: str = "") -> Row:
    minimum: Cell = Blank(f"{kind}度“{grade}”的最低分", least) if least else 0
    return row(POOL, kind, grade, minimum, share, "舍去", condition)
