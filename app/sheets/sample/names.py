"""Made-up names: tables to draw from, names that are easy to get wrong, and who has them."""

from __future__ import annotations

from app.sheets.sample.court import ASSISTANT, BAILIFF, CLERK, EXECUTOR, HIRED, JUDGE, OFFICER, WORKER

_SURNAMES = (
    "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 潘 袁 蔡 蒋 余 于 杜 叶 程 "
    "魏 苏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石 廖 贾 夏 韦 付 方 白 邹 孟 熊 秦 邱 江 尹 薛 闫 段 雷 侯 龙 史 陶 黎 贺 顾 毛 郝 "
    "龚 邵 万 钱 严 覃 武 戴 莫 孔 向 汤"
)
_MEN = (
    "伟 强 磊 军 勇 涛 超 明 刚 平 辉 健 峰 斌 凯 志远 建国 国栋 文斌 海涛 志刚 晓东 立新 永康 俊杰 浩然 子轩 宏伟 振华 家明 "
    "思远 景行 云峰 学文 长河 守正 秉公 怀瑾 承志 泽民 德清 友谅 启明 正阳 少卿 兆丰 卫东 新民 世昌 光耀"
)
_WOMEN = (
    "芳 敏 静 丽 艳 娟 霞 玲 燕 洁 倩 颖 琳 雪 莹 秀英 桂兰 晓燕 雅琴 婷婷 慧敏 文静 思雨 佳怡 雨薇 若兰 清荷 丹青 月华 素心 "
    "春梅 玉洁 海燕 淑贞 美玲 子涵 梦瑶 欣然 语嫣 依依 知夏 如意 书瑶 红霞 爱华 晓雯 亚楠 诗涵 明珠 冬梅"
)
SURNAMES = tuple(_SURNAMES.split())
GIVEN_OF_MEN = tuple(_MEN.split())
GIVEN_OF_WOMEN = tuple(_WOMEN.split())

NAMED = {
    ("立案庭", JUDGE, 2): "王喆",
    ("立案庭", CLERK, 0): "上官雪",
    ("刑一庭", JUDGE, 0): "李堃",
    ("刑一庭", ASSISTANT, 1): "欧阳明远",
    ("刑二庭", JUDGE, 2): "刘龑",
    ("民一庭", JUDGE, 3): "张赟",
    ("民一庭", ASSISTANT, 1): "刘洋",
    ("民二庭", JUDGE, 1): "诸葛文博",
    ("民二庭", CLERK, 0): "周祎",
    ("民三庭", ASSISTANT, 0): "陈翀",
    ("行政庭", JUDGE, 1): "吴昇",
    ("执行局", EXECUTOR, 0): "赵䶮",
    ("执行局", HIRED, 1): "尉迟冬",
    ("政治部", OFFICER, 3): "司马静",
    ("办公室", OFFICER, 4): "刘洋",
    ("办公室", WORKER, 1): "赵一",
    ("司法警察支队", BAILIFF, 2): "令狐刚",
}
"""Rare characters, compound surnames, and two people of one name; by division, category and place in it."""


def spread_name(name: str) -> str:
    """A name of two characters as offices write it, as wide as one of three."""
    return f"{name[0]}\u3000{name[1]}" if len(name) == 2 else name
