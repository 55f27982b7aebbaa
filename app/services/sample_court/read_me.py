"""读我.txt: what lies in the sample court's directory, and what to look at first."""

from __future__ import annotations

from pathlib import Path

from app.services.sample_court import folders

_FOLDERS = (
    (folders.SHEETS, "各部门一年里报来的原始表格，和会议的评定表（“评定”）；每家的格式都不一样"),
    (folders.TEMPLATES, "发给各部门填的模板，按部门各一本"),
    (folders.RECEIPTS, "催报单：三月有一家迟交，五月有一张表三处差错退回"),
    (folders.RECORDS, "月纪实分析：谁没有写（三月督察室整个没交），谁的数字离计划、上月、同组较远"),
    (folders.SCORES, "月、季、半年、年的得分表各一份，带复算公式；其余周期在程序里随时可以导出"),
    (folders.BULLETINS, "四个季度和全年的通报（PDF、表格），可修改的文档，隐去姓名的一份；结果通知签收表"),
    (folders.HALF_YEAR, "上半年汇报和分析"),
    (folders.YEAR_FORMS, "年度考核登记表、备案汇总表、考核结论代码表"),
    (folders.USES, "结果怎么用：评优、晋升年限、退额提示、奖金分配，每条写明依据"),
    (folders.PACKAGES, "上报包，省高院自己的报送表（空白的和填好的），省高院的汇总库和三家法院的上报情况"),
    (folders.VOLUMES, "一人一册的年度业绩档案，印有期次和封存号"),
)


def write_read_me(directory: Path, told: tuple[str, ...]) -> Path:
    """Write it; ``told`` are the sentences about this year's story, in order."""
    width = max(len(name) for name, _ in _FOLDERS)
    lines = [
        "示例法院（人、案件、数字、单位都是编造的）",
        "",
        f"先看：用衡绩打开“{folders.BOOK}”。从“总览”看起，再点一个人，问“为什么是这个分”。",
        "",
        "这一年里发生过什么：",
        *(f"  {number}. {text}" for number, text in enumerate(told, 1)),
        "",
        "文件夹：",
        *(f"  {name.ljust(width, '　')}　{what}" for name, what in _FOLDERS if (directory / name).is_dir()),
        "",
        "随便试：改坏了，把整个文件夹删掉，再做一份就是。",
    ]
    path = directory / folders.READ_ME
    path.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8-sig")
    return path
