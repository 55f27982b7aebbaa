"""Ask where the sample court shall be made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.i18n import translate
from app.ui.parts import button, label


class SampleCourtDialog(QDialog):
    """Says what will be made, and asks for the folder."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("SampleCourt", "看看示例法院"))
        self.setMinimumWidth(560)
        self.folder = QLineEdit(str(folder))
        self.browse = button(translate("SampleCourt", "选择(&B)…"))
        self.buttons = QDialogButtonBox()
        self.ok = self.buttons.addButton(translate("SampleCourt", "开始制作"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(translate("SampleCourt", "取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.ok.setDefault(True)
        about = translate(
            "SampleCourt",
            "将制作一所虚构的中级法院：约一百三十人、约六千件案件、十二个月的部门报表，从收表、核算、评定、公示、异议到办结封存的一整年，"
            "还有通报和上报。人名、案件、数字都是编造的。制作大约需要一分钟，可以随时取消；个人档案做好以后可在“档案”页打印。",
        )
        place = QHBoxLayout()
        caption = label(translate("SampleCourt", "放在文件夹(&F)"))
        caption.setBuddy(self.folder)
        place.addWidget(caption)
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(label(about, wraps=True))
        layout.addLayout(place)
        layout.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.browse.clicked.connect(self._browse)
        self.folder.textChanged.connect(self._check)

    @property
    def told(self) -> Path:
        """The folder wished."""
        return Path(self.folder.text().strip())

    @Slot()
    def _check(self) -> None:
        self.ok.setEnabled(bool(self.folder.text().strip()))

    @Slot()
    def _browse(self) -> None:
        title = translate("SampleCourt", "示例法院放在哪个文件夹")
        path = QFileDialog.getExistingDirectory(self, title, str(self.told.parent))
        if path:
            self.folder.setText(path)
