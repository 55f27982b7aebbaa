"""The reading process: whatever a file does to it, the program goes on, and the file has one fault in words."""

import contextlib
import io
import os
import random
import stat
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest

from app import __main__ as program
from app.domain.problems import AppError
from app.messages import sentence
from app.sheets.reading import limits, worker, worker_wire
from app.sheets.reading.cells import Workbook
from app.sheets.reading.raw_cells import TEXT, Gatherer, RawBook
from app.sheets.reading.reader import raw_book_of, read_content, workbook_of
from app.sheets.reading.worker import SheetReader
from app.sheets.reading.worker_wire import LENGTH_BYTES, MalformedError, answer_of, told_book

DATA = Path(__file__).parent.parent / "data" / "sheets"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")


@pytest.fixture(scope="module")
def reader():
    with SheetReader() as one:
        yield one


def write(path: Path, *rows: list[object]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def refusal(one: SheetReader, path: Path) -> AppError:
    with pytest.raises(AppError) as error:
        one.read(path)
    told = sentence(error.value.code, error.value.values)
    assert path.name in told.text or error.value.code == "reader-not-started"
    assert told.remedy
    return error.value


def texts(book: Workbook) -> list[list[str]]:
    return [[cell.text for cell in row.values()] for row in book.sheets[0].rows.values()]


def test_a_workbook_crosses_as_it_is_read_here(reader, tmp_path):
    path = write(tmp_path / "数据 2024Q1.xlsx", ["工号", "姓名", "得分"], ["A1", "王𫖯", 95.5])
    crossed, here = reader.read(path), workbook_of(path.read_bytes(), path.name)
    assert (crossed.file, texts(crossed)) == ("数据 2024Q1.xlsx", [["工号", "姓名", "得分"], ["A1", "王𫖯", "95.5"]])
    assert crossed.sheets == here.sheets
    assert len(crossed.digest) == 64


def test_one_process_serves_several_files_and_comes_again_after_its_death(tmp_path):
    path = write(tmp_path / "a.xlsx", ["工号"])
    with SheetReader() as one:
        first = (one.read(path), one.process_id)[1]
        assert (one.read(path), one.process_id)[1] == first
        os.kill(first, 9)
        assert refusal(one, path).code in {"file-ends-reader", "reader-not-started"}
        assert texts(one.read(path)) == [["工号"]]
        assert one.process_id not in {0, first}
    assert one.process_id == 0


@LINUX
def test_a_damaged_xls_on_which_the_library_hangs_and_eats_all_memory_is_one_fault(tmp_path):
    with SheetReader() as one:
        assert refusal(one, DATA / "traps" / "endless.xls").code in {"file-ends-reader", "file-too-slow"}
        assert texts(one.read(write(tmp_path / "a.xlsx", ["工号"]))) == [["工号"]]


def test_a_file_that_takes_too_long_is_stopped(monkeypatch, tmp_path):
    monkeypatch.setattr(worker, "_START", "import time; from app.sheets.reading.worker_wire import told_ready; import sys\n"
                        "sys.stdout.buffer.write(told_ready()); sys.stdout.flush(); time.sleep(60)")  # fmt: skip
    monkeypatch.setattr(
        worker, "_command", lambda: [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; {worker._START}"]
    )
    begin = time.monotonic()
    with SheetReader(seconds=0.3) as one:
        error = refusal(one, tmp_path / "慢.xlsx")
    assert (error.code, error.values["seconds"]) == ("file-too-slow", "0.3")
    assert time.monotonic() - begin < 10


def test_what_the_waiting_raises_ends_the_process(tmp_path):
    many = tmp_path / "多.csv"
    many.write_text("工号,姓名\n" + "A1,张三\n" * 150_000, encoding="utf-8")

    class Stopped(Exception):
        pass

    def stop() -> None:
        raise Stopped

    with SheetReader() as one:
        one.start()
        process = one.process_id
        with pytest.raises(Stopped):
            one.read(many, stop)
        assert one.process_id == 0
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_no_process_may_be_started_and_that_is_said(monkeypatch, tmp_path):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    with SheetReader() as one:
        error = refusal(one, tmp_path / "a.xlsx")
    assert (error.code, error.values["reason"]) == ("reader-not-started", "Operation not permitted")
    assert "启动不了" in sentence(error.code, error.values).text


def test_a_process_that_dies_at_its_start_is_said_too(monkeypatch, tmp_path):
    monkeypatch.setattr(worker, "_command", lambda: [sys.executable, "-c", "raise SystemExit(3)"])
    with SheetReader() as one:
        assert refusal(one, tmp_path / "a.xlsx").code == "reader-not-started"


def test_a_process_that_talks_nonsense_is_not_believed(monkeypatch, tmp_path):
    monkeypatch.setattr(worker, "_command", lambda: [sys.executable, "-c", "print('x' * 5000)"])
    with SheetReader() as one:
        assert refusal(one, tmp_path / "a.xlsx").code == "reader-not-started"


def test_it_serves_from_any_thread(tmp_path):
    path = write(tmp_path / "a.xlsx", ["工号"])
    found: list[list[list[str]]] = []

    def read() -> None:
        with SheetReader() as one:
            found.append(texts(one.read(path)))

    threads = [threading.Thread(target=read) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(30)
    assert found == [[["工号"]]] * 2


def test_the_packaged_program_starts_itself_with_a_hidden_word(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker._command() == [sys.executable, worker_wire.SWITCH]
    assert program.READING_PROCESS == worker_wire.SWITCH


def test_the_program_with_the_hidden_word_is_a_reading_process(tmp_path):
    path = write(tmp_path / "a.xlsx", ["工号"])
    asked = worker_wire.request(path, path.name)
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "app", worker_wire.SWITCH], input=asked, capture_output=True, cwd=root, check=True
    )
    ready, told = messages(done.stdout)
    assert answer_of(ready) is None
    assert answer_of(told).book.sheets[0].texts == ["工号"]


def messages(stream: bytes) -> list[bytes]:
    found = []
    while stream:
        length = int.from_bytes(stream[:LENGTH_BYTES], "big")
        found.append(stream[LENGTH_BYTES : LENGTH_BYTES + length])
        stream = stream[LENGTH_BYTES + length :]
    return found


def test_the_process_imports_neither_window_nor_database():
    code = (
        "import sys; import app.sheets.reading_process\n"
        "print([each for each in ('PySide6', 'sqlmodel', 'sqlalchemy', 'openpyxl', 'reportlab', 'pydantic') if each in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout == "[]\n"


@LINUX
def test_memory_is_limited(tmp_path, monkeypatch):
    import resource

    shown = "import resource; from app.sheets.reading.worker_limits import bind_self; bind_self(); print(resource.getrlimit(resource.RLIMIT_AS)[0])"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, cwd=root, check=True)
    assert int(done.stdout) == limits.MEMORY_BYTES
    assert resource.getrlimit(resource.RLIMIT_AS)[0] != limits.MEMORY_BYTES  # the program itself is not bound


def book_of(*rows: list[str]) -> RawBook:
    gatherer = Gatherer("a", "一")
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            gatherer.put(number, column, TEXT, text)
    return RawBook([gatherer.finish()])


def test_texts_that_are_no_unicode_cross_too():
    crossed = answer_of(told_book(book_of(["甲\ud800乙", "丙"]), "0" * 64)[LENGTH_BYTES:])
    assert crossed.book.sheets[0].texts == ["甲?乙\0丙"]


def test_an_answer_that_was_tampered_with_is_malformed_or_harmless():
    message = told_book(book_of(["工号", "姓名"], ["A1", "张三"]), "0" * 64)[LENGTH_BYTES:]
    dice = random.Random(3)
    refused = 0
    for _ in range(3000):
        changed = bytearray(message)
        for _ in range(dice.randrange(1, 4)):
            changed[dice.randrange(len(changed))] = dice.randrange(256)
        try:
            told = answer_of(bytes(changed))
        except (MalformedError, AppError):
            refused += 1
            continue
        assert told is None or len(told.book.sheets) == 1
    assert refused > 1500
    for length in range(len(message)):
        with pytest.raises(MalformedError):
            answer_of(message[:length])


@pytest.mark.parametrize(
    ("name", "code"),
    [("没有.xlsx", "file-missing"), ("文件夹", "file-is-folder"), ("长" * 300 + ".xlsx", "file-path-too-long")],
)
def test_files_that_are_none(reader, tmp_path, name, code):
    (tmp_path / "文件夹").mkdir()
    assert refusal(reader, tmp_path / name).code == code


def test_a_path_with_a_zero_byte_is_no_file(reader, tmp_path):
    assert refusal(reader, tmp_path / "a\0.xlsx").code == "file-missing"


@pytest.mark.skipif(os.name != "posix", reason="names of POSIX")
def test_names_of_any_bytes_and_blanks_are_found(reader, tmp_path):
    for name in ("张　三 的 表.xlsx", os.fsdecode(b"\xd6\xd0.xlsx")):
        path = write(tmp_path / "a.xlsx", ["工号"]).rename(tmp_path / name)
        assert texts(reader.read(path)) == [["工号"]]


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_pipe_does_not_make_it_wait(reader, tmp_path):
    os.mkfifo(tmp_path / "管道.xlsx")
    assert stat.S_ISFIFO((tmp_path / "管道.xlsx").stat().st_mode)
    assert refusal(reader, tmp_path / "管道.xlsx").code == "file-unknown"


def test_an_open_file_on_windows_and_others_that_cannot_be_opened_are_told_apart(monkeypatch, tmp_path):
    path = write(tmp_path / "a.xlsx", ["工号"])

    def fail(fault: OSError):
        def opened(*_: object, **__: object) -> None:
            raise fault

        return opened

    shared = OSError(13, "Permission denied")
    shared.winerror = 32
    told = []
    for fault in (shared, PermissionError(13, "Permission denied"), OSError(5, "Input/output error")):
        monkeypatch.setattr(Path, "open", fail(fault))
        with pytest.raises(AppError) as error:
            read_content(path)
        told.append(error.value.code)
    assert told == ["file-open-elsewhere", "file-locked", "file-not-read"]


def bomb(path: Path, name: str, begin: str, piece: str, end: str) -> Path:
    """A package in which one part unpacks to 300 MB of one piece again and again."""
    sound = io.BytesIO()
    openpyxl_book = openpyxl.Workbook()
    openpyxl_book.active.append(["工号"])
    openpyxl_book.save(sound)
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        with new.open(name, "w") as stream:
            stream.write(begin.encode())
            block = piece.encode() * (1_000_000 // len(piece))
            for _ in range(300):
                stream.write(block)
            stream.write(end.encode())
    return path


@LINUX
def test_a_bomb_that_unpacks_to_hundreds_of_megabytes_is_refused_within_the_limits(tmp_path):
    path = bomb(
        tmp_path / "文字.xlsx", "xl/sharedStrings.xml", "<sst>", "<si><t>" + "天" * 3000 + "</t></si>", "</sst>"
    )
    assert path.stat().st_size < 10_000_000
    with SheetReader() as one:
        assert refusal(one, path).code in {"file-too-large", "file-ends-reader"}


def test_closing_twice_and_without_a_start_does_no_harm():
    one = SheetReader()
    one.close()
    one.start()
    with contextlib.suppress(AppError):
        one.read(Path("没有.xlsx"))
    one.close()
    one.close()
    assert one.process_id == 0


def test_raw_books_are_the_same_by_either_door():
    content = (DATA / "decent.xls").read_bytes()
    book = raw_book_of(content, "a.xls")
    assert answer_of(told_book(book, "0" * 64)[LENGTH_BYTES:]).book == book
