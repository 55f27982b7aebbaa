"""Any file → its cells. What a file is, its first bytes tell, never its name.

What is here runs in the reading process (worker_process); ``workbook_of`` is the same without one, for bytes of our own.
"""

from __future__ import annotations

import errno
import stat
import zipfile
from io import BytesIO
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from app.domain.problems import AppError
from app.sheets.reading import limits
from app.sheets.reading.cells import Workbook
from app.sheets.reading.grid import workbook_of_raw
from app.sheets.reading.raw_cells import RawBook, broken
from app.sheets.reading.template_mark import mark_in, mark_in_bytes
from app.sheets.reading.text_reader import decoded, read_csv, read_html
from app.sheets.reading.xlsx_parts import BROKEN

if TYPE_CHECKING:
    from app.sheets.reading.xls_details import XlsDetails

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LISTED, _CLOSED = b"PK\x01\x02", 1
"""How each entry of a package's list begins; the flag of one that is closed by a password."""
_BIFF = {b"\t\x08\x10\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00"}
_LOCK_MARKS = ("~$", ".~")
_OTHERS = (
    b"%PDF",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"MZ",
    b"SQLite format 3",
    b"BM",
)
_SPREADSHEETS = frozenset((".xlsx", ".xlsm", ".xls", ".et", ".xlsb", ".ods", ".csv"))


