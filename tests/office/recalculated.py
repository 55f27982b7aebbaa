"""LibreOffice as the other side: a workbook opened, every formula of it worked out, and saved again."""

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def recalculated(path: Path) -> Workbook:
    """The workbook as LibreOffice works it out; its formulas come as their values."""
    folder = path.parent / "recalculated"
    folder.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation=file://{path.parent / 'profile'}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return load_workbook(folder / path.name, data_only=True)
