"""Computers on one cable: network namespaces joined by a bridge, with no route out and no name service.

    with Lan(hosts=2) as lan:
        server = lan.hosts[0].popen(["..."])
        lan.hosts[1].run(["...", lan.hosts[0].address])

Needs root: mark such tests `network`. Names hold this process's id, so several runs share
a machine; what a killed run left behind is cleared by the next one.
"""

import contextlib
import ctypes
import itertools
import os
import socket
import subprocess
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_PREFIX = "tallystick"
_CLONE_NEWNET = 0x40000000
_numbers = itertools.count()


def _enter(namespace: int) -> None:
    """For this thread; sockets stay where they were made."""
    if ctypes.CDLL(None, use_errno=True).setns(namespace, _CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns")


def _ip(*arguments: str) -> str:
    done = subprocess.run(["ip", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"ip {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout


class Host:
    """One computer: a namespace with the interface `lan0`, an IPv4 and a link-local IPv6 address."""

    interface = "lan0"

    def __init__(self, namespace: str, address: str) -> None:
        self.namespace = namespace
        self.address = address
        self._processes: list[subprocess.Popen[Any]] = []

    @property
    def link_local(self) -> str:
        """Its fe80:: address, with the scope by which another host of the Lan reaches it."""
        fields = _ip("-n", self.namespace, "-6", "-o", "addr", "show", "dev", self.interface, "scope", "link").split()
        return f"{fields[fields.index('inet6') + 1].partition('/')[0]}%{self.interface}"

    def popen(self, command: Sequence[str], **options: Any) -> subprocess.Popen[Any]:
        """Start a process there; its pid is the command's own. Killed with the Lan, if it still runs then."""
        process: subprocess.Popen[Any] = subprocess.Popen(self._there(command), **options)
        self._processes.append(process)
        return process

    def run(self, command: Sequence[str], **options: Any) -> subprocess.CompletedProcess[Any]:
        return subprocess.run(self._there(command), **options)

    def connect(self, address: str, port: int, *, source: str = "") -> socket.socket:
        """A connection that comes from there, from any of its addresses."""
        return self.made_there(lambda: socket.create_connection((address, port), 10, (source or self.address, 0)))

    def listen(self) -> socket.socket:
        """A socket that is called there."""
        return self.made_there(lambda: socket.create_server((self.address, 0)))

    def made_there(self, make: Callable[[], socket.socket]) -> socket.socket:
        def enter_and_make() -> socket.socket:
            with Path("/run/netns", self.namespace).open("rb") as namespace:
                _enter(namespace.fileno())
            return make()

        with ThreadPoolExecutor(1) as only_this_thread:
            return only_this_thread.submit(enter_and_make).result()

    def ip(self, *arguments: str) -> str:
        """`ip` in there: `host.ip("addr", "add", "192.0.2.9/24", "dev", host.interface)`."""
        return _ip("-n", self.namespace, *arguments)

    def filter(self, *rules: str) -> None:
        """A firewall: `host.filter("hook input", "tcp dport 9 drop")`: the hook, perhaps the policy, and rules."""
        _filter(self.namespace, "inet", *rules)

    def let_pass(self) -> None:
        """Everything again."""
        self.run(["nft", "flush ruleset"], check=True)

    def unplug(self) -> None:
        """Pull the cable: the interface goes down and loses its IPv6 address."""
        self.ip("link", "set", self.interface, "down")

    def plug(self) -> None:
        self.ip("link", "set", self.interface, "up")

    def stop(self) -> None:
        """Kill what was started here."""
        for process in self._processes:
            if process.poll() is None:
                process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout, process.stderr):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()
        self._processes.clear()

    def _there(self, command: Sequence[str]) -> list[str]:
        return ["ip", "netns", "exec", self.namespace, *command]


class Lan:
    """Some hosts on one link. `ipv4` False leaves them with link-local IPv6 alone; `dad` True keeps the second
    or two in which an IPv6 address may not be used yet."""

    def __init__(self, hosts: int = 2, *, ipv4: bool = True, dad: bool = False) -> None:
        self._name = f"{_PREFIX}-{os.getpid()}-{next(_numbers)}"
        self._switch = f"{self._name}-switch"
        self._ipv4, self._dad = ipv4, dad
        self.hosts = [Host(f"{self._name}-{number}", f"198.18.0.{number}") for number in range(1, hosts + 1)]

    def __enter__(self) -> Self:
        _sweep()
        try:
            self._build()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Kill every process of the hosts and remove them; the devices go with their namespaces."""
        for host in self.hosts:
            host.stop()
        for namespace in (self._switch, *(host.namespace for host in self.hosts)):
            with contextlib.suppress(RuntimeError):
                _ip("netns", "delete", namespace)

    def hold_back(self, *rules: str) -> None:
        """What the switch does not pass on: `lan.hold_back('iifname "port0" udp dport 5353 drop')`. A host's port has
        its place in `hosts` as its number."""
        _filter(self._switch, "bridge", "hook forward", *rules)

    def let_pass(self) -> None:
        """Everything again."""
        subprocess.run(["ip", "netns", "exec", self._switch, "nft", "flush ruleset"], check=True)

    def pull(self, host: Host) -> None:
        """The cable of `host` at the switch: its interface stays up, without a carrier."""
        _ip("-n", self._switch, "link", "set", f"port{self.hosts.index(host)}", "down")

    def _build(self) -> None:
        _ip("netns", "add", self._switch)
        _ip("-n", self._switch, "link", "add", "bridge", "type", "bridge", "mcast_snooping", "0")
        _ip("-n", self._switch, "link", "set", "bridge", "up")
        for number, host in enumerate(self.hosts):
            _ip("netns", "add", host.namespace)
            if not self._dad:
                setting = "/proc/sys/net/ipv6/conf/default/accept_dad"
                host.run(["sh", "-c", f"echo 0 > {setting}"], check=True)
            port = f"port{number}"
            peer = ["peer", "name", host.interface, "netns", host.namespace]
            _ip("-n", self._switch, "link", "add", port, "type", "veth", *peer)
            _ip("-n", self._switch, "link", "set", port, "master", "bridge", "up")
            if self._ipv4:
                host.ip("addr", "add", f"{host.address}/24", "dev", host.interface)
            host.ip("link", "set", "lo", "up")
            host.ip("link", "set", host.interface, "up")


def _filter(namespace: str, family: str, hook: str, *rules: str) -> None:
    chain = f"walls {hook.split()[1]}"
    kind, _, policy = hook.partition(" policy ")
    commands = [
        f"add table {family} walls",
        f"add chain {family} {chain} {{ type filter {kind} priority 0; policy {policy or 'accept'}; }}",
        *(f"add rule {family} {chain} {rule}" for rule in rules),
    ]
    for command in commands:
        subprocess.run(["ip", "netns", "exec", namespace, "nft", command], check=True)


def _sweep() -> None:
    """Remove namespaces whose run is over without having removed them."""
    for line in _ip("netns", "list").splitlines():
        namespace = line.split()[0]
        prefix, _, rest = namespace.partition("-")
        process = rest.partition("-")[0]
        if prefix == _PREFIX and process.isdecimal() and not Path("/proc", process).exists():
            with contextlib.suppress(RuntimeError):
                _ip("netns", "delete", namespace)
