"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from app.domain.problems import AppError


def replace_file(path: Path, content: bytes) -> None:
    """Writes a new file beside ``path`` and puts it in its place; on any failure the old one stays.

    Raises AppError: report-file-in-use (open elsewhere or not writable), report-not-written.
    """
    made: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.stem[:40]}-", delete=False) as file:
            made = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        made.chmod(0o644)
        made.replace(path)
    except PermissionError as error:
        _drop(made)
        raise AppError("report-file-in-use", file=path.name) from error
    except OSError as error:
        _drop(made)
        raise AppError("report-not-written", file=path.name, reason=error.strerror or str(error)) from error


def _drop(made: Path | None) -> None:
    if made is not None:
        made.unlink(missing_ok=True)
