"""Amounts, times and counts as people read them, in their own locale."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop_app.events import Contents, Progress
from desktop_app.gui import dates


def amount(size: int) -> str:
    """3.2 GB, 94 MB: two figures are what anybody reads."""
    leading = float(size)
    while leading >= 1000:
        leading /= 1000
    decimals = 1 if size >= 1000 and leading < 9.95 else 0
    return QLocale().formattedDataSize(size, decimals, QLocale.DataSizeFormat.DataSizeSIFormat)


def files(count: int) -> str:
    return QCoreApplication.translate("sizes", "{count} files", "", count).format(count=QLocale().toString(count))


def folders(count: int) -> str:
    return QCoreApplication.translate("sizes", "{count} folders", "", count).format(count=QLocale().toString(count))


def contents(what: Contents) -> str:
    """214 files, 3.2 GB. Folders are worth a word only where there is nothing else."""
    counted = files(what.files) if what.files or not what.folders else folders(what.folders)
    return _counted(counted, what.total)


def files_and_amount(count: int, size: int) -> str:
    return _counted(files(count), size)


def _counted(what: str, size: int) -> str:
    return QCoreApplication.translate("sizes", "{count}, {size}").format(count=what, size=amount(size))


def time_of_day(seconds: float) -> str:
    """14:02, as the locale writes it. Alone it does for what is minutes away."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(seconds)).time(), QLocale.FormatType.ShortFormat)


def clock(seconds: float) -> str:
    """14:02, with the day where that is not today."""
    time = time_of_day(seconds)
    if dates.is_today(seconds):
        return time
    return QCoreApplication.translate("sizes", "{day}, {time}").format(day=dates.lately(seconds), time=time)


def age(seconds: float) -> str:
    """How long something lives already."""
    minutes = max(0, int(seconds)) // 60
    locale = QLocale()
    if minutes < 1:
        return QCoreApplication.translate("sizes", "less than a minute")
    if minutes < 60:
        return QCoreApplication.translate("sizes", "{minutes} min").format(minutes=locale.toString(minutes))
    return QCoreApplication.translate("sizes", "{hours} h {minutes} min").format(
        hours=locale.toString(minutes // 60), minutes=locale.toString(minutes % 60)
    )


def remaining(seconds: float) -> str:
    whole = max(1, round(seconds))
    locale = QLocale()
    if whole < 60:
        return QCoreApplication.translate("sizes", "{seconds} s left").format(seconds=locale.toString(whole))
    if whole < 3600:
        return QCoreApplication.translate("sizes", "{minutes} min left").format(
            minutes=locale.toString(-(-whole // 60))
        )
    return QCoreApplication.translate("sizes", "{hours} h {minutes} min left").format(
        hours=locale.toString(whole // 3600), minutes=locale.toString(whole % 3600 // 60)
    )


def permille(progress: Progress) -> int:
    """How far, for a bar; a transfer of empty files moves by their number."""
    done, total = progress.bytes_done, progress.bytes_total
    if total <= 0:
        done, total = progress.files_done, max(1, progress.files_total)
    return max(0, min(1000, done * 1000 // total))


def percent(progress: Progress) -> str:
    return QCoreApplication.translate("sizes", "{percent} %").format(
        percent=QLocale().toString(permille(progress) // 10)
    )


def progress_line(progress: Progress) -> str:
    """48 % · 94 MB/s · 17 s left."""
    parts = [percent(progress)]
    if progress.rate > 0:
        parts.append(QCoreApplication.translate("sizes", "{size}/s").format(size=amount(int(progress.rate))))
    if progress.seconds_left is not None:
        parts.append(remaining(progress.seconds_left))
    return " · ".join(parts)
