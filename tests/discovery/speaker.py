"""A process that says or hears raw mDNS, run inside a namespace; it shares no code with the program.

`hear SECONDS`: prints every packet to the group as hexadecimal, after "ready".
`say ADDRESS`: multicasts each line of its input, hexadecimal, from that address, until the input ends.
`spoof ADDRESS`: the same out of that address's interface, each line with the address before it from which it pretends
to come.
"""

import socket
import struct
import sys
import time

GROUP, PORT = "224.0.0.251", 5353
PACE = 0.0003  # slow enough that the ears' buffers lose little of a flood


def _open(address: str) -> socket.socket:
    mdns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    mdns.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    mdns.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    mdns.bind(("", PORT))
    mdns.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton(GROUP) + socket.inet_aton(address))
    mdns.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(address))
    mdns.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 255)
    return mdns


def _spoof(address: str) -> None:
    """IPv4 (RFC 791 §3.1) and UDP headers by hand; the kernel fills in the checksum of the first."""
    with socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW) as raw:
        raw.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(address))
        for line in sys.stdin:
            source, packet = line.split()
            content = bytes.fromhex(packet)
            udp = struct.pack(">HHHH", PORT, PORT, 8 + len(content), 0) + content
            ends = socket.inet_aton(source) + socket.inet_aton(GROUP)
            ip = struct.pack(">BBHHHBBH", 0x45, 0, 20 + len(udp), 0, 0, 255, socket.IPPROTO_UDP, 0) + ends
            raw.sendto(ip + udp, (GROUP, 0))
            time.sleep(PACE)


def main() -> None:
    if sys.argv[1] == "spoof":
        _spoof(sys.argv[2])
        return
    act, address = sys.argv[1], sys.argv[2]
    with _open(address) as mdns:
        print("ready", flush=True)
        if act == "hear":
            deadline = time.monotonic() + float(sys.argv[3])
            while (left := deadline - time.monotonic()) > 0:
                mdns.settimeout(left)
                try:
                    packet, (source, _) = mdns.recvfrom(9000)
                except TimeoutError:
                    break
                print(source, packet.hex(), flush=True)
        for line in sys.stdin if act == "say" else ():
            mdns.sendto(bytes.fromhex(line), (GROUP, PORT))
            time.sleep(PACE)


if __name__ == "__main__":
    main()
