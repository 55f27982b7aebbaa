"""A person's volume as a PDF: what a reader, a search and a copy get from it."""

import pickle
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from app.domain.entries import Origin, State
from app.domain.explanation import Input, Node
from app.domain.facts import Status
from app.domain.periods import Kind, Period
from app.domain.problems import AppError
from app.domain.roster import Person
from app.messages.reports import SENTENCES
from app.reports.archive import numeral, write_archive
from app.reports.style import MM
from app.reports.wording import WAITING
from tests.reports.made_up import COURT, RARE_NAME, at_cell, part, result, small_volume, volume

QUARTER = Period(2024, Kind.QUARTER, 1)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    path = tmp_path_factory.mktemp("archive") / "J007.pdf"
    return path, write_archive(path, volume())


@pytest.fixture(scope="module")
def pages(made: tuple[Path, int]) -> list[str]:
    return texts_of(made[0])


def texts_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


def joined(text: str) -> str:
    return re.sub(r"\s", "", text)


def written(tmp_path: Path, told: object) -> str:
    path = tmp_path / "volume.pdf"
    write_archive(path, told)
    return joined("".join(texts_of(path)))


def test_the_number_of_pages_told_is_that_of_the_file(made: tuple[Path, int], pages: list[str]) -> None:
    assert made[1] == len(pages) > 25


def test_the_cover_tells_court_year_and_person(pages: list[str]) -> None:
    cover = joined(pages[0])
    for told in (
        COURT,
        "业绩档案",
        "2024年度",
        RARE_NAME,
        "J007",
        "刑事审判第一庭",
        "员额法官",
        "2024-J007",
        "2025年1月15日",
    ):
        assert told in cover


def test_rare_characters_of_a_name_are_copied_exactly(pages: list[str]) -> None:
    assert all(RARE_NAME in joined(page) for page in pages)


def links_of(path: Path, at: int) -> list[tuple[str, int]]:
    """The text under each link of a page, and the number of the page that it leads to."""
    found = []
    document = pypdfium2.PdfDocument(path)
    text = document[at].get_textpage()
    with pikepdf.open(path) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        for link in pdf.pages[at].Annots:
            area = [float(side) for side in link.Rect]
            found.append((text.get_text_bounded(*area).strip(), numbers[link.Dest[0].objgen]))
    document.close()
    return found


@pytest.mark.parametrize(("at", "count"), [(1, 20), (3, 16)])
def test_contents_and_summary_tell_the_right_pages_and_lead_there(
    made: tuple[Path, int], pages: list[str], at: int, count: int
) -> None:
    links = links_of(made[0], at)
    assert len(links) == 2 * count
    for (title, page), (number, same) in zip(links[::2], links[1::2], strict=True):
        assert number == str(page) == str(same)
        assert re.search(f"[一二三四五六七八九十]+、{title}", joined(pages[page - 1]))


def test_bookmarks_lead_to_every_period_and_indicator(made: tuple[Path, int], pages: list[str]) -> None:
    document = pypdfium2.PdfDocument(made[0])
    entries = [(each.level, each.get_title(), each.get_dest().get_index() + 1) for each in document.get_toc()]
    document.close()
    first = [entry for entry in entries if entry[0] == 0]
    assert [title for _, title, _ in first[:5]] == ["封面", "目录", "基本情况", "年度得分汇总表", "全年走势"]
    assert len(first) == 5 + 16 + 1
    for _, title, page in (entry for entry in entries if entry[0] == 2):
        assert joined(title.split("　")[0]) in joined(pages[page - 1])
    assert [page for _, _, page in entries] == sorted(page for _, _, page in entries)


def test_every_page_but_the_cover_tells_its_number_and_how_many_there_are(pages: list[str]) -> None:
    for number, text in enumerate(pages[1:], start=2):
        assert f"—{number}—" in joined(text)
        assert f"共{len(pages)}页" in joined(text)


def test_every_score_of_the_tree_is_printed(pages: list[str]) -> None:
    told = joined("".join(pages))
    for node in result(QUARTER).tree.parts():
        if node.score is not None:
            assert f"{node.label}（{node.code}）" in told
            assert f"得分{node.score:f}" in told


def test_an_indicator_is_explained_down_to_its_cell(tmp_path: Path) -> None:
    told = written(tmp_path, small_volume())
    assert "完成率类指标第4项（B04）《考核办法》第14条第（二）项满分5得分1.125" in told
    assert "2024年2月结案数=4刑一庭2024-02.xlsx›数据›D4" in told
    assert "完成率=12÷12.5得0.96" in told


