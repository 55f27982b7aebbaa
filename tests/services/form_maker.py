"""Forms as a higher court sends them: title, merged headers, formulas, a chart, a picture, conditional formats, print set-up."""

import struct
import zlib
from pathlib import Path

import xlsxwriter


def picture() -> bytes:
    """A small red square (PNG)."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\x00" + b"\xff\x00\x00" * 4 for _ in range(4))
    head = struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def write_form(path: Path, *, macro: bytes = b"") -> Path:
    """The form: sheet 汇总 asks by words, by names and by nothing; sheet 法官 is a table of free rows; 名册 names people."""
    workbook = xlsxwriter.Workbook(str(path))
    bold = workbook.add_format({"bold": True, "border": 1, "align": "center", "text_wrap": True})
    cell = workbook.add_format({"border": 1, "num_format": "0.00"})
    share = workbook.add_format({"border": 1, "num_format": "0.0%"})
    plain = workbook.add_format({"border": 1})
    _summary(workbook, bold, cell, path)
    _judges(workbook, bold, cell, share, plain)
    _roll(workbook, bold, cell, plain)
    if macro:
        (path.parent / "vba.bin").write_bytes(macro)
        workbook.add_vba_project(str(path.parent / "vba.bin"))
    workbook.close()
    return path


def _summary(workbook, bold, cell, path) -> None:  # type: ignore[no-untyped-def]
    sheet = workbook.add_worksheet("汇总")
    sheet.merge_range("A1:D1", "全市法院2024年第一季度考核情况汇总表", bold)
    sheet.write("A2", "填报单位：{{法院}}")
    sheet.write("A3", "法官人数", bold)
    sheet.write("B3", "{{法官人数}}", cell)
    sheet.write("A4", "法官平均分", bold)
    sheet.write_blank("B4", None, cell)
    sheet.write("A5", "最高分", bold)
    sheet.write_blank("B5", None, cell)
    sheet.write("A6", "最高与平均之差", bold)
    sheet.write_formula("B6", "=B5-B4", cell, 0)
    sheet.write("A7", "上期平均", bold)
    sheet.write_number("B7", 81.5, cell)
    sheet.write("A8", "不明白的", bold)
    sheet.write("B8", "{{院长身高}}", cell)
    sheet.write("A9", "结案", bold)
    sheet.write("B9", "共{{合计(承办结案,法官)}}件，{{人数(民一庭)}}人", bold)
    workbook.define_name("最高分_法官", "=汇总!$B$5")
    workbook.define_name("系数", "=汇总!$B$7")
    sheet.conditional_format("B4:B7", {"type": "cell", "criteria": ">", "value": 90, "format": bold})
    sheet.data_validation("B7", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100})
    (path.parent / "印.png").write_bytes(picture())
    sheet.insert_image("F2", str(path.parent / "印.png"))
    chart = workbook.add_chart({"type": "column"})
    chart.add_series({"values": "=汇总!$B$4:$B$7"})
    sheet.insert_chart("F6", chart)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.print_area("A1:E12")
    sheet.set_header("&C机密")
    sheet.protect("", {"select_locked_cells": True})


def _judges(workbook, bold, cell, share, plain) -> None:  # type: ignore[no-untyped-def]
    sheet = workbook.add_worksheet("法官")
    sheet.merge_range("A1:H1", "法官考核得分表", bold)
    for column, title in enumerate(("序号", "姓名", "工号", "所在部门")):
        sheet.merge_range(1, column, 2, column, title, bold)
    sheet.merge_range("E2:F2", "办案情况", bold)
    for column, title in ((4, "承办结案（件）"), (5, "审限内结案率（%）")):
        sheet.write(2, column, title, bold)
    sheet.merge_range("G2:G3", "考核总分", bold)
    sheet.merge_range("H2:H3", "上级意见", bold)
    for row in range(3, 7):
        sheet.write_number(row, 0, row - 2, plain)
        for column in range(1, 5):
            sheet.write_blank(row, column, None, plain)
        sheet.write_blank(row, 5, None, share)
        for column in (6, 7):
            sheet.write_blank(row, column, None, cell)
    sheet.write(7, 0, "合计", bold)
    sheet.write_formula(7, 4, "=SUM(E4:E7)", cell, 0)
    sheet.write_formula(7, 6, "=SUM(G4:G7)", cell, 0)
    sheet.write(8, 0, "注：按姓氏笔画排列。")


def _roll(workbook, bold, cell, plain) -> None:  # type: ignore[no-untyped-def]
    sheet = workbook.add_worksheet("名册")
    for column, title in enumerate(("姓名", "部门", "总分", "群众满意度得分", "评定等次")):
        sheet.write(0, column, title, bold)
    for row, (name, total) in enumerate(
        (("何　三", None), ("柏七", None), ("不在册的人", None), ("林二", 77.5)), start=1
    ):
        sheet.write_string(row, 0, name, plain)
        for column in (1, 3, 4):
            sheet.write_blank(row, column, None, plain)
        if total is None:
            sheet.write_blank(row, 2, None, cell)
        else:
            sheet.write_number(row, 2, total, cell)
