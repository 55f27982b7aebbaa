"""Sentences about decisions, stages of a period, publication, objections and seals."""

_REOPEN = "确需更正的，先重新打开：hengji reopen 考核库 {written} --reason 理由。"

SENTENCES: dict[str, tuple[str, str]] = {
    "input-refused": ("有 {count} 处不对，没有写入。", "请看清单。"),
    # What is sealed
    "period-sealed": ("{period}第{issue}期已经办结封存，{told}不能再改动。", _REOPEN),
    # Closing and opening again
    "issue-unknown": ("{period}没有第{issue}期，最新的是第{newest}期。", "请核对期次：hengji status 考核库 周期"),
    "not-closable": ("{period}还不能办结，缺 {count} 项，见清单。", "请逐项办好后再办结。"),
    "already-sealed": ("{period}已经办结，封存的是第{issue}期。", "不需要再做什么。"),
    "not-sealed": ("{period}没有封存，不需要重新打开。", "可以直接改动。"),
    "outer-sealed": (
        "{outer}已经封存，它用了{period}的结果。",
        "请先重新打开{outer}：hengji reopen 考核库 {written} --reason 理由。",
    ),
    "not-reopened": ("{period}不能先打开，有 {count} 个包含它的周期还封存着。", "请从最长的周期开始打开。"),
    "reason-needed": ("重新打开、撤回都要写理由。", "请写明理由。"),
    "missing-computed": ("{period}还没有计算。", "请先计算：hengji compute 考核库 {written}"),
    "missing-fresh": ("{period}计算之后又有了新的数据或方案。", "请重新计算：hengji compute 考核库 {written}"),
    "missing-inner": ("{inner}还没有办结。", "请先办结：hengji close 考核库 {written}"),
    "missing-decisions": (
        "还有 {count} 人没有评定等次：{people}。",
        "请把会议的决定导入：hengji decide 考核库 {written} 文件",
    ),
    "missing-reasons": (
        "重新计算以后建议等次变了，{count} 人的评定与建议不同而没有写理由：{people}。",
        "请会议重新确定，并写明理由后再导入决定。",
    ),
    "missing-approval": (
        "等次池“{pool}”的“{grade}”名额{limit}个，没有批准文号的评定了{count}人。",
        "请减少人数，或在决定表写上批准文号。",
    ),
    "missing-publication": (
        "方案要求公示 {days} 个工作日，还没有公示。",
        "请公示：hengji publish 考核库 {written} --from 日期",
    ),
    "missing-publication-withdrawn": (
        "公示已经撤回：{reason}。",
        "请重新公示：hengji publish 考核库 {written} --from 日期",
    ),
    "missing-publication-short": (
        "公示自 {start} 至 {until} 只有 {told} 个工作日，方案要求 {days} 个。",
        "请撤回后重新公示，或延长到 {needed}。",
    ),
    "missing-publication-running": ("公示到 {until} 才结束。", "请在公示结束以后办结。"),
    "missing-publication-changed": ("公示以后结果或评定又有改动，公示的不是现在的内容。", "请撤回后重新公示。"),
    "missing-notices": (
        "还有 {count} 人没有签收结果通知：{people}。",
        "请登记签收日期：hengji notices 考核库 {written} --sign 工号=日期",
    ),
    "missing-answers": (
        "还有 {count} 件异议、复核、申诉没有答复：{numbers}。",
        "请先答复：hengji objection 考核库 answer 编号",
    ),
    # Publication, notices
    "publish-how": ("要写明是公示还是撤回。", "公示写 --from 日期；撤回写 --withdraw --reason 理由。"),
    "notices-not-imported": (
        "这是结果通知的签收表，不能当作数据导入。",
        "请用 notices 命令收回：hengji notices 考核库 周期 --sheet 文件",
    ),
    "publication-not-asked": (
        "{period}所用的方案没有规定公示天数，或者“公示周期”里没有“{kind}”。",
        "不需要公示，可以直接办结。",
    ),
    "events-waiting": (
        "{period}有 {count} 条台账事项还没有第二人确认，没有计分。",
        "请确认或退回：hengji ledger 考核库 list --waiting --period {written}",
    ),
    "holidays-unknown": (
        "公示的日子在 {years} 年，该年放假安排未录入，只按周末算工作日。",
        "请在方案的“方案”表加“节假日”“调休上班日”两行，写上国务院办公厅公布的安排。",
    ),
    "publication-not-ready": ("{period}还不能公示，缺 {count} 项，见清单。", "请逐项办好后再公示。"),
    "publication-there": ("{period}正在公示（{start} 至 {until}）。", "要改动的，先撤回：--withdraw --reason 理由。"),
    "publication-none": ("{period}没有可以撤回的公示。", "请核对周期。"),
    "publication-ends-before-start": ("公示截止 {until} 早于开始 {start}。", "请核对这两个日期。"),
    "publication-before-meeting": (
        "公示从 {start} 开始，早于评定会议的日期 {day}。",
        "请核对公示的日期或决定表里的会议日期。",
    ),
    "notice-day-ahead": ("签收日期 {value} 还没有到（今天是 {today}）。", "请改成签收的那一天。"),
    "notice-unknown-person": ("{period}的得分里没有工号“{staff_no}”。", "请核对工号。"),
    "notice-before-decision": ("工号 {staff_no} 还没有评定等次，不能签收结果通知。", "请先把会议的决定导入。"),
    # Decisions
    "decision-not-computed": (
        "{period}还没有计算，没有建议等次可以对照。",
        "请先计算：hengji compute 考核库 {written}",
    ),
    "decision-stale": (
        "{period}计算之后又有了新的数据或方案，建议等次不是最新的。",
        "请重新计算：hengji compute 考核库 {written}",
    ),
    "decision-no-sheet": ("“{file}”里没有决定表。", "决定表要有工号和评定等次两栏。"),
    "decision-other-sheet": ("这是{kind}，不是决定。", "决定要单独成表；其他的表请用 import 导入。"),
    "decision-other-period": ("表上写的是{told}，指明的却是{wanted}。", "请核对周期。"),
    "decision-twice-in-file": ("工号 {staff_no} 的决定在 {first} 已经有了，两处不一样。", "请只留一处。"),
    "decision-no-result": ("工号 {staff_no} 在{period}没有考核结果。", "请核对工号和周期。"),
    "decision-grade-unknown": ("“{value}”不是等次池“{pool}”在{kind}的等次：{grades}。", "请改成其中一个。"),
    "decision-day-ahead": ("会议日期 {value} 还没有到（今天是 {today}）。", "请改成开会的那一天。"),
    "decision-without-reason": (
        "评定“{grade}”与建议“{proposed}”不同，没有写理由。",
        "请在“理由”一栏写明会议为什么这样定。",
    ),
    "decision-over-veto": (
        "触发一票否决（{veto}），等次不得高于“{limit}”，评定“{value}”不能收。",
        "请改为“{limit}”或更低的等次；事实有误的，改正数据后重新计算。",
    ),
    "decision-over-condition": (
        "{reason}，方案规定前提须符合，评定“{value}”不能收。",
        "请改评别的等次；事实有误的，改正数据后重新计算。",
    ),
    "decision-over-quota": (
        "等次池“{pool}”（{size}人）的“{value}”名额{limit}个，连同已定的共{count}人没有批准文号。",
        "请减少人数；经批准超出的，在“批准文号”一栏写明文号。",
    ),
    "decision-over-approved": (
        "等次池“{pool}”（{size}人）的“{value}”经批准也不得超过{share}（{limit}人），这里是{count}人。",
        "请减少人数，或改正方案里的“批准后比例上限”。",
    ),
    "decision-code-unknown": ("代码“{value}”不适用于“{grade}”：{codes}。", "请改成其中一个，或者空着。"),
    "decision-too-few-present": ("到会 {count} 人，少于方案规定的 {least} 人。", "请核对到会人员。"),
    # Objections
    "objection-text-needed": ("没有写异议的内容。", "请写明对什么有异议、为什么。"),
    "objection-indicator-unknown": ("工号 {staff_no} 在{period}没有指标“{value}”。", "可以用：{codes}。"),
    "objection-missing": ("没有第 {number} 号异议、复核或申诉。", "请核对编号：hengji objection 考核库 list"),
    "objection-answered": ("第 {number} 号已经于 {day} 答复。", "不服的，可以另提复核或申诉（--after {number}）。"),
    "objection-before-known": ("提出日期 {lodged} 早于知道结果的日期 {known}。", "请核对这两个日期。"),
    "objection-day-ahead": ("{what} {day} 还没有到（今天是 {today}）。", "请核对日期。"),
    "objection-day-order": ("{later}不能早于{earlier}（{day}）。", "请核对日期。"),
    "objection-not-statutory": (
        "工号 {staff_no} 评定为“{grade}”，不在可依法申诉的范围内（{grades}）。",
        "可以按本院的办法提异议或复核。",
    ),
    "objection-document-needed": ("答复要写文号。", "请写明答复或裁定的文号。"),
    "objection-reviewer-needed": ("答复要写明是谁复核的。", "请写复核人，几个人用顿号分开。"),
    "objection-reviewer-barred": ("{names}参加过原来的决定，或者就是本人，不能决定这次复核。", "请换人复核。"),
    "objection-nothing-changed": (
        "认定成立的，要先改正数据、作出裁定或由会议重新评定；{period}从提出以来没有任何改动。",
        "请先改正并重新计算；已经封存的，先重新打开：hengji reopen 考核库 {written} --reason 理由。",
    ),
    "objection-not-recomputed": ("改正以后{period}还没有重新计算。", "请重新计算：hengji compute 考核库 {written}"),
    "objection-late": ("提出时已经超过 {until}。", "是否受理由受理机关决定。"),
}
