from pathlib import Path

from PySide6.QtCore import QByteArray

from app.ui.preferences import RECENT_BOOKS, Preferences


def test_books_opened_last_stand_first_and_once(tmp_path):
    preferences = Preferences(tmp_path / "window.ini")
    for name in ("甲.hj", "乙.hj", "甲.hj"):
        preferences.remember_book(Path("/书/") / name)
    assert [path.name for path in preferences.recent_books] == ["甲.hj", "乙.hj"]


def test_one_book_alone_is_remembered_too(tmp_path):
    preferences = Preferences(tmp_path / "window.ini")
    preferences.remember_book(Path("/书/甲.hj"))
    again = Preferences(tmp_path / "window.ini")
    assert again.recent_books == (Path("/书/甲.hj"),)


def test_no_more_books_are_remembered_than_are_shown(tmp_path):
    preferences = Preferences(tmp_path / "window.ini")
    for number in range(RECENT_BOOKS + 3):
        preferences.remember_book(Path(f"/书/{number}.hj"))
    assert len(preferences.recent_books) == RECENT_BOOKS


def test_a_book_that_is_gone_is_forgotten(tmp_path):
    preferences = Preferences(tmp_path / "window.ini")
    preferences.remember_book(Path("/书/甲.hj"))
    preferences.forget_book(Path("/书/甲.hj"))
    assert preferences.recent_books == ()


def test_folders_and_place_are_kept_till_tomorrow(tmp_path):
    preferences = Preferences(tmp_path / "window.ini")
    preferences.remember_folder("imports", tmp_path)
    preferences.remember_geometry(QByteArray(b"here"))
    again = Preferences(tmp_path / "window.ini")
    assert again.folder("imports") == tmp_path
    assert bytes(again.geometry or b"") == b"here"


def test_nothing_is_remembered_at_first(tmp_path):
    preferences = Preferences(tmp_path / "window.ini")
    assert preferences.recent_books == ()
    assert preferences.geometry is None
    assert preferences.folder("imports").is_dir()


def test_a_folder_that_is_gone_is_not_offered_again(tmp_path):
    preferences = Preferences(tmp_path / "window.ini")
    preferences.remember_folder("imports", tmp_path / "gone")
    assert preferences.folder("imports") != tmp_path / "gone"
