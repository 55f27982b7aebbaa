"""Where the files that come with the program are; the same from source and frozen."""

from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
RESOURCES = HOME / "resources"
TRANSLATIONS = HOME / "i18n"
