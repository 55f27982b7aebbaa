"""Sentences of the codes that services raises about monthly records, ledgers, evidence and ratings."""

SENTENCES: dict[str, tuple[str, str]] = {
    "not-in-post-that-year": ("工号“{staff_no}”在 {year} 年没有任职，没有登记表可做。", "请核对工号和年份。"),
    "bonus-below-zero": ("奖金总额 {pool} 小于零。", "请给零或以上的金额。"),
    # 历年等次
    "past-grades-empty": ("有 {count} 行没有写等次，没有导入。", "需要的请补上等次再导入。"),
    "past-grade-twice": ("同一人的 {value} 年度在表里写了两次，前一次在第 {first} 行。", "请只留一次。"),
    "past-grade-year": ("“{value}”不是年度。", "年度写作 2023。"),
    "past-grade-word": ("“{value}”不是年度考核的等次。", "可以写：{words}。"),
    "past-grade-code": ("代码“{value}”与等次“{grade}”不是一回事。", "请核对；代码表：{codes}。"),
    "event-incomplete": ("台账和事项都要写明。", "请写明是哪本台账、什么事项。"),
    "event-unknown": ("没有编号为“{value}”的台账事项。", "请用 hengji ledger 考核库 list 核对编号。"),
    "event-own": (
        "“{subject}”（{name}）是{by}录入的，录入的人不能自己确认。",
        "请由另一个人确认；命令里用 --by 写明确认人。",
    ),
    "event-in-effect": ("“{subject}”（{name}）已经生效，不需要确认。", "请从名单里去掉这一条。"),
    "event-refused-already": (
        "“{subject}”（{name}）已经退回。",
        "请改正后重新录入或导入；改正后的这一条会重新等待确认。",
    ),
    "events-not-named": (
        "没有写确认哪几条台账事项。",
        "请写编号（hengji ledger 考核库 list --waiting 列出），或者写 --all。",
    ),
    "events-not-settled": ("有 {count} 条台账事项不能这样办理，全部没有改动。", "请按清单逐条处理后再办。"),
    "refusal-without-reason": ("没有写理由。", "请写明理由，它会一直留在考核库里。"),
    "evidence-unknown": ("没有校验值以“{digest}”开头的材料。", "请用 hengji ledger 考核库 files 核对。"),
    "evidence-several": ("校验值以“{digest}”开头的材料不止一份：{names}。", "请把校验值写长一些。"),
    "evidence-too-large": (
        "“{file}”有 {size} 兆字节，一份材料最多 {most} 兆字节。",
        "请压缩、降低扫描清晰度，或者分成几个文件。",
    ),
    "evidence-damaged": (
        "材料“{name}”的内容与存入时不符，没有写出。",
        "请运行 hengji check 检查考核库，用备份恢复或者重新附上这份材料。",
    ),
    "rater-in-file-name": (
        "文件名或工作表名里有“{value}”，而这张测评表里没有评他，可能看出是谁投的票。",
        "测评不保存测评人是谁。请把文件名、工作表名里的人名去掉，再导入。",
    ),
    "ticket-names-person": (
        "票号“{value}”是花名册里的姓名或工号，会看出是谁投的票。",
        "票号只写顺序号；不需要时删去这一列。",
    ),
    "month-expected": ("月纪实按月办理，“{period}”不是一个月。", "请写成 2024-03 这样的月份。"),
    "month-without-people": ("{period}没有人在“{division}”任职。", "请核对部门名称和月份。"),
    "monthly-record-empty": ("这个月的纪实什么也没有写。", "请至少写工作完成情况、自评、负责人评语或评分中的一项。"),
    "mark-beyond": ("负责人评分 {mark} 超出范围：0 至 {best}。", "请核对分数；满分在方案的“月度评分满分”里规定。"),
    "ballot-incomplete": ("第 {row} 票没有写清：要有被测评人、测评人类别，以及评分或评价。", "请补齐这一票。"),
    "report-kind-unknown": ("不能写成“{suffix}”文件。", "请把文件名写成 .xlsx 或 .pdf 结尾。"),
}
