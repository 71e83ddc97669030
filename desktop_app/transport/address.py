"""Where a computer can be reached: a host as a person types it, and a TCP port."""

import re
from dataclasses import dataclass
from ipaddress import IPv6Address
from typing import Final

from desktop_app.errors import BadAddress
from desktop_app.protocol import limits

_HOST: Final = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,252}[A-Za-z0-9])?\.?")
_IPV6: Final = re.compile(r"[0-9A-Fa-f:.]{2,45}(%[A-Za-z0-9._-]{1,32})?")


@dataclass(frozen=True, slots=True)
class Address:
    """A host name or literal address (IPv6 with its scope) and a port."""

    host: str
    port: int

    @classmethod
    def parse(cls, text: str, default_port: int = limits.DEFAULT_PORT) -> "Address":
        """HOST, HOST:PORT, IPv6, [IPv6] or [IPv6]:PORT. Raises BadAddress."""
        stripped = text.strip()
        if match := re.fullmatch(r"\[([^\]]*)\](?::([0-9]{1,5}))?", stripped):
            host, port, allowed = match[1], match[2], _IPV6
        elif stripped.count(":") >= 2:
            host, port, allowed = stripped, None, _IPV6
        else:
            host, colon, port = stripped.partition(":")
            allowed = _HOST
            if colon and not re.fullmatch(r"[0-9]{1,5}", port):
                raise BadAddress(address=stripped)
        number = int(port) if port else default_port
        if not allowed.fullmatch(host) or not 0 < number < 2**16 or (allowed is _IPV6 and not _is_ipv6(host)):
            raise BadAddress(address=stripped)
        return cls(host, number)

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def _is_ipv6(host: str) -> bool:
    try:
        IPv6Address(host)
    except ValueError:
        return False
    return True
