"""What is written for the packages agrees with the program."""

import ast
import configparser
import re
import tomllib
from pathlib import Path

import app

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"


def test_the_version_is_the_same_everywhere():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    installer = (PACKAGING / "hengji.iss").read_text(encoding="utf-8-sig")
    told = re.search(r'#define Version "(.*)"', installer)
    assert told
    assert settings["project"]["version"] == told[1] == app.__version__


def test_no_module_that_the_program_imports_is_left_out_of_the_build():
    spec = (PACKAGING / "hengji.spec").read_text(encoding="utf-8")
    excluded = next(
        set(ast.literal_eval(node.value))
        for node in ast.parse(spec).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "EXCLUDED_MODULES"
    )
    imported = {
        name
        for path in ROOT.glob("app/**/*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in names(node)
    }
    assert "PySide6.QtWidgets" in imported
    assert not imported & excluded


def names(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []


def test_the_menu_entry_opens_the_program_with_its_chinese_name():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(PACKAGING / "hengji.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["Name[zh_CN]"] == "衡绩"
    assert entry["Desktop Entry"]["Exec"] == "hengji"
    assert (ROOT / "resources" / "icons" / f"{entry['Desktop Entry']['Icon']}.svg").exists()
