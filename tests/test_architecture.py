"""The design as tests: sizes, directions, and what must never stand in the program."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

ROOT = Path(__file__).parent.parent
SOURCES = sorted([*ROOT.glob("app/**/*.py"), *ROOT.glob("packaging/*.py")])
DOMAIN = sorted(ROOT.glob("app/domain/**/*.py"))

FILE_LINES = 400
FUNCTION_LINES = 40
NAMES_THAT_SAY_NOTHING = {
    "helper",
    "helpers",
    "util",
    "utils",
    "common",
    "manager",
    "handle",
    "process",
    "misc",
    "base",
}
WAITING = {"processEvents", "sleep", "msleep", "usleep"}
CLOCK = {"now", "today", "utcnow", "localtime", "gmtime", "monotonic", "perf_counter"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def tree(source: Path) -> ast.Module:
    return ast.parse(source.read_text(encoding="utf-8"))


def place(source: Path, node: ast.AST) -> str:
    return f"{source.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


def used_names(source: Path) -> Iterator[tuple[str, ast.AST]]:
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.Attribute):
            yield node.attr, node
        elif isinstance(node, ast.Name):
            yield node.id, node
        elif isinstance(node, ast.ImportFrom):
            yield from ((alias.name, node) for alias in node.names)


def lines_of_code(function: Function) -> int:
    """Count a function's lines without its docstring."""
    first = function.body[0]
    docstring = (first.end_lineno or 0) - first.lineno + 1 if ast.get_docstring(function) else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def test_the_sources_are_found() -> None:
    assert len(SOURCES) > 10
    assert DOMAIN


def test_no_file_is_longer_than_one_can_hold_in_the_head() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {path: lines for path, lines in lengths.items() if lines > FILE_LINES} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{place(source, node)} {node.name}: {lines_of_code(node)}"
        for source in SOURCES
        for node in ast.walk(tree(source))
        if isinstance(node, Function) and lines_of_code(node) > FUNCTION_LINES
    ]
    assert long == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [str(path) for path in SOURCES if path.stem in NAMES_THAT_SAY_NOTHING] == []


def test_the_layers_are_kept() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_nothing_pumps_events_or_sleeps() -> None:
    found = [f"{place(path, node)} {name}" for path in SOURCES for name, node in used_names(path) if name in WAITING]
    assert found == []


def test_nothing_is_left_to_be_implemented() -> None:
    found = [
        place(path, node)
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Raise) and node.exc and "NotImplemented" in ast.dump(node.exc)
    ]
    assert found == []


def test_the_domain_imports_only_the_standard_library_exact_ratios_and_itself() -> None:
    known = {*sys.stdlib_module_names, "gmpy2"}
    foreign = [
        f"{place(path, node)} {name}"
        for path in DOMAIN
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or "."])
        if name.split(".")[0] not in known and name != "app" and not name.startswith("app.domain")
    ]
    assert foreign == []


def test_the_domain_never_asks_the_clock() -> None:
    calls = [
        f"{place(path, node)} {node.func.attr}"
        for path in DOMAIN
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK
    ]
    assert calls == []


def test_the_domain_knows_no_binary_fractions() -> None:
    found = [place(path, node) for path in DOMAIN for name, node in used_names(path) if name == "float"]
    literals = [
        place(path, node)
        for path in DOMAIN
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    assert found + literals == []


class Bell(QObject):
    """Something that tells."""

    rung = Signal(object)


@pytest.mark.usefixtures("qapp")
def test_qt_gives_back_every_reference_to_none_and_true() -> None:
    """Some PySide6 versions lose one reference a call on Python 3.11, and abort after a few thousand calls."""
    label, bell = QLabel(), Bell()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(1000):
        label.setToolTip("衡绩")
        bell.rung.emit(None)
    lost = before[0] - sys.getrefcount(None), before[1] - sys.getrefcount(True)
    assert max(lost) < 100


@pytest.mark.usefixtures("qapp")
def test_five_thousand_signals_arrive() -> None:
    bell, heard = Bell(), []
    bell.rung.connect(heard.append)
    for number in range(5000):
        bell.rung.emit(number)
    assert heard == list(range(5000))
