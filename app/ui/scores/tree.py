"""The explanation as a tree that Qt can show: one line a node, its score and full marks."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFont

from app.domain.entries import State
from app.domain.explanation import Node
from app.i18n import translate
from app.ui.theme import colour

Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def score_text(node: Node) -> str:
    """The node's score, or the word for why there is none."""
    if node.score is not None:
        return f"{node.score:f}"
    if node.kind == "veto":
        return translate("Scores", "否决项")
    return "—" if node.state is State.VALUE else node.state.word


def marks_text(marks: Decimal | None) -> str:
    """Full marks, or nothing."""
    return "" if marks is None else f"{marks:f}"


class TreeModel(QAbstractItemModel):
    """Shows one explanation; nodes are numbered from the root down, which names them for Qt."""

    def __init__(self) -> None:
        super().__init__()
        self._nodes: list[Node] = []
        self._parents: list[int] = []
        self._children: list[list[int]] = []

    def set_root(self, root: Node | None) -> None:
        """Show this tree, or none."""
        self.beginResetModel()
        self._nodes, self._parents, self._children = [], [], []
        if root is not None:
            self._add(root, -1)
        self.endResetModel()

    def node(self, index: Index) -> Node | None:
        """The node at an index, or None."""
        return self._nodes[index.internalId()] if index.isValid() else None

    def index_of(self, code: str) -> QModelIndex:
        """Where the node with a code stands; the root where there is none such."""
        if not self._nodes:
            return QModelIndex()
        number = next((place for place, node in enumerate(self._nodes) if code and node.code == code), 0)
        parent = self._parents[number]
        row = self._children[parent].index(number) if parent >= 0 else 0
        return self.createIndex(row, 0, number)

    def _add(self, node: Node, parent: int) -> int:
        number = len(self._nodes)
        self._nodes.append(node)
        self._parents.append(parent)
        self._children.append([])
        for child in node.children:
            self._children[number].append(self._add(child, number))
        return number

    # --- what Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 -- Qt's own
        if not self._nodes or not 0 <= column < 3:
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, 0) if row == 0 else QModelIndex()
        below = self._children[parent.internalId()]
        return self.createIndex(row, column, below[row]) if 0 <= row < len(below) else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:
        number = self._parents[index.internalId()] if index.isValid() else -1
        if number < 0:
            return QModelIndex()
        above = self._parents[number]
        return self.createIndex(self._children[above].index(number) if above >= 0 else 0, 0, number)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        if not parent.isValid():
            return 1 if self._nodes else 0
        return len(self._children[parent.internalId()]) if parent.column() == 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return _RIGHT
        if role == Qt.ItemDataRole.DisplayRole:
            return (translate("Scores", "指标"), translate("Scores", "得分"), translate("Scores", "满分"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if node is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (node.label, score_text(node), marks_text(node.full_marks))[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return node.reason or f"{node.code} {node.label}".strip()
        if role == Qt.ItemDataRole.FontRole and node.kind in ("total", "branch"):
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and node.state is State.EMPTY:
            return QBrush(colour("warn"))
        return None
