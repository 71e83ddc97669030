"""`forget`, `rename`, `always-accept`: what is remembered, changed on the disk. Who runs sees it within a second."""

from typing import Final

from desktop_app.cli.commands import AlwaysAccept, Forget, Rename
from desktop_app.cli.conversation import is_sure
from desktop_app.cli.errors import NameUnusable, NotAlwaysAccepted, NotRemembered, StillRemembered
from desktop_app.cli.exit_codes import ExitCode
from desktop_app.cli.face import Face
from desktop_app.cli.inbox import Inbox, InputReader
from desktop_app.cli.questions import Forgetting
from desktop_app.cli.receiving import usable_folder
from desktop_app.cli.target import find_remembered
from desktop_app.engine.keeper import shown
from desktop_app.events import RememberedDevice
from desktop_app.protocol import device_name
from desktop_app.storage import settings
from desktop_app.storage.devices import DeviceStore
from desktop_app.storage.profile import Profile

_USUAL: Final = 10**10  # bytes within 24 hours


def forget(profile: Profile, face: Face, inbox: Inbox, reader: InputReader | None, command: Forget) -> ExitCode:
    """Raises NotRemembered, StillRemembered, ProfileUnusable, Stopped."""
    store = _store(profile, face)
    device = find_remembered(command.name, shown(store))
    if not command.unasked and not is_sure(face, inbox, reader, Forgetting(device)):
        raise StillRemembered(peer=device.name)
    store.forget(device.id)
    face.forgotten(device)
    return ExitCode.DONE


def rename(profile: Profile, face: Face, command: Rename) -> ExitCode:
    """Raises NotRemembered, NameUnusable, ProfileUnusable."""
    store = _store(profile, face)
    device = find_remembered(command.name, shown(store))
    if not device_name.clean(command.new):
        raise NameUnusable(name=command.new)
    store.rename(device.id, command.new)
    face.renamed(device, _again(store, device))
    return ExitCode.DONE


def always_accept(profile: Profile, face: Face, command: AlwaysAccept) -> ExitCode:
    """Raises NotRemembered, NotAlwaysAccepted, FolderUnusable, ProfileUnusable."""
    store = _store(profile, face)
    device = find_remembered(command.name, shown(store))
    if command.ask:
        store.always_accept(device.id, None)
    elif command.into is not None or command.most is not None:
        before = device.always
        if command.into is not None:
            folder = usable_folder(command.into, face)
        elif before is not None:
            folder = before.folder
        else:
            raise NotAlwaysAccepted(peer=device.name)
        most = command.most or (_USUAL if before is None else before.most)
        store.always_accept(device.id, folder, most)
    face.always_accepted(_again(store, device))
    return ExitCode.DONE


def _again(store: DeviceStore, device: RememberedDevice) -> RememberedDevice:
    """As it is now. Raises NotRemembered where another process has forgotten it meanwhile."""
    now = next((each for each in shown(store) if each.id == device.id), None)
    if now is None:
        raise NotRemembered(peer=device.name)
    return now


def _store(profile: Profile, face: Face) -> DeviceStore:
    stored, trouble = settings.load(profile)
    if trouble is not None:
        face.error(trouble)
    store = DeviceStore(profile, face.error, keep_days=lambda: stored.remember_days)
    store.refresh()
    return store
