"""What a disk can do to files."""

from desktop_app.errors.base import AppError


class StorageError(AppError):
    code = "storage"


class PathMissing(StorageError):
    code = "path-missing"
    sentence = "“{path}” does not exist."
    advice = "Check the spelling and try again."


class PathUnreadable(StorageError):
    code = "path-unreadable"
    sentence = "“{path}” cannot be read ({reason})."
    advice = "Check its permissions."


class NothingToSend(StorageError):
    code = "nothing-to-send"
    sentence = "There is nothing here that can be sent."
    advice = "Links, devices and other special files are left out."


class TooManyFiles(StorageError):
    code = "too-many-files"
    sentence = "More than {most} files and folders were selected."
    advice = "Send them in several parts."


class SourceChanged(StorageError):
    code = "source-changed"
    sentence = "“{path}” changed while it was being sent."
    advice = "Send it again."


class UnsafeName(StorageError):
    code = "unsafe-name"
    sentence = "The name {name!r} is not safe on every computer ({reason})."
    advice = "Nothing was written. Rename it on the sending computer."


class NameCollision(StorageError):
    code = "name-collision"
    sentence = "{name!r} means the same as another name in this transfer."
    advice = "Nothing was written. Rename one of them on the sending computer."


class NotEnoughSpace(StorageError):
    code = "not-enough-space"
    sentence = "There is not enough space: {needed} needed, {free} free."
    advice = "Make room or choose another folder."


class DiskFull(StorageError):
    """A transfer waits for room."""

    code = "disk-full"
    sentence = "The disk is full: {needed} more needed, {free} free."
    advice = "Make room. The transfer then goes on by itself."


class NamesNotHeldHere(StorageError):
    code = "names-not-held-here"
    sentence = "The disk of “{path}” cannot hold these names: {names}."
    advice = "What has such a name will be left out. Choose another folder to keep it."


class NamesTooLongHere(StorageError):
    code = "names-too-long-here"
    sentence = "The disk of “{path}” holds no names of more than {most} bytes, and there may be longer ones."
    advice = "What has a longer name will be left out. Choose another folder to keep it."


class FilesTooBigHere(StorageError):
    code = "files-too-big-here"
    sentence = "The disk of “{path}” holds no files of more than {most}."
    advice = "Bigger ones will be left out. Choose another folder to keep them."


class PathsTooLongHere(StorageError):
    code = "paths-too-long-here"
    sentence = "Some paths below “{path}” would have more than {most} bytes, which many programs cannot open."
    advice = "Choose a folder that is less deep."


class FolderUnusable(StorageError):
    code = "folder-unusable"
    sentence = "Files cannot be saved in “{path}” ({reason})."
    advice = "Choose another folder."


class FolderAway(FolderUnusable):
    """What was accepted into it waits."""

    code = "folder-away"
    advice = "Once that folder is as it was, this goes on by itself. If it stays away, cancel and have it sent again."


class WriteFailed(StorageError):
    code = "write-failed"
    sentence = "“{path}” could not be written ({reason})."
    advice = "Check the disk and send it again."


class FileNameUnusable(WriteFailed):
    """The name that the person gave to a document of theirs."""

    code = "file-name-unusable"
    advice = "Choose another file name."


class ContentMismatch(StorageError):
    code = "content-mismatch"
    sentence = "“{path}” arrived different from what was sent and was thrown away."
    advice = "Send it again."


class ProfileUnusable(StorageError):
    code = "profile-unusable"
    sentence = "Tallystick's own data in “{path}” cannot be used ({reason})."
    advice = "Choose another folder with --profile."


class DevicesOfLaterVersion(ProfileUnusable):
    code = "devices-of-later-version"
    sentence = "A later version of Tallystick keeps the remembered devices in “{path}”; this one can use none of them."
    advice = "Use the later version, or move that file away and compare codes with each of them again."


class DevicesReset(StorageError):
    """The store of remembered devices was unusable and is set aside; no secret in it is trusted any more."""

    code = "devices-reset"
    sentence = "The remembered devices could not be used ({reason}); none of them is trusted any more."
    advice = "Compare codes with each of them again. The old file was kept as “{kept}”."


class DevicesExposed(StorageError):
    """Others on this computer were able to read the secrets of remembered devices."""

    code = "devices-exposed"
    sentence = "Other users of this computer could read the secrets of your remembered devices in “{path}”."
    advice = "They no longer can. If you do not trust them, forget the devices and compare codes again."


class DevicesInSight(StorageError):
    """The disk cannot keep the secrets of remembered devices from others on this computer."""

    code = "devices-in-sight"
    sentence = "Other users of this computer may be able to read the secrets of your remembered devices in “{path}”."
    advice = "That disk keeps nothing from anybody. Choose a folder on another one with --profile."


class TooManyDevices(StorageError):
    code = "too-many-devices"
    sentence = "{peer} is not remembered: there are {most} remembered devices already."
    advice = "Forget one that you no longer use."


class SettingsReset(StorageError):
    code = "settings-reset"
    sentence = (
        "The settings could not be used ({reason}); Tallystick started with its defaults, but for who can see this "
        "computer, where that could be read."
    )
    advice = "The old file was kept as “{kept}”."
