"""Five workbooks of a made-up county court, in the shape in which departments send them."""

from app.domain.scheme.check import build_scheme


def test_the_workbooks_of_a_small_court_are_read_whole(desk, faults):
    roster = [
        ["某县人民法院干警花名册"],
        ["填表单位：政治部", None, None, "填表日期：2025年4月2日"],
        ["工号", "姓名", "庭室", "条线", "人员类别", "职务", "任职起", "任职止"],
        ["Q01", "赵一", "刑庭", "刑事", "员额法官", "庭长", "2019-03-01", None],
        ["Q02", "钱二", "刑庭", "刑事", "员额法官", "审判员", "2025-02-15", None],
        ["注：任职止为空表示至今。"],
    ]
    scheme = {
        "方案": [["项目", "内容"], ["方案名称", "某县法院办法"], ["年度", 2025]],
        "指标组": [["指标组", "适用条件"], ["法官", '人员类别=="员额法官"']],
        "数据项": [
            ["编码", "名称", "类型", "汇总", "单位", "算式"],
            ["my", "满意度", "评分", None, "分", None],
            ["cb", "承办结案", "案件", None, "件", '件数(角色="承办人")'],
            ["dj", "党建", "台账", None, "次", '台账=="党建"'],
        ],
        "指标": [
            ["指标组", "编码", "名称", "分值", "计分方式", "参数", "数据项", "缺数据", "加减分"],
            ["法官", "F1", "办案", 60, "完成率", "目标=10", "承办结案", None, None],
            ["法官", "F2", "满意", 40, "直接计分", None, "满意度", "满分", None],
            ["法官", "F3", "党建", None, "事项计分", "封顶=5", "党建", "零分", "是"],
        ],
    }
    cases = [
        ["2025年第一季度结案清单"],
        ["案号", "案件字", "立案日期", "结案日期", "承办人", "合议庭成员", "超审限"],
        ["（2025）某01刑初1号", "刑初", "2024-11-02", "2025-01-10", "Q01", "Q02", "否"],
        ["（2025）某01刑初2号", "刑初", "2025-01-02", "2025-03-31", "Q02", None, "是"],
        ["合计", "2件"],
    ]
    entries = [
        ["2025年第一季度考核数据表"],
        ["部门：刑庭", None, "周期：2025Q1"],
        ["序号", "工号", "姓名", "满意度"],
        [1, "Q01", "赵　一", "９６"],
        [2, "Q02", "钱二", None],
        ["填表人：", None, "审核人：", None],
    ]
    ledger = [
        ["台账", "日期", "工号", "姓名", "事项", "级别", "分值", "成果标识"],
        ["党建", "2025-02-06", "Q02", "钱二", "征文一等奖", "市级", 1.5, "征文A"],
        ["党建", "2025-03-20", "Q02", "钱二", "征文一等奖（重复）", "市级", 1.5, "征文A"],
    ]
    (told,) = desk.file(desk.write_all(scheme, "方案.xlsx")).sheets
    checked, problems = build_scheme(told.scheme)
    assert problems == ()
    items = checked.items
    readings = [
        desk.read(roster, "花名册.xlsx", items=items),
        desk.read(cases, "案件-2025Q1.xlsx", items=items),
        desk.read(entries, "数据-2025Q1.xlsx", items=items),
        desk.read(ledger, "台账-2025Q1.xlsx", items=items, ledgers=("党建",)),
    ]
    assert [faults(reading) for reading in readings] == [[], [], [], []]
    assert [reading.kind for reading in readings] == ["花名册", "案件", "数据", "台账"]
    assert [reading.period.code if reading.period else None for reading in readings] == [
        None,
        "2025Q1",
        "2025Q1",
        "2025Q1",
    ]
    assert [len(reading.records) for reading in readings] == [2, 2, 2, 2]
    assert [reading.coverage for reading in readings] == [(), ("",), (), ("党建",)]
    assert [[skipped.row for skipped in reading.skipped] for reading in readings] == [[6], [5], [6], []]