def test_the_four_kinds_of_nothing_have_their_words(pages: list[str]) -> None:
    told = joined("".join(pages))
    assert "数据不适用，按“摊分”处理；本人不办刑事案件" in told
    assert "数据免计，按“满分”处理；借调期间免计" in told
    assert "数据未填，按“待补”处理；服判息诉率未填" in told
    assert "服判息诉率=未填没有收到数据" in told


def test_two_hundred_cases_are_listed_once_with_their_cells(pages: list[str]) -> None:
    told = joined("".join(pages))
    assert "以下200项出自审管办案件清单2024.xlsx›结案明细（含合议）" in told
    assert "明细共200项：" in told
    assert "1（2024）川01刑终100号（承办人）0.333333A5" in told
    assert "200（2024）川01刑终299号（承办人）1.2A204" in told


def test_the_cases_of_a_quarter_are_told_by_their_numbers_in_the_list_of_the_year(tmp_path: Path) -> None:
    counted = result(QUARTER).tree.children[0].children[1]
    some = counted._replace(code="B98", inputs=(*counted.inputs[:9], counted.inputs[20]))
    scattered = counted._replace(code="B97", inputs=counted.inputs[::2])
    tree = Node("total", "总分", "", Decimal("1.00"), children=(counted, some, scattered))
    told = written(tmp_path, small_volume(periods=(part(QUARTER, result=replace(result(QUARTER), tree=tree)),)))
    assert "共10项，即第" in told
    assert "“2024年第一季度结案件数（B02）”所列的第1–9、21号。" in told
    assert "明细共25项：" in told


def test_the_titles_of_a_list_come_once_and_every_sheet_has_its_name(tmp_path: Path) -> None:
    counted = result(QUARTER).tree.children[0].children[1]
    second = tuple(
        told._replace(origin=at_cell("案件补.xlsx", "补报", f"B{at}")) for at, told in enumerate(counted.inputs[:5])
    )
    rate = Input("结案率", Decimal("99.5"))
    leaf = counted._replace(inputs=(rate, *counted.inputs[5:], *second))
    tree = Node("total", "总分", "", Decimal("1.00"), children=(leaf,))
    told = written(tmp_path, small_volume(periods=(part(QUARTER, result=replace(result(QUARTER), tree=tree)),)))
    assert (
        "数据结案率=99.5由计算得出明细共50项：以下45项出自审管办案件清单2024Q1.xlsx›结案明细（含合议）序号数据值单元格"
        in told
    )
    assert "以下5项出自案件补.xlsx›补报46（2024）" in told


def test_a_case_stands_on_one_line_with_its_coefficients_and_its_cell(pages: list[str]) -> None:
    told = joined("".join(pages))
    assert "数据在岗月数=12由计算得出明细逐项算出，共200项：" in told
    assert "1（2024）川01刑终100号承办人：1×0.333333（案件字=刑终）×10.333333A5" in told
    assert "200（2024）川01刑终299号承办人：1×1.2（案件字=刑终）×11.2A204" in told
    assert "计算目标=均值(结案数,部门)得12.5" in told


def test_a_list_that_came_before_is_referred_to(tmp_path: Path) -> None:
    node = result(QUARTER).tree
    counted = node.children[0].children[1]
    again = Node("leaf", "另一项", "B99", Decimal("1.00"), inputs=counted.inputs)
    tree = Node("total", "总分", "", Decimal("1.00"), children=(counted, again))
    path = tmp_path / "volume.pdf"
    write_archive(path, small_volume(periods=(part(QUARTER, result=replace(result(QUARTER), tree=tree)),)))
    texts = [joined(text) for text in texts_of(path)]
    page = next(at for at, text in enumerate(texts, start=1) if "明细共50项：" in text)
    last = next(at for at, text in enumerate(texts, start=1) if "50（2024）川01刑终149号" in text)
    where = f"{page}" if page == last else f"{page}–{last}"
    assert f"明细共50项，与第{where}页“2024年第一季度结案件数（B02）”所列相同。" in "".join(texts)


def test_the_check_sheet_lists_what_the_volume_lacks(pages: list[str]) -> None:
    sheet = joined(pages[-1])
    assert "12024年12月还没有计算2全卷离岗表缺2024年下半年" in sheet
    assert "2024年5月总分（待补）有1项数据未填" in sheet
    assert "2024年5月完成率类指标第8项（B08）服判息诉率未填" in sheet


