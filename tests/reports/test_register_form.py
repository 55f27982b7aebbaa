"""登记表: two pages, its fields, what is known filled in, nothing cut however long it is."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from app.reports.register_form import BOTTOM, RegisterForm, lay_register_form, write_register_form
from app.reports.style import LEFT, WIDTH

FIELDS = (
    "姓名", "性别", "出生年月", "政治面貌", "学历", "任现职时间", "单位及职务", "从事或分管工作",
)  # fmt: skip
OPINIONS = (
    "个人总结",
    "主管领导评语和考核等次建议",
    "机关负责人或考核委员会意见",
    "本人意见",
    "未确定等次或不参加考核情况说明",
)


def form(**told: str) -> RegisterForm:
    return RegisterForm("公务员年度考核登记表", "溪山县人民法院", 2024, "P01", "苏一", date(2025, 1, 10), **told)


def texts(told: RegisterForm) -> list[str]:
    return [
        "".join(words.line.text for words in ink.words) for page in lay_register_form(told) for _, ink in page.pieces
    ]


def test_it_is_one_sheet_printed_on_both_sides(tmp_path: Path) -> None:
    path = tmp_path / "表.pdf"
    assert write_register_form(path, form()) == 2
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 2
        assert [round(each / 72 * 25.4) for each in document[0].get_size()] == [210, 297]


def test_every_field_of_the_form_is_there() -> None:
    found = texts(form())
    assert all(field in found for field in (*FIELDS, *OPINIONS))
    assert sum("签名" in each for each in found) == 5
    assert all("年　　月　　日" in each for each in found if "签名" in each)


def test_what_is_known_is_filled_in_and_the_rest_is_left_for_writing() -> None:
    found = texts(form(gender="女", decision="经党组会研究，确定为“优秀”等次。"))
    assert "女" in found
    assert any(each.startswith("经党组会研究，确定为“优秀”等次。") for each in found)
    assert found.count("") >= 5


@pytest.mark.parametrize("length", [1, 60, 400, 1200])
def test_a_long_text_is_set_smaller_and_never_cut(length: int) -> None:
    told = form(unit_and_post="溪山县人民法院" * 8, explanation="试用期未满。" * (length // 6 + 1))
    words = "".join(texts(told))
    assert words.count("试用期未满。") == length // 6 + 1
    for page in lay_register_form(told):
        *pieces, _ = page.pieces
        for _, ink in pieces:
            for each in ink.words:
                assert each.y <= BOTTOM
                assert each.x + each.line.width <= LEFT + WIDTH + 0.1


def test_the_same_form_is_the_same_file(tmp_path: Path) -> None:
    write_register_form(tmp_path / "a.pdf", form())
    write_register_form(tmp_path / "b.pdf", form())
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
