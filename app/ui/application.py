"""The Qt application: language, fonts, looks. To be made before anything else of the window."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.i18n import SOURCE_LANGUAGE, choose_language
from app.paths import RESOURCES
from app.ui.input_method import choose_input_method
from app.ui.qt_words import QtWords
from app.ui.theme import dress

LANGUAGE_VARIABLE = "HENGJI_LANGUAGE"


def build_application(arguments: Sequence[str] = ()) -> QApplication:
    """The program's QApplication, dressed and speaking the user's language."""
    choose_input_method(os.environ, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)))
    application = QApplication(["hengji", *arguments])
    application.setApplicationName("hengji")
    application.setDesktopFileName("hengji")
    application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "hengji.svg")))
    _speak(application)
    dress(application)
    return application


def _speak(application: QApplication) -> None:
    language = os.environ.get(LANGUAGE_VARIABLE, SOURCE_LANGUAGE)
    choose_language(language)
    if language != SOURCE_LANGUAGE:
        QLocale.setDefault(QLocale("en"))
        return
    QLocale.setDefault(QLocale("zh_CN"))
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
    application.installTranslator(QtWords(application))