def test_what_was_told_of_a_period_is_not_told_twice(tmp_path: Path) -> None:
    month = Period(2024, Kind.MONTH, 5)
    told = written(tmp_path, small_volume(periods=(part(month),), missing=("2024年5月：得分不完整",)))
    assert "12024年5月得分不完整" in told
    assert "总分（待补）" not in told


def test_a_volume_that_lacks_nothing_says_so(tmp_path: Path) -> None:
    assert "应有的周期都已计算，各项得分齐全，没有缺失。" in written(tmp_path, small_volume())


def test_newer_data_than_the_computing_is_told(tmp_path: Path) -> None:
    told = written(tmp_path, small_volume(periods=(part(QUARTER, stale=True),)))
    assert "这里印的是变动之前的结果" in told
    assert "尚未重新计算" in told


def test_a_veto_that_struck_is_told(tmp_path: Path) -> None:
    struck = replace(result(QUARTER), veto="V01", grade_limit="称职")
    told = written(tmp_path, small_volume(periods=(part(QUARTER, result=struck),)))
    assert "一票否决：违反廉政纪律，等次最高为“称职”。" in told
    assert "已触发一票否决。" in told
    assert "得分未触发" not in told


def test_who_is_not_evaluated_has_a_volume_that_says_so(tmp_path: Path) -> None:
    bare = replace(
        result(QUARTER),
        total=None,
        rank=None,
        status=Status.NOT_EVALUATED,
        reason="病假超过半年",
        tree=Node("total", "总分", "", None),
    )
    told = written(tmp_path, small_volume(periods=(part(QUARTER, result=bare),)))
    assert "状态不进行考核：病假超过半年" in told
    assert "总分不进行考核" in told
    assert WAITING not in told


def test_a_volume_without_a_single_period_is_a_volume(tmp_path: Path) -> None:
    told = written(tmp_path, small_volume(periods=(), postings=(), absences=()))
    assert "2024年没有计算过任何周期，本卷没有得分。" in told
    assert "考核库里没有任职记录。" in told


def test_fonts_are_embedded_and_no_other_font_is_named(made: tuple[Path, int]) -> None:
    with pikepdf.open(made[0]) as pdf:
        fonts = {str(font.BaseFont): font for page in pdf.pages for font in page.Resources.Font.values()}
        assert fonts
        for name, font in fonts.items():
            assert re.match(r"/[A-Z]{6}\+(Noto(Serif|Sans)SC|LXGWWenKai)", name)
            assert "/FontFile2" in font.FontDescriptor
            assert "/ToUnicode" in font


def test_nothing_stands_in_the_binding_edge(made: tuple[Path, int]) -> None:
    document = pypdfium2.PdfDocument(made[0])
    lefts = [piece.get_bounds()[0] for page in document for piece in page.get_objects(max_depth=2)]
    sizes = {tuple(round(side) for side in page.get_size()) for page in document}
    document.close()
    assert min(lefts) >= 25 * MM
    assert sizes == {(595, 842)}


def test_the_document_info_names_court_person_and_program(made: tuple[Path, int]) -> None:
    with pikepdf.open(made[0]) as pdf:
        info = {str(name): str(value) for name, value in pdf.docinfo.items()}
        language = str(pdf.Root.Lang)
    assert info["/Title"] == f"{COURT}业绩档案 2024年度 {RARE_NAME}（J007）"
    assert info["/Author"] == COURT
    assert info["/Creator"].startswith("衡绩")
    assert info["/CreationDate"].startswith("D:20250115")
    assert language == "zh-CN"


def test_a_volume_can_be_handed_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(volume())) == volume()


def test_the_same_volume_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    write_archive(first, small_volume())
    write_archive(second, small_volume())
    assert first.read_bytes() == second.read_bytes()
    write_archive(second, small_volume(made_on=date(2025, 1, 16)))
    assert first.read_bytes() != second.read_bytes()


def test_a_character_that_no_font_has_is_refused_by_name_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "volume.pdf"
    with pytest.raises(AppError) as caught:
        write_archive(path, small_volume(person=Person("J007", "王\U00030edf", note="评语✔")))
    assert caught.value.code == "report-character-missing"
    assert caught.value.values["characters"] == "“✔”(U+2714)、“\U00030edf”(U+30EDF)"
    assert "王\U00030edf" in caught.value.values["places"]
    assert not list(tmp_path.iterdir())


