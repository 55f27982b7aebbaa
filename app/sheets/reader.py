"""Any file → a Workbook of cells. What a file is, its first bytes tell, never its name."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import msoffcrypto
from msoffcrypto.exceptions import FileFormatError, ParseError

from app.domain.problems import AppError
from app.sheets import limits
from app.sheets.cells import Workbook
from app.sheets.text_reader import decoded, read_csv, read_html
from app.sheets.xls_details import XlsDetails, xls_details
from app.sheets.xlsx_parts import BROKEN

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_content(path: Path) -> bytes:
    """The bytes of a file. Raises AppError where it is missing, locked or too large."""
    file = path.name
    try:
        if path.is_dir():
            raise AppError("file-is-folder", file=file)
        if path.stat().st_size > limits.FILE_BYTES:
            raise limits.too_large(
                file, f"文件有{path.stat().st_size // 2**20}MB（最大{limits.FILE_BYTES // 2**20}MB）"
            )
        return path.read_bytes()
    except FileNotFoundError as missing:
        raise AppError("file-missing", file=file) from missing
    except OSError as locked:
        raise AppError("file-locked", file=file) from locked


def read_workbook(path: Path, name: str | None = None) -> Workbook:
    """The workbook in a file; ``name`` is told in messages instead of the file's own. Raises AppError (``file-…``)."""
    return workbook_of(read_content(path), name or path.name)


def workbook_of(content: bytes, file: str) -> Workbook:
    """The workbook in these bytes. Raises AppError (``file-…``)."""
    if file.startswith(("~$", ".~")):
        raise AppError("file-lock-mark", file=file)
    if not content:
        raise AppError("file-empty", file=file)
    if content.startswith(_ZIP):
        return _from_zip(content, file)
    if content.startswith(_OLE):
        return _from_ole(content, file)
    if content[:4] in {b"\t\x08\x10\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00"}:
        raise AppError("file-too-old", file=file)
    text = decoded(content, file)
    stem = Path(file).stem
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        return read_html(text, file, stem)
    if text.startswith(("%PDF", "{\\rtf")):
        raise AppError("file-unknown", file=file)
    return read_csv(text, file, stem)


def _from_zip(content: bytes, file: str) -> Workbook:
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except BROKEN as broken:
        raise AppError("file-broken", file=file) from broken
    with archive:
        unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked > limits.UNPACKED_BYTES:
            raise limits.too_large(file, f"展开后有{unpacked // 2**20}MB（最大{limits.UNPACKED_BYTES // 2**20}MB）")
        names = {name.replace("\\", "/").casefold() for name in archive.namelist()}
        if any(name.endswith("workbook.bin") for name in names):
            from app.sheets.xlsb_details import xlsb_details

            return _by_calamine(content, file, xlsb_details(archive, file))
        if "content.xml" in names:
            return _from_open_document(archive, file)
        if "[content_types].xml" in names and not names & {"word/document.xml", "ppt/presentation.xml"}:
            from app.sheets.xlsx_reader import read_xlsx

            return read_xlsx(archive, file)
    raise AppError("file-unknown", file=file)


def _from_open_document(archive: zipfile.ZipFile, file: str) -> Workbook:
    try:
        kind = archive.read("mimetype") if "mimetype" in archive.namelist() else b""
        manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive.namelist() else b""
    except BROKEN as broken:
        raise AppError("file-broken", file=file) from broken
    if b"encryption-data" in manifest:
        raise AppError("file-protected", file=file)
    if kind and b"spreadsheet" not in kind:
        raise AppError("file-unknown", file=file)
    from app.sheets.ods_reader import read_ods

    return read_ods(archive, file)


def _from_ole(content: bytes, file: str) -> Workbook:
    try:
        office = msoffcrypto.OfficeFile(BytesIO(content))
        protected = office.is_encrypted()
        stream = b"" if protected else _workbook_stream(office)
    except (FileFormatError, ParseError, OSError, ValueError, IndexError, KeyError, EOFError) as unknown:
        raise AppError("file-unknown", file=file) from unknown
    if protected:
        raise AppError("file-protected", file=file)
    return _by_calamine(content, file, xls_details(stream))


def _workbook_stream(office: Any) -> bytes:
    """The stream in which an .xls keeps its cells, empty where there is none."""
    compound = getattr(office, "ole", None)
    if compound is None or not compound.exists("Workbook"):
        return b""
    content: bytes = compound.openstream("Workbook").read()
    return content


def _by_calamine(content: bytes, file: str, details: XlsDetails | None) -> Workbook:
    from app.sheets.calamine_reader import read_by_calamine

    return read_by_calamine(content, file, details)
