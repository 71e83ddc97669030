"""What all checks look at."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.discovery.checks.adapters import Adapter
from desktop_app.discovery.checks.ears import Service
from desktop_app.discovery.interfaces import Interface
from desktop_app.transport.address import Address


@dataclass(frozen=True, slots=True)
class Own:
    """This computer's Tallystick: the one that looks, or one that would be started."""

    port: int
    running: bool = False  # in this process, and listening on `port`
    wanted: int | None = None  # the port that the settings name
    hidden: bool = False  # the person wants nobody to see it
    instance: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    own: Own
    adapters: tuple[Adapter, ...]
    interfaces: tuple[Interface, ...]
    heard: Callable[[], tuple[Service, ...]]  # waits until there was time to be heard
    answers: Callable[[str], bool]  # whether that instance answers a question on the network
    address: Address | None = None  # where the person expects a device

    @property
    def own_addresses(self) -> frozenset[str]:
        """This computer's, without scopes."""
        return frozenset(str(own.ip).partition("%")[0] for interface in self.interfaces for own in interface.addresses)
