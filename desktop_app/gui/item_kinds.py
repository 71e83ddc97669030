"""What a thing of a transfer is for people: by the ending of its name alone, for nobody looks into it."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop_app.events import Item
from desktop_app.gui import phrasing, plain, sizes
from desktop_app.gui.icons import Tone
from desktop_app.storage.programs import PROGRAMS

_ENDINGS: Final = {
    "picture": "arw avif bmp cr2 cr3 dng gif heic heif ico jpeg jpg jxl nef png psd raw svg tif tiff webp xcf",
    "film": "3gp avi flv m4v mkv mov mp4 mpeg mpg mts ogv vob webm wmv",
    "sound": "aac aif aiff flac m4a mid midi mp3 oga ogg opus wav wma",
    "document": "csv doc docx epub htm html key md numbers odp ods odt pages pdf ppt pptx rtf tex txt xls xlsx",
    "archive": "7z bz2 cab gz img iso rar tar tbz tgz txz xz zip zst",
    "program": " ".join(PROGRAMS),
}
_ICONS: Final = {ending: icon for icon, endings in _ENDINGS.items() for ending in endings.split()}


def icon_of(item: Item) -> str:
    """A file whose name has no ending, or one that says nothing, is just a file."""
    if item.is_folder:
        return "folder"
    _, dot, ending = item.name.rpartition(".")
    return _ICONS.get(ending.lower(), "file") if dot else "file"


def tone_of(icon: str) -> Tone:
    return "warning" if icon == "program" else "muted"


def size_of(item: Item) -> str:
    """1.2 MB; of a folder 214 files, 3.2 GB."""
    if not item.is_folder:
        return sizes.amount(item.size)
    if not item.files:
        return QCoreApplication.translate("items", "empty")
    return sizes.files_and_amount(item.files, item.size)


def whole(item: Item) -> str:
    """All of it, for who hears it."""
    return phrasing.listed((plain.isolated(item.name), _word(icon_of(item)), size_of(item)))


def _word(icon: str) -> str:
    """For who does not see it."""
    match icon:
        case "folder":
            return QCoreApplication.translate("items", "folder")
        case "picture":
            return QCoreApplication.translate("items", "picture")
        case "film":
            return QCoreApplication.translate("items", "film")
        case "sound":
            return QCoreApplication.translate("items", "sound")
        case "document":
            return QCoreApplication.translate("items", "document")
        case "archive":
            return QCoreApplication.translate("items", "archive")
        case "program":
            return QCoreApplication.translate("items", "program")
        case _:
            return QCoreApplication.translate("items", "file")
