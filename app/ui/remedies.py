"""What to do, as it is said in the window: without the commands, which are another way to the same end."""

from __future__ import annotations

import re

_RULES = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"（命令[：:加][^）]*）", ""),
        (r"加 --replace（窗口里勾“表是完整的”）", "在“导入”页勾上“表是完整的”"),
        (r"；命令里用 --by 写明确认人", "，先在“记录”页右上角的“办理人”里写他的姓名"),
        (r"，?或用 --period 指明", "，或在“导入”页选周期"),
        (r"用 --period 指明，例如 --period \S+?(?=。)", "在“导入”页选周期"),
        (r"去掉 --period", "不选周期"),
        (r"；也可以用 --kind 指明", ""),
        (r"，或用 --column '[^']*' 指明", "，或点“回答问题”选定"),
        (r"：?公示写 --from 日期；撤回写 --withdraw --reason 理由|(?<=撤回)：--withdraw --reason 理由", ""),
        (r"（--after [^）]*）", ""),
        (r"(?<!例如)[：:]hengji [^。；]*", ""),
        (r"（hengji check）|用 hengji check ", ""),
        (r"，例如：hengji [^。]*", ""),
        (r"用 decide 命令导入决定", "在“评定”页导入决定"),
        (r"用 notices 命令收回", "在“评定”页的“办理”菜单里收回"),
    )
)


def in_window(remedy: str) -> str:
    """The same, for somebody who sits before the window."""
    for pattern, words in _RULES:
        remedy = pattern.sub(words, remedy)
    return f"{remedy}。" if remedy and remedy[-1] not in "。！？" else remedy
