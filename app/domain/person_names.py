"""Names of people as they are compared: one name is written in several ways, and two names are never made one.

Folded are blanks, widths, the dot inside a name (·•．), compatibility ideographs (NFKC, Unicode Standard Annex 15), the
private codes that GB 18030-2000 gave to characters that have codes of their own today, and the traditional or older
form of the same character. Characters that are names of their own (喆 and 哲, 昇 and 升, 堃 and 坤) stay apart.
"""

from __future__ import annotations

import unicodedata

from app.domain.words import plain

_DOTS = str.maketrans(dict.fromkeys("·•・‧∙●⸱﹒.", ""))
_PRIVATE = {"\ue863": "䶮", "\ue857": "䲟", "\ue858": "䲠", "\ue85b": "䲢", "\ue81e": "龴", "\ue864": "龻"}
_FORMS = (
    "呂吕 吳吴 張张 陳陈 劉刘 楊杨 黃黄 趙赵 孫孙 馬马 鄭郑 謝谢 許许 鄧邓 馮冯 韓韩 蕭萧 葉叶 蘇苏 盧卢 蔣蒋 賈贾 閻阎 龔龚 龍龙 "
    "龑䶮 戶户 戸户 內内 產产 沒没 峯峰 羣群 國国 華华 偉伟 強强 彊强 麗丽 軍军 傑杰 寶宝 慶庆 東东 鳳凤 蘭兰 曉晓 穎颖 "
    "歐欧 陽阳 諸诸 龐庞 鄒邹 錢钱 嚴严 魯鲁 韋韦 齊齐 賀贺 顧顾 湯汤 溫温 衞卫 衛卫 羅罗 畢毕 邊边 單单 車车 飛飞 興兴 學学 "
    "雲云 義义 榮荣 愛爱 蓮莲 鵬鹏 濤涛 亞亚 勝胜 進进 遠远 連连 達达 運运 選选 銘铭 鋒锋 鋼钢 錦锦 鐵铁 閏闰 問问 間间 "
    "聞闻 關关 陸陆 際际 雋隽 電电 靜静 韜韬 項项 順顺 頌颂 領领 頴颖 風风 駿骏 騰腾 鮑鲍 麥麦 黨党 啟启 啓启 祿禄 禎祯 "
    "綠绿 緑绿 説说 說说 贇赟 禕祎 燁烨 煒炜 瑋玮 璽玺 瓊琼 嵐岚 崗岗 嶺岭 幹干 廣广 彥彦 徳德 憲宪 懷怀 戰战 揚扬 敎教 "
    "晉晋 書书 會会 棟栋 業业 樂乐 樹树 機机 櫻樱 澤泽 潔洁 濱滨 灣湾 爾尔 獻献 環环 瑩莹 畫画 眞真 禮礼 種种 積积 竝并 "
    "筆笔 簡简 紅红 純纯 紹绍 緒绪 維维 綱纲 繼继 續续 習习 聖圣 聰聪 肅肃 藝艺 術术 裏里 覺觉 詠咏 誠诚 誌志 諾诺 讓让 豐丰 "
    "貞贞 貴贵 賓宾 賢贤 贊赞 趨趋 躍跃 輝辉 農农 邁迈 鄉乡 醫医 釗钊 鈞钧 銀银 鎮镇 鏡镜 長长 開开 隨随 雙双 霧雾 顏颜 顔颜 "
    "願愿 飲饮 馳驰 驍骁 鴻鸿 鶴鹤 龜龟"
)
_CHARACTERS = str.maketrans({pair[0]: pair[1] for pair in _FORMS.split()} | _PRIVATE)


def written(name: str) -> str:
    """The name without what only writing makes different: blanks, widths, dots, codes."""
    return unicodedata.normalize("NFKC", plain(name)).translate(_DOTS)


def name_key(name: str) -> str:
    """The name by which people are found: ``written``, and each character in its form of today."""
    return written(name).translate(_CHARACTERS)
