"""Folders to write into."""

from __future__ import annotations

from pathlib import Path

from app.domain.problems import AppError


def folder_at(path: Path) -> Path:
    """The folder at a path, made where it is missing. Raises AppError("folder-not-made") where it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise AppError("folder-not-made", folder=path, why=fault.strerror or str(fault)) from fault
    return path
