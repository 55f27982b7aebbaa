"""Forms and packages from elsewhere: whatever the file is, fill and import end soon with 3 and a sentence, and write nothing."""

import hashlib
import io
import json
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from app.cli.main import main
from app.sheets.package_mark import MARK, SHEET
from app.sheets.package_sheet import PARTS
from tests.services.form_maker import write_form
from tests.small_court import write_small_court

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PROTECTED = Path(__file__).parent.parent / "data" / "sheets" / "traps"


@pytest.fixture(scope="module")
def court(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("法院")
    path = folder / "库.hj"
    assert main(["new", str(path), "--court", "溪州市中级人民法院", "--code", "0600", "--level", "中级"]) == 0
    assert main(["import", str(path), *map(str, write_small_court(folder / "sheets").values())]) == 0
    assert main(["compute", str(path), "2024Q1"]) == 0
    return path


def packed(parts: dict[str, bytes | str], twice: str = "") -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
        if twice:
            with pytest.warns(UserWarning, match="Duplicate name"):
                archive.writestr(twice, parts[twice])
    return content.getvalue()


def parts_of(path: Path) -> dict[str, bytes | str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(path: Path, **parts: bytes | str) -> bytes:
    """The bytes of a workbook with other parts: ``sheet1=…`` is the part of that name, wherever it is."""
    there = parts_of(path)
    names = {name.rpartition("/")[2].partition(".")[0]: name for name in there if not name.endswith(".rels")}
    return packed(there | {names[short]: content for short, content in parts.items()})


def sheet(data: str, after: str = "") -> str:
    return f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{data}</sheetData>{after}</worksheet>'


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>' + sheet("&b;")
MANY_ROWS = sheet("".join(f'<row r="{row}"><c r="A{row}"/></row>' for row in range(1, 100_100)))
ALL_MERGED = sheet('<row r="1"><c r="A1"/></row>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
FAR = sheet('<row r="99999999"><c r="A99999999"><v>1</v></c></row>')
TWICE = sheet('<row r="1"><c r="A1"/><c r="A1"/></row>')
CASES: dict[str, tuple[Callable[[Path], bytes], str]] = {
    "空文件": (lambda _: b"", "是空的"),
    "截断": (lambda form: form.read_bytes()[:-300], "已损坏"),
    "随机": (lambda _: os.urandom(4000), "xlsx"),
    "旧格式": (lambda _: (PROTECTED / "endless.xls").read_bytes(), "xlsx"),
    "实体": (lambda form: changed(form, sheet1=BOMB), "已损坏"),
    "十万行": (lambda form: changed(form, sheet1=MANY_ROWS), "单元格太多"),
    "合并全表": (lambda form: changed(form, sheet1=ALL_MERGED), "单元格太多"),
    "远行": (lambda form: changed(form, sheet1=FAR), "已损坏"),
    "同格两次": (lambda form: changed(form, sheet1=TWICE), "已损坏"),
    "深": (lambda form: changed(form, workbook="<a>" * 20_000 + "</a>" * 20_000), "已损坏"),
    "炸弹": (lambda form: packed(parts_of(form) | {"xl/media/a.bin": bytes(401 * 2**20)}), "展开后有"),
    "部件重名": (lambda form: packed(parts_of(form), "xl/workbook.xml"), "同名"),
}


def left_in(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


@pytest.mark.parametrize("case", CASES)
def test_a_form_that_is_none_is_refused_in_words_and_nothing_is_written(
    court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    make, words = CASES[case]
    form = tmp_path / "报表.xlsx"
    form.write_bytes(make(write_form(tmp_path / "原表.xlsx")))
    before, begin = left_in(tmp_path), time.process_time()
    assert main(["fill", str(court), "2024Q1", str(form), "--out", str(tmp_path / "出.xlsx")]) == 3
    assert time.process_time() - begin < 5  # the program's own; the reading process has its limits
    told = capsys.readouterr()
    assert words in told.err
    assert "报表.xlsx" in told.err
    assert left_in(tmp_path) == before


def test_a_closed_form_is_told_as_closed(court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = tmp_path / "报表.xlsx"
    form.write_bytes(compound("EncryptedPackage", b"x" * 5000))
    assert main(["fill", str(court), "2024Q1", str(form), "--out", str(tmp_path / "出.xlsx")]) == 3
    assert "密码" in capsys.readouterr().err


def compound(name: str, content: bytes) -> bytes:
    """An OLE file of one stream (version 3, sectors of 512 bytes), as Excel makes them of a workbook with a password."""
    sectors = [content[at : at + 512].ljust(512, b"\0") for at in range(0, len(content), 512)]
    free, end = b"\xff\xff\xff\xff", b"\xfe\xff\xff\xff"

    def number(value: int) -> bytes:
        return value.to_bytes(4, "little")

    def entry(title: str, kind: int, child: bytes, start: bytes, size: int) -> bytes:
        wide = title.encode("utf-16-le") + b"\0\0"
        return b"".join(
            (wide.ljust(64, b"\0"), len(wide).to_bytes(2, "little"), bytes([kind, 1]), free, free, child, bytes(36), start, number(size), bytes(4))
        )  # fmt: skip

    chain = [b"\xfd\xff\xff\xff", end, *map(number, range(3, len(sectors) + 2)), end]
    fat = b"".join(chain).ljust(512, b"\xff")
    folder = entry("Root Entry", 5, number(1), end, 0) + entry(name, 2, free, number(2), len(content))
    head = OLE + bytes(16) + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0" + bytes(10)
    head += number(1) + number(1) + number(0) + number(4096) + end + number(0) + end + number(0) + number(0)
    return head.ljust(512, b"\xff") + fat + folder.ljust(512, b"\0") + b"".join(sectors)


@pytest.mark.parametrize(
    ("name", "words"), [("没有.xlsx", "没有找到"), ("夹.xlsx", "文件夹"), ("断链.xlsx", "没有找到")]
)
def test_a_form_that_is_no_file_is_refused(
    court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, words: str
) -> None:
    (tmp_path / "夹.xlsx").mkdir()
    (tmp_path / "断链.xlsx").symlink_to(tmp_path / "无.xlsx")
    assert main(["fill", str(court), "2024Q1", str(tmp_path / name), "--out", str(tmp_path / "出.xlsx")]) == 3
    assert words in capsys.readouterr().err
    assert not (tmp_path / "出.xlsx").exists()


def test_a_form_behind_a_link_or_not_to_be_written_is_filled_and_stays_as_it_is(court: Path, tmp_path: Path) -> None:
    form = write_form(tmp_path / "原表.xlsx")
    before = form.read_bytes()
    form.chmod(0o444)
    (tmp_path / "链.xlsx").symlink_to(form)
    out = tmp_path / "出.xlsx"
    assert main(["fill", str(court), "2024Q1", str(tmp_path / "链.xlsx"), "--out", str(out)]) == 0
    assert form.read_bytes() == before
    assert load_workbook(out).sheetnames == load_workbook(form).sheetnames


def package(path: Path, texts: dict[str, str]) -> Path:
    """A package of these parts, with sound digests: whoever can count can make them."""
    book = Workbook()
    hidden = book.active
    hidden.title = SHEET
    digests = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    lines = "\n".join((f"{MARK} 1", *(f"{name} {digest}" for name, digest in digests.items())))
    hidden.append([MARK, "1"])
    hidden.append(["digest", hashlib.sha256(lines.encode()).hexdigest()])
    for name, text in texts.items():
        for at in range(0, len(text), 30_000):
            hidden.append([name, "" if at else digests[name], text[at : at + 30_000]])
    book.save(path)
    return path


HEAD: dict[str, object] = {
    "court": "某县人民法院", "period": "2024Q1", "issue": 1, "scheme": "办法", "scheme_version": "1", "engine_version": "1",
    "computed_at": "", "code": "X01", "level": "基层", "book": "ab12", "program_version": "1", "sealed": True, "seal": "", "made_at": "",
}  # fmt: skip
ROW = {
    "division": "刑庭",
    "set": "法官",
    "people": 1,
    "complete": 1,
    "incomplete": 0,
    "not_evaluated": 0,
    "undetermined": 0,
}


def texts(head: object = HEAD, summary: object = (), **parts: str) -> dict[str, str]:
    told = {"head": head, "summary": summary, "grades": [], "missing": [], "persons": []}
    return {name: json.dumps(told[name]) for name in PARTS} | parts


@pytest.mark.parametrize(
    "parts",
    [
        texts(head="[" * 30_000),
        texts(head={**HEAD, "period": "0000Q1"}),
        texts(head={**HEAD, "issue": "1"}),
        texts(head={**HEAD, "court": "a\ud800"}),
        texts(head={**HEAD, "more": 1}),
        texts(summary=[{**ROW, "sum": "1e999999999", "grades": {}}]),
        texts(summary=[{**ROW, "sum": "NaN", "grades": {}}]),
        texts(summary=[{**ROW, "sum": "1", "grades": {"好": 1.5}}]),
        texts(persons="[" * 60_000),
        texts(missing='{"a":' * 20_000),
        texts(grades="[1]"),
        texts(grades="1" * 5_000),
    ],
)
def test_a_package_that_somebody_made_up_is_refused_in_words(
    court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], parts: dict[str, str]
) -> None:
    path = package(tmp_path / "包.xlsx", parts)
    begin = time.process_time()
    assert main(["import", str(court), str(path), "--json"]) == 3
    assert time.process_time() - begin < 5
    (told,) = json.loads(capsys.readouterr().out)["files"]
    assert (told["kind"], told["status"], [each["code"] for each in told["faults"]]) == (
        "上报包",
        "refused",
        ["package-unreadable"],
    )
    assert main(["courts", str(court), "2024Q1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["courts"] == []


def test_a_sheet_of_that_name_without_our_mark_is_no_package_of_ours(
    court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = Workbook()
    book.active.title = SHEET
    book.active.append(["工号", "姓名"])
    book.save(tmp_path / "包.xlsx")
    assert main(["import", str(court), str(tmp_path / "包.xlsx"), "--json"]) == 3
    (told,) = json.loads(capsys.readouterr().out)["files"]
    assert [(each["cell"], each["code"], each["value"]) for each in told["faults"]] == [
        ("A1", "package-unreadable", "工号")
    ]


def test_a_package_that_ends_the_reading_process_is_one_fault(
    court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.sheets.reading.worker._START", "import sys; sys.path[:] = {path!r}; sys.exit(9)")
    path = package(tmp_path / "包.xlsx", texts())
    assert main(["import", str(court), str(path), "--json"]) == 3
    (told,) = json.loads(capsys.readouterr().out)["files"]
    assert (told["status"], [each["code"] for each in told["faults"]]) == ("refused", ["reader-not-started"])
