"""The menu bar: every doing of the window with its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from app.i18n import translate
from app.ui.navigation import Place


class Menus:
    """Makes the menus of a window. ``doings`` holds what each action calls, by the action's name."""

    def __init__(self, window: QMainWindow, places: Sequence[Place], doings: dict[str, Callable[[], object]]) -> None:
        self._window = window
        self._doings = doings
        self.actions: dict[str, QAction] = {}
        self._book_menu()
        self._view_menu(places)
        self._help_menu()

    def set_book_open(self, is_open: bool) -> None:
        """Offer what needs a book only while one is open."""
        for name, action in self.actions.items():
            if name in ("close", "backup", "refresh", "find") or name.startswith("go:"):
                action.setEnabled(is_open)

    def _book_menu(self) -> None:
        menu = self._window.menuBar().addMenu(translate("Menus", "考核库(&F)"))
        self._add(menu, "new", translate("Menus", "新建(&N)…"), QKeySequence.StandardKey.New)
        self._add(menu, "open", translate("Menus", "打开(&O)…"), QKeySequence.StandardKey.Open)
        self._add(menu, "sample", translate("Menus", "看看示例法院(&D)…"))
        menu.addSeparator()
        self._add(menu, "backup", translate("Menus", "备份(&B)…"))
        self._add(menu, "close", translate("Menus", "关闭考核库(&C)"), "Ctrl+W")
        menu.addSeparator()
        self._add(menu, "quit", translate("Menus", "退出(&Q)"), "Ctrl+Q")

    def _view_menu(self, places: Sequence[Place]) -> None:
        menu = self._window.menuBar().addMenu(translate("Menus", "查看(&V)"))
        for number, place in enumerate(places, 1):
            self._add(menu, f"go:{place.key}", f"{place.title}(&{number})", f"Ctrl+{number}")
        menu.addSeparator()
        self._add(menu, "find", translate("Menus", "查找(&F)"), QKeySequence.StandardKey.Find)
        self._add(menu, "refresh", translate("Menus", "刷新(&R)"), QKeySequence.StandardKey.Refresh)

    def _help_menu(self) -> None:
        menu = self._window.menuBar().addMenu(translate("Menus", "帮助(&H)"))
        self._add(menu, "help", translate("Menus", "本页帮助(&H)"), QKeySequence.StandardKey.HelpContents)
        self._add(menu, "about", translate("Menus", "关于衡绩(&A)"))

    def _add(self, menu: QMenu, name: str, text: str, key: QKeySequence.StandardKey | str | None = None) -> None:
        action = menu.addAction(text)
        if isinstance(key, str):
            action.setShortcut(QKeySequence(key))
        elif key is not None:
            action.setShortcuts(key)
        doing = self._doings[name]
        action.triggered.connect(lambda _checked=False: doing())
        self.actions[name] = action
