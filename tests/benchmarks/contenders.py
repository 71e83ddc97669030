"""What else moves files between two computers, as far as it is installed here: each on the loopback, as one command."""

import datetime as dt
import getpass
import ipaddress
import os
import shlex
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.benchmarks import bare_work, material, plain_tcp
from tests.benchmarks.measurement import Measurement
from tests.benchmarks.processes import Failure

PATIENCE = 10.0  # seconds until a server listens
Contender = Callable[[Path, Path], Measurement]


class DoesNotListen(Failure):
    """A server is installed and cannot be run by this user, or in this place."""


def available(*, one_file: bool) -> dict[str, Contender]:
    """By their names."""
    found: dict[str, Contender] = {"plain TCP, reno": _reno, "TLS 1.3 in Python": _tls}
    if one_file:
        found["the bare work"] = bare_work.measure
        if _has("curl", "openssl"):
            found["curl https"] = _curl
    if _has("scp", "ssh-keygen", "sshd"):
        found["scp aes-gcm"] = _scp
        if _has("rsync"):
            found["rsync over ssh"] = _rsync
    return found


def _has(*programs: str) -> bool:
    return all(map(shutil.which, programs))


def _reno(source: Path, into: Path) -> Measurement:
    return plain_tcp.measure(source, into, plain_tcp.RENO)


def _tls(source: Path, into: Path) -> Measurement:
    with _certificate() as certificate:
        return plain_tcp.measure(source, into, certificate)


def _curl(source: Path, into: Path) -> Measurement:
    (file,) = source.iterdir()
    target, port = into / source.name, _free_port()
    target.mkdir()
    with _certificate() as certificate:
        serve = ["openssl", "s_server", "-quiet", "-WWW", "-accept", f"127.0.0.1:{port}", "-cert", str(certificate)]
        with _server(serve, port, source):
            get = ["curl", "-sS", "--cacert", str(certificate), "-o", str(target / file.name)]
            return _timed([*get, f"https://127.0.0.1:{port}/{file.name}"], source, into)


def _scp(source: Path, into: Path) -> Measurement:
    with _sshd() as (port, options):
        command = ["scp", "-q", "-r", *options, "-P", str(port), str(source), f"{getpass.getuser()}@127.0.0.1:{into}"]
        return _timed(command, source, into)


def _rsync(source: Path, into: Path) -> Measurement:
    with _sshd() as (port, options):
        shell = shlex.join(["ssh", *options, "-p", str(port)])
        command = ["rsync", "-a", "--whole-file", "-e", shell, str(source), f"{getpass.getuser()}@127.0.0.1:{into}"]
        return _timed(command, source, into)


def _timed(command: Sequence[str], source: Path, into: Path) -> Measurement:
    """Raises Failure."""
    material.warm_memory(into.parent, 4 * material.size(source))
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    after = os.times()
    if done.returncode:
        raise Failure(f"{command[0]}: {done.stderr}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Measurement(seconds, seconds, cpu, 0.0)  # what the server took is not known


@contextmanager
def _sshd() -> Iterator[tuple[int, list[str]]]:
    """A server with keys of its own, its port, and what a client has to be told."""
    with tempfile.TemporaryDirectory() as name:
        for key in ("host", "user"):
            path = Path(name, key)
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)], check=True)
        keys, port = Path(name, "keys"), _free_port()
        keys.write_bytes(Path(name, "user.pub").read_bytes())
        settings = {
            "ListenAddress": f"127.0.0.1:{port}",
            "HostKey": f"{name}/host",
            "AuthorizedKeysFile": str(keys),
            "StrictModes": "no",
            "UsePAM": "no",
            "PidFile": "none",
            "Subsystem": "sftp internal-sftp",
        }
        Path(name, "sshd").write_text("".join(f"{key} {value}\n" for key, value in settings.items()), encoding="utf-8")
        client = {
            "IdentityFile": f"{name}/user",
            "IdentitiesOnly": "yes",
            "StrictHostKeyChecking": "no",
            "UserKnownHostsFile": f"{name}/known",
            "LogLevel": "ERROR",
            "Ciphers": "aes256-gcm@openssh.com",
        }
        options = ["-F", "none", *(word for key, value in client.items() for word in ("-o", f"{key}={value}"))]
        server = shutil.which("sshd") or "sshd"
        with _server([server, "-D", "-e", "-f", f"{name}/sshd"], port, Path(name)):
            yield port, options


@contextmanager
def _server(command: Sequence[str], port: int, folder: Path) -> Iterator[None]:
    """Runs in `folder` until it is no longer needed. Raises DoesNotListen."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        until = time.monotonic() + PATIENCE
        while not _listens(port):
            if time.monotonic() > until or process.poll() is not None:
                raise DoesNotListen(command[0])
            time.sleep(0.02)
        yield
    finally:
        process.terminate()
        process.wait()


def _listens(port: int) -> bool:
    """Looks without connecting: some servers serve one client only."""
    wanted = f"{port:04X}"
    for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]:
        _, local, _, state, *_ = line.split()
        if state == "0A" and local.endswith(f":{wanted}"):
            return True
    return False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def _certificate() -> Iterator[Path]:
    """A certificate for 127.0.0.1, signed by itself, and its key, in one file."""
    key, now = ec.generate_private_key(ec.SECP256R1()), dt.datetime.now(dt.UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "benchmark")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(here, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    with tempfile.NamedTemporaryFile() as file:
        file.write(private + certificate.public_bytes(pem))
        file.flush()
        yield Path(file.name)
