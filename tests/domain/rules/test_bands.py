"""分档计分: points of the first band that fits; the points may be a formula."""

import pytest

from app.domain.entries import State
from tests.domain.made_up import codes_of, leaf, points

BANDS = ">=90:15; >=80:12; >=70:10; 其他:0"


@pytest.mark.parametrize(
    ("parameters", "value", "score"),
    [
        (BANDS, "100", "15.00"),
        (BANDS, "90", "15.00"),
        (BANDS, "89.999", "12.00"),
        (BANDS, "80", "12.00"),
        (BANDS, "70", "10.00"),
        (BANDS, "69", "0.00"),
        ("≥90：15；≥80：12；其他：0", "85", "12.00"),
        ("<=3:15; <=5:10; 其他:5", "4", "10.00"),
        ("<3:15; >3:10; =3:5", "3", "5.00"),
        ("0:15; 1:8; 其他:0", "1", "8.00"),
        ("==0:15; 其他:0", "0", "15.00"),
        (">=90%:15; 其他:0", "0.9", "15.00"),
        (">=90:分值; >=80:分值*80%; 其他:值/10", "85", "12.00"),
        (">=90:分值; 其他:值/10", "75", "7.50"),
        (">=100*在岗比例:15; 其他:1", "100", "15.00"),
        ("其他:3; >=90:15", "95", "3.00"),
    ],
)
def test_the_first_band_that_fits(parameters, value, score):
    assert points("分档计分", parameters, value, "15") == score


def test_a_figure_that_fits_no_band_is_not_applicable_with_that_reason():
    node = leaf("分档计分", ">=90:15; >=80:12", "79", "15")
    assert (node.score, node.state, node.reason) == (None, State.NOT_APPLICABLE, "数值不在任何一档")
    assert node.missing_rule == "摊分"


@pytest.mark.parametrize("bands", ["80-90:12; 其他:0", "80~90:12; 其他:0", "好:12", ">=90", "", ">=90:15:3"])
def test_a_band_that_cannot_be_read_is_a_fault_and_never_guessed(bands):
    found = codes_of(
        数据项="编码|名称|类型\nx|甲数|数值",
        指标=f"指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|100|分档计分|{bands}|x",
    )
    assert found
    assert set(found) <= {"parameter-unreadable", "formula-unknown-name", "parameter-missing", "formula-unexpected"}


def test_the_band_is_told():
    node = leaf("分档计分", BANDS, "85", "15")
    assert node.steps[0].text == "85 属于“>=80”档"
    assert node.rule == "按档计分：>=90得15分，>=80得12分，>=70得10分，其他得0分"
