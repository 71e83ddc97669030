"""The desktop's dialogs for files and folders, behind one object that tests replace."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class Choosing:
    """Every answer comes through `then`; nothing waits, nothing comes where the person cancels."""

    def files(self, parent: QWidget, title: str, then: Callable[[list[Path]], None]) -> None:
        dialog = QFileDialog(parent, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
        _open(dialog)

    def folder(self, parent: QWidget, title: str, then: Callable[[Path], None], start: Path | None = None) -> None:
        dialog = QFileDialog(parent, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if start is not None:
            dialog.setDirectory(str(start))
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        _open(dialog)


def _open(dialog: QFileDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