def read_content(path: Path) -> bytes:
    """The bytes of a file. Raises AppError where it is missing, locked, no file at all, or too large."""
    file = path.name
    try:
        told = path.stat()
        if stat.S_ISDIR(told.st_mode):
            raise AppError("file-is-folder", file=file)
        if not stat.S_ISREG(told.st_mode):
            raise AppError("file-unknown", file=file)
        if told.st_size > limits.FILE_BYTES:
            raise limits.too_large(file, f"文件有{told.st_size // 2**20}MB（最大{limits.FILE_BYTES // 2**20}MB）")
        with path.open("rb") as stream:
            return stream.read(limits.FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as missing:
        raise AppError("file-missing", file=file) from missing
    except ValueError as strange:
        raise AppError("file-missing", file=file) from strange
    except OSError as locked:
        raise _unopened(locked, file) from locked


def _unopened(fault: OSError, file: str) -> AppError:
    """Why a file that is there cannot be opened."""
    # A file that is open in WPS or Excel on Windows: 32 is a sharing violation, 33 a locked part.
    if getattr(fault, "winerror", None) in {32, 33}:
        return AppError("file-open-elsewhere", file=file)
    if fault.errno == errno.ENAMETOOLONG:
        return AppError("file-path-too-long", file=file)
    if fault.errno in {errno.EACCES, errno.EPERM}:
        return AppError("file-locked", file=file)
    return AppError("file-not-read", file=file, reason=fault.strerror or str(fault))


def workbook_of(content: bytes, file: str) -> Workbook:
    """The workbook in these bytes. Raises AppError (``file-…``)."""
    return workbook_of_raw(file, raw_book_of(content, file))


def raw_book_of(content: bytes, file: str) -> RawBook:
    """The cells in these bytes. Raises AppError (``file-…``)."""
    if file.startswith(_LOCK_MARKS):
        raise AppError("file-lock-mark", file=file)
    if not content:
        raise AppError("file-empty", file=file)
    try:
        if content.startswith(ZIP):
            return _from_zip(content, file)
        if content.startswith(OLE):
            return _from_ole(content, file)
        return _from_text(content, file)
    except (MemoryError, RecursionError) as fault:
        raise limits.too_large(file, "读它需要的内存太多") from fault


def _from_text(content: bytes, file: str) -> RawBook:
    if content[:4] in _BIFF:
        raise AppError("file-too-old", file=file)
    if content.startswith(_OTHERS):
        raise AppError("file-unknown", file=file)
    name = PurePath(file)
    text = decoded(content)
    if text is None:
        wrapped = name.suffix.casefold() in _SPREADSHEETS
        raise AppError("file-wrapped" if wrapped else "file-unknown", file=file)
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        return read_html(text, file, name.stem)
    return read_csv(text, file, name.stem)


def _from_zip(content: bytes, file: str) -> RawBook:
    refuse_many_parts(content, file)
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except BROKEN as fault:
        raise broken(file) from fault
    with archive:
        refuse_bomb(archive, file)
        names = checked_names(archive, file)
        if "content.xml" in names:
            return _from_open_document(archive, file, content)
        if any(name.endswith("workbook.bin") for name in names):
            from app.sheets.reading.xlsb_details import xlsb_details

            return _by_calamine(content, file, xlsb_details(archive, file))
        if "[content_types].xml" in names and not names & {"word/document.xml", "ppt/presentation.xml"}:
            from app.sheets.reading.second_opinion import confirmed
            from app.sheets.reading.xlsx_reader import read_xlsx

            book = read_xlsx(archive, file)
            book.mark = mark_in(archive)
            return confirmed(book, content, file)
    raise AppError("file-unknown", file=file)


def refuse_many_parts(content: bytes, file: str) -> None:
    """Raises AppError where a package lists more parts than any workbook has; they are counted before they are listed."""
    parts = content.count(_LISTED)
    if parts > limits.PARTS:
        raise limits.too_large(file, f"里面有{parts}个部件（最多{limits.PARTS}个）")


def refuse_bomb(archive: zipfile.ZipFile, file: str) -> None:
    """Raises AppError where the parts are closed by a password, or would unpack to more than any workbook has."""
    if any(part.flag_bits & _CLOSED for part in archive.infolist()):
        raise AppError("file-protected", file=file)
    unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > limits.UNPACKED_BYTES:
        raise limits.too_large(file, f"展开后有{unpacked // 2**20}MB（最大{limits.UNPACKED_BYTES // 2**20}MB）")


def checked_names(archive: zipfile.ZipFile, file: str) -> set[str]:
    """The names of the parts. Two parts of one name are two contents, of which each program takes another: refused."""
    names: set[str] = set()
    for part in archive.namelist():
        name = part.replace("\\", "/").lstrip("/").casefold()
        if name in names:
            raise AppError("file-ambiguous", file=file, part=part)
        names.add(name)
    return names


def _from_open_document(archive: zipfile.ZipFile, file: str, content: bytes) -> RawBook:
    try:
        kind = archive.read("mimetype") if "mimetype" in archive.namelist() else b""
        manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive.namelist() else b""
    except BROKEN as fault:
        raise broken(file) from fault
    if b"encryption-data" in manifest:
        raise AppError("file-protected", file=file)
    if kind and b"spreadsheet" not in kind:
        raise AppError("file-unknown", file=file)
    from app.sheets.reading.ods_reader import read_ods
    from app.sheets.reading.second_opinion import confirmed

    book = read_ods(archive, file)
    book.mark = mark_in(archive)
    return confirmed(book, content, file)


def _from_ole(content: bytes, file: str) -> RawBook:
    from app.sheets.reading.xls_details import xls_details

    stream = workbook_stream(content, file)
    book = _by_calamine(content, file, xls_details(stream))
    book.mark = mark_in_bytes(content)
    return book


def workbook_stream(content: bytes, file: str) -> bytes:
    """The stream of the cells in a file of the old format, which may also be a closed one of the new. Raises AppError."""
    from app.sheets.reading.xls_details import is_protected, streams_of

    told = streams_of(content)
    if told is None:
        raise AppError("file-unknown", file=file)
    if told.rights_managed:
        raise AppError("file-rights-managed", file=file)
    if told.encrypted or is_protected(told.workbook):
        raise AppError("file-protected", file=file)
    if not told.workbook:
        raise AppError("file-unknown", file=file)
    return told.workbook


def _by_calamine(content: bytes, file: str, details: XlsDetails | None) -> RawBook:
    from app.sheets.reading.calamine_reader import read_by_calamine

    return read_by_calamine(content, file, details)
