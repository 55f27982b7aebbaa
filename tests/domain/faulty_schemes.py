"""One faulty workbook for each fault that the check of a scheme can tell: code, cell (empty: none), and the sheets."""

from __future__ import annotations

from tests.domain.made_up import HEAD

ITEMS = "编码|名称|类型|汇总|算式\nx|甲数|数值||\nw|平时|等次||\nl|宣传|台账||台账==“宣传”"
HEADER = "指标组|编码|名称|上级|分值|计分方式|参数|数据项|周期|缺数据|不适用|加减分"
GOOD = f"{HEADER}\n法官|A|甲||100|直接计分||x||||"
SOUND = {"数据项": ITEMS, "指标": GOOD}


def _indicators(*lines: str) -> dict[str, str]:
    return {"指标": "\n".join((HEADER, *lines))}


def _leaf(method: str, parameters: str, item: str = "x") -> dict[str, str]:
    return _indicators(f"法官|A|甲||100|{method}|{parameters}|{item}||||")


def _items(*lines: str) -> dict[str, str]:
    return {"数据项": "\n".join((ITEMS, *lines))}


def _grades(*lines: str) -> dict[str, str]:
    return {"等次": "\n".join(("等次池|周期|等次|最低分|比例上限|取整|前提", *lines))}


FAULTS: list[tuple[str, str, dict[str, str]]] = [
    # 方案
    ("scheme-setting-missing", "", {"方案": "项目|内容\n年度|2024"}),
    ("scheme-setting-missing", "B2", {"方案": "项目|内容\n方案名称|\n年度|2024"}),
    ("scheme-setting-missing", "", {"方案": "项目|内容\n方案名称|办法"}),
    ("scheme-not-a-year", "B3", {"方案": "项目|内容\n方案名称|办法\n年度|今年"}),
    ("scheme-unknown-setting", "A4", {"方案": f"{HEAD['方案']}\n颜色|蓝"}),
    ("scheme-twice", "A4", {"方案": f"{HEAD['方案']}\n年度|2025"}),
    ("scheme-not-whole", "B4", {"方案": f"{HEAD['方案']}\n小数位|1.5"}),
    ("scheme-too-many-places", "B4", {"方案": f"{HEAD['方案']}\n小数位|9"}),
    ("scheme-not-a-number", "B4", {"方案": f"{HEAD['方案']}\n案件基础分|一分"}),
    ("scheme-unknown-word", "B4", {"方案": f"{HEAD['方案']}\n台账确认|也许"}),
    ("scheme-unknown-word", "B4", {"方案": f"{HEAD['方案']}\n任职变动|按月拆分"}),
    ("scheme-setting-unreadable", "B4", {"方案": f"{HEAD['方案']}\n报送期限|尽快"}),
    ("scheme-setting-unreadable", "B4", {"方案": f"{HEAD['方案']}\n批准后比例上限|优秀多些"}),
    ("scheme-to-fill", "B4", {"方案": f"{HEAD['方案']}\n案件基础分|待本院填写"}),
    # 指标组
    ("scheme-sheet-missing", "", {"指标组": "指标组|适用条件"}),
    ("scheme-cell-empty", "B2", {"指标组": "指标组|适用条件\n法官|"}),
    ("scheme-twice", "A3", {"指标组": '指标组|适用条件\n法官|职务==""\n法 官|职务==""'}),
    ("scheme-unknown-word", "C2", {"指标组": '指标组|适用条件|排名范围\n法官|职务==""|全国'}),
    ("formula-unknown-name", "B2", {"指标组": '指标组|适用条件\n法官|年龄>30'}),
    ("formula-wrong-type", "B2", {"指标组": "指标组|适用条件\n法官|1+1"}),
    ("formula-unknown-set", "B2", {"指标组": '指标组|适用条件\n法官|指标组!="没有"'}),
    ("scheme-set-empty", "A3", {"指标组": '指标组|适用条件\n法官|职务==""\n助理|职务!=""'}),
    # 数据项
    ("scheme-cell-empty", "A5", _items("|乙数|数值")),
    ("scheme-cell-empty", "B5", _items("y||数值")),
    ("scheme-cell-empty", "C5", _items("y|乙数|")),
    ("scheme-unknown-word", "C5", _items("y|乙数|整数")),
    ("scheme-unknown-word", "D5", _items("y|乙数|数值|总和")),
    ("scheme-twice", "A5", _items("X|乙数|数值")),
    ("scheme-twice", "B5", _items("y|甲 数|数值")),
    ("scheme-twice", "B5", _items("y|W|数值")),
    ("scheme-name-reserved", "B5", _items("y|分值|数值")),
    ("scheme-name-reserved", "A5", _items("部门|乙数|数值")),
    ("scheme-formula-unused", "E5", _items("y|乙数|数值||x+1")),
    ("scheme-cell-empty", "E5", _items("y|乙数|公式")),
    ("scheme-cell-empty", "E5", _items("y|乙数|案件")),
    ("formula-unknown-name", "E5", _items("y|乙数|台账||部门==“民一庭”")),
    ("formula-wrong-type", "E5", _items("y|乙数|公式||x>1")),
    ("formula-range-missing", "E5", _items("y|乙数|公式||均值(x)")),
    ("formula-range-alone", "E5", _items("y|乙数|公式||x+部门")),
    ("formula-unknown-set", "E5", _items("y|乙数|公式||均值(x,全院,“没有”)")),
    ("scheme-unknown-indicator", "E5", _items("y|乙数|公式||得分(“Z9”)")),
    # 案件系数
    ("scheme-cell-empty", "A2", {"案件系数": "字段|取值|系数|次序\n|民初|1|1"}),
    ("scheme-cell-empty", "B2", {"案件系数": "字段|取值|系数|次序\n案件字||1|1"}),
    ("scheme-cell-empty", "C2", {"案件系数": "字段|取值|系数|次序\n案件字|民初||1"}),
    ("scheme-not-a-number", "C2", {"案件系数": "字段|取值|系数|次序\n案件字|民初|一|1"}),
    ("scheme-negative", "C2", {"案件系数": "字段|取值|系数|次序\n案件字|民初|-1|1"}),
    ("scheme-joined-mismatch", "B2", {"案件系数": "字段|取值|系数|次序\n部门+案件字|民一庭|1|1"}),
    ("scheme-twice", "B3", {"案件系数": "字段|取值|系数\n角色|承办人|0.6\n角 色|承办人|0.5"}),
    ("scheme-unknown-word", "B2", {"案件系数": "字段|取值|系数\n角色|主办人|0.6"}),
    # 指标
    ("scheme-sheet-missing", "", {"指标": HEADER}),
    ("scheme-cell-empty", "A3", {"指标": f"{GOOD}\n|B|乙||1|直接计分||x||||是"}),
    ("scheme-cell-empty", "B2", _indicators("法官||甲||100|直接计分||x||||")),
    ("scheme-cell-empty", "C2", _indicators("法官|A|||100|直接计分||x||||")),
    ("scheme-unknown-set", "A3", {"指标": f"{GOOD}\n没有|B|乙||1|直接计分||x||||是"}),
    ("scheme-twice", "B3", {"指标": f"{GOOD}\n法官|a|乙||1|直接计分||x||||是"}),
    ("scheme-unknown-parent", "D2", _indicators("法官|A|甲|W|100|直接计分||x||||")),
    ("scheme-parent-is-leaf", "D3", {"指标": f"{GOOD}\n法官|B|乙|A|1|直接计分||x||||是"}),
    ("scheme-parent-circle", "D3", {"指标": f"{GOOD}\n法官|W1|一|W2\n法官|W2|二|W1"}),
    ("scheme-branch-empty", "F3", {"指标": f"{GOOD}\n法官|W|维度"}),
    ("scheme-not-a-number", "E2", _indicators("法官|A|甲||百分|直接计分||x||||")),
    ("scheme-negative", "E3", {"指标": f"{GOOD}\n法官|B|乙||-1|直接计分||x||||是"}),
    ("scheme-marks-needed", "E2", _indicators("法官|A|甲|||直接计分||x||||")),
    ("scheme-marks-needed", "E3", {"指标": f"{GOOD}\n法官|B|乙|||按件扣分|每件=1|x||||是"}),
    ("scheme-marks-needed", "E3", {"指标": f"{GOOD}\n法官|B|乙|||公式|式=分值*2|x||||是"}),
    ("scheme-full-needs-marks", "E3", {"指标": f"{GOOD}\n法官|B|乙|||直接计分||x||满分||是"}),
    ("scheme-unknown-word", "F2", _leaf("随意计分", "")),
    ("scheme-item-needed", "H2", _leaf("完成率", "目标=1", "")),
    ("scheme-item-needed", "H2", _leaf("公式", "式=值*2", "")),
    ("scheme-unknown-item", "H2", _leaf("完成率", "目标=1", "没有")),
    ("scheme-item-kind", "H2", _leaf("完成率", "目标=1", "w")),
    ("scheme-item-kind", "H2", _leaf("事项计分", "", "x")),
    ("scheme-item-kind", "H2", _leaf("等次换算", "好:1", "x")),
    ("scheme-item-kind", "H2", _leaf("测评计分", "干警=100%", "x")),
    ("scheme-unknown-word", "I2", _indicators("法官|A|甲||100|直接计分||x|旬|||")),
    ("scheme-unknown-word", "J2", _indicators("法官|A|甲||100|直接计分||x||再说||")),
    ("scheme-unknown-word", "K2", _indicators("法官|A|甲||100|直接计分||x|||待补|")),
    ("scheme-unknown-word", "L2", _indicators("法官|A|甲||100|直接计分||x||||对")),
    ("scheme-sum", "A2", _indicators("法官|A|甲||90|直接计分||x||||")),
    ("scheme-sum", "A2", _indicators("法官|T|总分||120", "法官|A|甲||100|直接计分||x||||")),
    (
        "scheme-sum", "A2",
        _indicators("法官|A|甲||60|直接计分||x|季|||", "法官|B|乙||40|直接计分||x|季、年|||"),
    ),
    ("scheme-branch-sum", "E2", _indicators("法官|W|维度||90", "法官|A|甲|W|100|直接计分||x||||")),
    # 参数
    ("formula-empty", "G2", _leaf("完成率", "目标=")),
    ("formula-too-long", "G2", _leaf("完成率", "目标=" + "1" * 2001)),
    ("formula-too-deep", "G2", _leaf("完成率", "目标=" + "(" * 50)),
    ("formula-unexpected", "G2", _leaf("完成率", "目标=1 2")),
    ("formula-ends-early", "G2", _leaf("完成率", "目标=1+")),
    ("formula-bracket-open", "G2", _leaf("完成率", "目标=最小(1,2")),
    ("formula-quote-open", "G2", _leaf("公式", "式=若(x=“1,1,2)")),
    ("formula-comparison-chained", "G2", _leaf("公式", "式=若(1<x<3,1,2)")),
    ("formula-unknown-name", "G2", _leaf("完成率", "目标=没有")),
    ("formula-needs-arguments", "G2", _leaf("完成率", "目标=均值")),
    ("formula-argument-count", "G2", _leaf("完成率", "目标=绝对值(1,2)")),
    ("formula-wrong-type", "G2", _leaf("完成率", "目标=“三”")),
    ("formula-range-missing", "G2", _leaf("完成率", "目标=均值(x,1)")),
    ("formula-range-alone", "G2", _leaf("完成率", "目标=同组")),
    ("formula-unknown-set", "G2", _leaf("完成率", "目标=均值(x,全院,“没有”)")),
    ("scheme-unknown-indicator", "G2", _leaf("公式", "式=得分(“Z9”)")),
    ("scheme-unknown-indicator", "G2", _leaf("引用得分", "对象=同部门; 取=Z9", "")),
    ("parameter-missing", "G2", _leaf("完成率", "")),
    ("parameter-unknown", "G2", _leaf("完成率", "目标=1; 颜色=2")),
    ("parameter-twice", "G2", _leaf("完成率", "目标=1; 目标=2")),
    ("parameter-unreadable", "G2", _leaf("完成率", "目标=1; 随便")),
    ("parameter-step-unreadable", "G2", _leaf("标准扣分", "标准=1; 每差=5")),
    ("parameter-step-not-positive", "G2", _leaf("标准扣分", "标准=1; 每差=0:5")),
    ("parameter-word", "G2", _leaf("标准扣分", "标准=1; 方向=左")),
    ("parameter-not-whole", "G2", {**_items("r|测评票|测评"), **_leaf("测评计分", "干警=100%; 去高=半个", "r")}),
    ("parameter-not-whole", "G2", {**_items("r|测评票|测评"), **_leaf("测评计分", "干警=100%; 去高=" + "9" * 5000, "r")}),
    ("parameter-unreadable", "G2", _leaf("名次计分", "9" * 500 + ":60")),
    ("rating-weights", "G2", {**_items("r|测评票|测评"), **_leaf("测评计分", "干警=90%", "r")}),
    ("parameter-unknown-set", "G2", _leaf("引用得分", "对象=协助的法官; 指标组=没有", "")),
    ("scheme-unknown-grade", "G3", {
        "指标": f"{GOOD}\n法官|V|否决|||一票否决|等次上限=中等|x", **_grades("法官|季|好|90", "法官|季|一般|"),
    }),
    ("scheme-grade-of-other-kind", "G3", {
        "指标": f"{GOOD}\n法官|V|否决|||一票否决|等次上限=一般|x", **_grades("法官|季|一般|", "法官|年|称职|"),
    }),
    ("scheme-circle", "B2", _leaf("公式", "式=得分(“A”)")),
    ("scheme-chain-too-long", "E44", _items(*(f"p{k}|第{k}数|公式||p{k + 1}" for k in range(99)), "p99|末数|数值")),
    # 周期
    ("scheme-cell-empty", "A2", {"周期": "周期|组成|权重\n|季|100%"}),
    ("scheme-cell-empty", "B2", {"周期": "周期|组成|权重\n年||100%"}),
    ("scheme-cell-empty", "C2", {"周期": "周期|组成|权重\n年|季|"}),
    ("scheme-unknown-word", "A2", {"周期": "周期|组成|权重\n旬|季|100%"}),
    ("scheme-unknown-word", "B2", {"周期": "周期|组成|权重\n年|旬|100%"}),
    ("scheme-component-not-shorter", "B2", {"周期": "周期|组成|权重\n季|年|100%"}),
    ("scheme-weights-sum", "C2", {"周期": "周期|组成|权重\n年|季|60%\n年|本期|30%"}),
    ("scheme-twice", "B3", {"周期": "周期|组成|权重\n年|季|50%\n年度|季 度|50%"}),
    ("scheme-not-a-share", "C2", {"周期": "周期|组成|权重\n年|季|60"}),
    # 等次
    ("scheme-cell-empty", "A2", _grades("|季|好")),
    ("scheme-cell-empty", "B2", _grades("法官||好")),
    ("scheme-cell-empty", "C2", _grades("法官|季|")),
    ("scheme-pool-unused", "A2", _grades("司机|季|好")),
    ("scheme-unknown-word", "B2", _grades("法官|旬|好")),
    ("scheme-not-a-number", "D2", _grades("法官|季|好|九十")),
    ("scheme-not-a-number", "D2", _grades("法官|季|好|1e999999")),
    ("scheme-not-a-number", "D2", _grades("法官|季|好|90%")),
    ("scheme-not-a-share", "E2", _grades("法官|季|好|90|120%")),
    ("scheme-unknown-word", "F2", _grades("法官|季|好|90|20%|随便")),
    ("formula-unknown-name", "G2", _grades("法官|季|好|90|||没有>1")),
    ("formula-range-missing", "G2", _grades("法官|季|好|90|||均值(x)>1")),
    ("scheme-unknown-indicator", "G2", _grades("法官|季|好|90|||得分(“Z9”)>1")),
    ("scheme-twice", "C3", _grades("法官|季|好|90", "法官|季|好|80")),
    ("scheme-grades-order", "D3", _grades("法官|季|好|80", "法官|季|较好|90")),
    # 参加考核
    ("scheme-cell-empty", "A2", {"参加考核": "状态|代码|条件\n|X|在岗月数<1"}),
    ("scheme-cell-empty", "C2", {"参加考核": "状态|代码|条件\n不进行考核|X|"}),
    ("scheme-unknown-word", "A2", {"参加考核": "状态|代码|条件\n休息|X|在岗月数<1"}),
    ("formula-unknown-name", "C2", {"参加考核": "状态|代码|条件\n不进行考核|X|x<1"}),
]  # fmt: skip
WARNINGS = {"scheme-unknown-setting", "scheme-formula-unused", "scheme-pool-unused", "scheme-grade-of-other-kind"}
