"""What results are used for: every rule with the document and article that says so. The program warns; people decide."""

from __future__ import annotations

from typing import NamedTuple

_OPINION = "最高人民法院《关于加强和完善法官考核工作的指导意见》（2021）"
_HANDLING = "最高人民法院《关于加强各级人民法院院庭长办理案件工作的意见（试行）》（2017）"
_EVALUATION = "《公务员考核规定》（2020）"
_SERVANTS = "《中华人民共和国公务员法》"
_LEAVING = "《人民法院法官员额退出办法（试行）》（2020）及本省实施办法"
_OF_RESULTS = "关于考核结果使用的规定"
_OF_JUDGES_RESULTS = "关于考核结果运用的规定"

HONOURS, PROMOTION, EXCHANGE = "评优评先", "晋升年限", "交流任职"
QUOTA, BONUS, DISMISSAL = "退额提示", "奖励性绩效奖金", "公务员管理"
USES = (HONOURS, PROMOTION, EXCHANGE, QUOTA, BONUS, DISMISSAL)
"""What results are used for, in the order of telling."""


class UseRule(NamedTuple):
    """One rule: what it is for, the document that it comes from, and what it says.

    ``article`` is 第…条 where the article is known for certain; else it says what the passage is about, never a number or
    a heading that nobody has looked up.
    """

    code: str
    use: str
    document: str
    article: str
    text: str

    @property
    def source(self) -> str:
        """Document and article as they are cited."""
        return self.document + self.article


_TOLD = (
    UseRule("honours", HONOURS, _EVALUATION, _OF_RESULTS, "年度考核优秀的，可以列为嘉奖和评优评先的人选"),
    UseRule("merit", HONOURS, _EVALUATION, _OF_RESULTS, "连续几年优秀的，可以列为记三等功的人选"),
    UseRule("priority", PROMOTION, _OPINION, _OF_JUDGES_RESULTS, "年度考核优秀的，晋升法官等级时同等条件下优先"),
    UseRule("judge-years", PROMOTION, _OPINION, _OF_JUDGES_RESULTS, "不称职、基本称职、不确定等次的年度不计入法官等级晋升的年限"),
    UseRule("rank-years", PROMOTION, _EVALUATION, _OF_RESULTS, "基本称职、不称职、不确定等次、不进行考核的年度不计入职务职级晋升的年限"),
    UseRule("exchange", EXCHANGE, "《党政领导干部交流工作规定》", "关于任职年限的规定", "在同一职位任职较久的，列入交流人选研究"),
    UseRule("unfit", QUOTA, _OPINION, _OF_JUDGES_RESULTS, "年度考核不称职的，应当退出员额"),
    UseRule("barely-twice", QUOTA, _OPINION, _OF_JUDGES_RESULTS, "连续两年基本称职的，应当退出员额"),
    UseRule("barely-once", QUOTA, _OPINION, _OF_JUDGES_RESULTS, "连续两年基本称职的应当退出员额；已有一年"),
    UseRule("floor", QUOTA, _HANDLING, "关于办案数量的规定", "院长、副院长、庭长办案数不得低于本院或本庭法官平均数的一定比例"),
    UseRule("absence", QUOTA, _LEAVING, "关于应当退出员额情形的规定", "因健康或个人原因，一年以上不能正常履职的，应当退出员额"),
    UseRule("no-bonus", BONUS, _OPINION, _OF_JUDGES_RESULTS, "基本称职、不称职、不确定等次的，不享受当年奖励性绩效考核奖金"),
    UseRule("bonus", BONUS, "《法官、审判辅助人员绩效考核及奖金分配指导意见（试行）》", "关于奖励性绩效考核奖金的规定", "按考核结果分配，原则上年终一次发放"),
    UseRule("lowered", DISMISSAL, _SERVANTS, "第五十条", "年度考核不称职的，按照规定程序降低一个职务或者职级层次任职"),
    UseRule("dismissal", DISMISSAL, _SERVANTS, "第八十八条第一项", "年度考核连续两年不称职的，予以辞退"),
    UseRule("admonition", DISMISSAL, _EVALUATION, _OF_RESULTS, "年度考核基本称职的，对其进行诫勉，责令作出检查"),
)  # fmt: skip
RULES: dict[str, UseRule] = {each.code: each for each in _TOLD}
"""Every rule by its code."""


class Use(NamedTuple):
    """One line: a person, a rule, what follows, and the results that it rests on. ``warning``: something bad threatens."""

    rule: UseRule
    staff_no: str
    name: str
    division: str
    told: str
    rests_on: tuple[str, ...]
    warning: bool = False


REMARK = "提示，不是决定"
"""What stands beside every line."""
