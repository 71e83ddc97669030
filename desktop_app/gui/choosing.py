"""The desktop's dialogs for files and folders, behind one object that tests replace."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.gui.sheet import put_up


class Choosing:
    """Every answer comes through `then`; nothing waits, nothing comes where the person cancels."""

    def files(self, parent: QWidget, title: str, then: Callable[[list[Path]], None]) -> None:
        dialog = QFileDialog(parent, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
        put_up(dialog)

    def folder(self, parent: QWidget, title: str, then: Callable[[Path], None], start: Path | None = None) -> None:
        dialog = QFileDialog(parent, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if start is not None:
            dialog.setDirectory(str(start))
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        put_up(dialog)

    def save(
        self,
        parent: QWidget,
        title: str,
        name: str,
        kinds: Sequence[tuple[str, str]],
        then: Callable[[Path, bool], None],
    ) -> None:
        """A new file, `name` without its suffix to begin with. `kinds`: what each suffix means.

        `then` also hears whether the person was asked about what has that name already.
        """
        dialog = QFileDialog(parent, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        suffixes = {f"{words} (*.{suffix})": f".{suffix}" for words, suffix in kinds}
        dialog.setNameFilters(list(suffixes))

        def chosen(raw: str) -> None:
            path = Path(raw)
            if path.suffix.lower() in suffixes.values():
                then(path, True)
            else:
                then(path.with_name(path.name + suffixes[dialog.selectedNameFilter()]), False)

        def kind_chosen(kind: str) -> None:
            for selected in dialog.selectedFiles()[:1]:
                dialog.selectFile(Path(selected).with_suffix(suffixes[kind]).name)

        dialog.filterSelected.connect(kind_chosen)
        dialog.selectFile(name + suffixes[dialog.selectedNameFilter()])
        dialog.fileSelected.connect(chosen)
        put_up(dialog)
