"""How the sample court's directory is laid out."""

from __future__ import annotations

BOOK = "考核库.hj"
READ_ME = "读我.txt"
SHEETS, TEMPLATES, RECEIPTS, RECORDS = "表格", "模板", "收表", "月纪实"
DECISIONS, SCORES, BULLETINS, HALF_YEAR = "评定", "得分表", "通报", "半年汇报"
YEAR_FORMS, USES, VOLUMES, PACKAGES = "年度考核", "结果运用", "档案", "上报"