def test_every_code_raised_here_has_its_sentence_and_values() -> None:
    values = {"characters": "", "places": "", "file": "", "reason": ""}
    assert all(text.format_map(values) and remedy.format_map(values) for text, remedy in SENTENCES.values())


def test_a_file_that_cannot_be_replaced_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "volume.pdf"
    path.write_bytes(b"old")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(AppError, match="report-file-in-use"):
        write_archive(path, small_volume())
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["volume.pdf"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="report-not-written") as caught:
        write_archive(tmp_path / "gone" / "volume.pdf", small_volume())
    assert caught.value.values["reason"]


def test_very_long_names_and_texts_wrap_and_lose_nothing(tmp_path: Path) -> None:
    court = "某某省高级人民法院直属铁路运输与知识产权及互联网综合派出" * 2 + "法院"
    name = "阿卜杜热合曼·买买提依明·" * 4 + "阿布都"
    division = "立案信访与诉讼服务及审判监督综合协调办公室" * 3
    node = result(QUARTER).tree
    leaf = (
        node.children[0]
        .children[0]
        ._replace(label="很长的指标名称" * 12, rule="每一步都写明白；" * 200, clause="《办法》第一条" * 30, code="X01")
    )
    branch = node.children[0]._replace(children=(leaf, *node.children[0].children[1:]))
    tree = node._replace(children=(branch, *node.children[1:]))
    told = written(
        tmp_path,
        small_volume(
            court=court,
            person=Person("J007", name),
            periods=(part(QUARTER, result=replace(result(QUARTER), division=division, tree=tree)),),
        ),
    )
    for text in (court, name, division, "很长的指标名称" * 12, "每一步都写明白；" * 40, "《办法》第一条" * 30):
        assert text in told


def test_a_cover_with_very_long_names_holds_everything_on_its_page(tmp_path: Path) -> None:
    path = tmp_path / "volume.pdf"
    posting = replace(volume().postings[1], division="立案信访与诉讼服务及审判监督综合协调办公室" * 4)
    write_archive(path, small_volume(court="某省高级人民法院直属铁路运输" * 5, postings=(posting,)))
    document = pypdfium2.PdfDocument(path)
    lowest = min(piece.get_bounds()[1] for piece in document[0].get_objects())
    cover = joined(document[0].get_textpage().get_text_range())
    document.close()
    assert lowest > 20 * MM
    assert cover.endswith("立卷日期2025年1月15日")


def test_an_event_without_a_figure_is_told_without_one(tmp_path: Path) -> None:
    event = Input("业务评查台账 2024-03-03 文书错漏", None, State.VALUE, at_cell("台账.xlsx", "业务评查", "E5"))
    tree = Node(
        "total", "总分", "", Decimal("1.00"), children=(Node("leaf", "评查", "E1", Decimal(1), inputs=(event,)),)
    )
    told = written(tmp_path, small_volume(periods=(part(QUARTER, result=replace(result(QUARTER), tree=tree)),)))
    assert "业务评查台账2024-03-03文书错漏台账.xlsx›业务评查›E5" in told


def test_what_was_typed_in_tells_who_and_when(tmp_path: Path) -> None:
    node = result(QUARTER).tree.children[0].children[3]
    typed = node.inputs[0]._replace(origin=Origin(by="李四", at="2024-04-02T08:30:00"))
    leaf = node._replace(inputs=(typed,))
    tree = Node("total", "总分", "", Decimal("1.00"), children=(leaf,))
    told = written(tmp_path, small_volume(periods=(part(QUARTER, result=replace(result(QUARTER), tree=tree)),)))
    assert "录入：李四，2024-04-0208:30:00" in told


def test_a_leaf_that_is_spread_is_not_called_wanting(tmp_path: Path) -> None:
    leaf = Node("leaf", "信访", "X1", None, Decimal(5), None, State.EXCUSED, "摊分", "借调")
    tree = Node("total", "总分", "", Decimal("90.00"), children=(leaf,))
    told = written(tmp_path, small_volume(periods=(part(QUARTER, result=replace(result(QUARTER), tree=tree)),)))
    assert "信访（X1）满分5得分摊分" in told


@pytest.mark.parametrize(("number", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (22, "二十二")])
def test_parts_are_numbered_in_chinese(number: int, words: str) -> None:
    assert numeral(number) == words
