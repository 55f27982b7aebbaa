"""What a new version of a scheme changes, in words."""

from app.domain.scheme.changes import scheme_changes
from tests.domain.made_up import scheme_text

OLD = {
    "数据项": "编码|名称|类型\nx|甲数|数值",
    "指标": "指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|60|直接计分||x\n法官|B|乙|40|直接计分||x",
}


def changes(**new):
    return [each.sentence for each in scheme_changes(scheme_text(OLD), scheme_text({**OLD, **new}))]


def test_a_cell_that_changed_is_told_with_old_and_new():
    told = changes(指标=OLD["指标"].replace("甲|60", "甲|70").replace("乙|40", "乙|30"))
    assert told == ["指标“法官 A 甲”的分值：60 → 70", "指标“法官 B 乙”的分值：40 → 30"]


def test_rows_new_and_gone_are_told():
    told = changes(数据项="编码|名称|类型\ny|乙数|评分")
    assert told == ["数据项：新增“y 乙数”", "数据项：删去“x 甲数”"]


def test_another_order_blanks_and_width_are_no_change():
    lines = OLD["指标"].splitlines()
    turned = "\n".join((lines[0], lines[2], lines[1].replace("甲|60", "甲 |６０")))
    assert changes(指标=turned) == []
