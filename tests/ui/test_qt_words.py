from PySide6.QtCore import QCoreApplication

from app.ui.qt_words import QtWords


def test_the_file_dialog_says_folder_and_size_in_plain_chinese(qapp):
    words = QtWords()
    assert QCoreApplication.translate("QAbstractFileIconProvider", "Folder") == "Folder"
    qapp.installTranslator(words)
    try:
        assert QCoreApplication.translate("QAbstractFileIconProvider", "Folder") == "文件夹"
        assert QCoreApplication.translate("QFileSystemModel", "Size") == "大小"
        assert QCoreApplication.translate("QFileSystemModel", "Name") == "Name"
    finally:
        qapp.removeTranslator(words)
