"""What kinds of cases each division closes: tables to draw from."""

from __future__ import annotations

from typing import NamedTuple


class CaseKind(NamedTuple):
    """Cases of one 案件字 and 程序: how often, which causes, within how many days, before one judge or a panel."""

    word: str
    procedure: str
    share: int
    causes: tuple[str, ...]
    days: tuple[int, int]
    alone: bool = False


_CIVIL = (
    "离婚纠纷",
    "民间借贷纠纷",
    "机动车交通事故责任纠纷",
    "劳动争议",
    "医疗损害责任纠纷",
    "物业服务合同纠纷",
    "继承纠纷",
    "相邻关系纠纷",
)
_TRADE = ("买卖合同纠纷", "金融借款合同纠纷", "建设工程施工合同纠纷", "股权转让纠纷", "租赁合同纠纷", "保证合同纠纷")
_KNOWLEDGE = ("侵害商标权纠纷", "侵害作品信息网络传播权纠纷", "特许经营合同纠纷", "不正当竞争纠纷")
_CRIMES = ("故意伤害罪", "故意杀人罪", "贩卖毒品罪", "抢劫罪", "交通肇事罪", "寻衅滋事罪")
_OFFICE_CRIMES = ("受贿罪", "贪污罪", "诈骗罪", "合同诈骗罪", "非法吸收公众存款罪", "职务侵占罪")
_PUBLIC = ("行政处罚", "政府信息公开", "房屋征收补偿决定", "工伤认定", "不动产登记", "行政复议")
_ENFORCED = ("借款合同", "买卖合同", "劳动报酬", "机动车交通事故赔偿", "建设工程施工合同")

CASE_KINDS: dict[str, tuple[CaseKind, ...]] = {
    "立案庭": (CaseKind("民辖终", "二审", 60, ("管辖权异议",), (8, 28)), CaseKind("民申", "申请再审", 40, _CIVIL, (30, 88))),
    "刑一庭": (
        CaseKind("刑终", "二审", 60, _CRIMES, (25, 58)), CaseKind("刑初", "一审", 20, _CRIMES, (40, 85)),
        CaseKind("刑更", "减刑假释", 20, ("减刑", "假释"), (12, 30)),
    ),
    "刑二庭": (CaseKind("刑终", "二审", 80, _OFFICE_CRIMES, (25, 58)), CaseKind("刑初", "一审", 20, _OFFICE_CRIMES, (50, 88))),
    "民一庭": (
        CaseKind("民终", "二审", 75, _CIVIL, (30, 85)), CaseKind("民终", "简易", 15, _CIVIL[:4], (15, 45), alone=True),
        CaseKind("民初", "一审", 10, _CIVIL, (60, 120)),
    ),
    "民二庭": (
        CaseKind("民终", "二审", 70, _TRADE, (30, 85)), CaseKind("民终", "简易", 15, _TRADE[:2], (15, 45), alone=True),
        CaseKind("民初", "一审", 15, _TRADE, (60, 120)),
    ),
    "民三庭": (CaseKind("民初", "一审", 70, _KNOWLEDGE, (40, 110)), CaseKind("民终", "二审", 30, _KNOWLEDGE, (30, 85))),
    "行政庭": (CaseKind("行终", "二审", 70, _PUBLIC, (30, 80)), CaseKind("行初", "一审", 30, _PUBLIC, (50, 110))),
    "审监庭": (
        CaseKind("民再", "再审", 50, (*_CIVIL, *_TRADE), (40, 85)), CaseKind("刑再", "再审", 20, _CRIMES, (40, 85)),
        CaseKind("民申", "申请再审", 30, _TRADE, (30, 88)),
    ),
    "执行局": (
        CaseKind("执", "执行实施", 50, _ENFORCED, (30, 150), alone=True), CaseKind("执恢", "恢复执行", 20, _ENFORCED, (20, 90), alone=True),
        CaseKind("执复", "执行复议", 20, _ENFORCED, (15, 55)), CaseKind("执保", "财产保全", 10, ("财产保全",), (3, 15), alone=True),
    ),
    "审管办": (CaseKind("民申", "申请再审", 60, _CIVIL, (30, 88)), CaseKind("民终", "二审", 40, _CIVIL, (30, 85))),
}  # fmt: skip

OUTCOMES: dict[str, tuple[str, ...]] = {
    "刑": ("判决", "判决", "裁定", "裁定", "撤诉"),
    "民": ("判决", "判决", "判决", "裁定", "调解", "调解", "撤诉"),
    "行": ("判决", "判决", "裁定", "裁定", "撤诉", "调解"),
    "执": ("执行完毕", "终结本次执行程序", "执行完毕", "和解", "裁定"),
}
"""结案方式 by the first sign of the 案件字."""
REVERSAL_REASONS = ("事实认定不清", "适用法律错误", "认识分歧", "新证据", "程序违法")
OWN_FACTOR_REASONS = ("卷宗超过三十册，经审判委员会讨论", "当事人三十人以上，经院长批准", "系列案件首案，经审管办核定")
UNKNOWN_WORDS = {"民": "民他", "执": "司惩"}
"""案件字 that no row of 案件系数 fits, or that somebody mistyped."""
