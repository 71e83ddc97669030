"""Tries the Debian package and the archive in a bare Debian: installed, used, upgraded, removed.

The Debian is made by debootstrap in a folder and has neither Python nor Qt. The program runs in it as an ordinary
person, on a network of its own; the main job is done at the command line and once more with a window under Xvfb.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from desktop_app import APP_ID, COMMAND_NAME, __version__  # noqa: E402
from tests.end2end.screen import Screen  # noqa: E402
from tests.support.namespaces import Host, Lan  # noqa: E402

SUITE, MIRROR = "bookworm", "http://deb.debian.org/debian"
PERSON: Final = 1000
PROGRAM: Final = f"/usr/bin/{COMMAND_NAME}"
PATIENCE: Final = 60.0
_CAPABILITIES: Final = (
    "+sys_chroot,+dac_read_search"  # to enter the Debian, and to read this checkout; dropped in there
)
# What the system itself writes whenever packages come and go.
_ITS_OWN: Final = re.compile(
    r"^(tmp|proc|sys|dev|run|var/(cache|log|lib/(apt|dpkg|systemd|pam))|etc/ld\.so\.cache)(/|$)|\.cache"
)
_MOUNTED: Final = ("proc", "dev", "tmp")
USER_DATA: Final = f"home/ada/.local/share/{COMMAND_NAME}"


class Debian:
    """A bare root, and programs in it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(self, *command: str, person: bool = False) -> str:
        who = ["--userspec", f"{PERSON}:{PERSON}"] if person else []
        environment = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "DEBIAN_FRONTEND": "noninteractive",
            "LC_ALL": "C.UTF-8",
        }
        environment |= {"HOME": "/home/ada"} if person else {"HOME": "/root"}
        done = subprocess.run(
            ["chroot", *who, str(self.root), *command],
            env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        if done.returncode:
            raise SystemExit(
                f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
            )
        return done.stdout

    def as_person(self, host: Host, command: Sequence[str]) -> list[str]:
        """A command of this machine, run as the person with the right to enter the Debian."""
        identity = ["--reuid", str(PERSON), "--regid", str(PERSON), "--clear-groups"]
        return [
            "ip", "netns", "exec", host.namespace, "setpriv", *identity,
            "--inh-caps", _CAPABILITIES, "--ambient-caps", _CAPABILITIES, *command,
        ]  # fmt: skip

    def program(self, *arguments: str) -> list[str]:
        """Tallystick in there, for `as_person`."""
        drop = ["setpriv", "--inh-caps", "-all", "--ambient-caps", "-all"]
        return ["chroot", str(self.root), *drop, PROGRAM, *arguments]

    def files(self) -> set[str]:
        """Every path but those that the system itself changes, and what the person owns."""
        skipped = [argument for place in _MOUNTED for argument in ("-path", f"./{place}", "-prune", "-o")]
        listed = subprocess.run(
            ["find", ".", *skipped, "-print"], cwd=self.root, capture_output=True, text=True, check=True
        )
        found = (line.removeprefix("./") for line in listed.stdout.splitlines())
        return {path for path in found if not _ITS_OWN.search(path)}


@contextmanager
def debian(folder: Path) -> Iterator[Debian]:
    root = folder / "debian"
    say("making a bare Debian...")
    command = ["debootstrap", "--variant=minbase", SUITE, str(root), MIRROR]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    root.chmod(0o755)
    with ExitStack() as mounted:
        for source, place in (
            ("/proc", "proc"),
            ("/dev", "dev"),
            ("/tmp/.X11-unix", "tmp/.X11-unix"),
            (str(folder / "shared"),) * 2,
        ):
            target = root / place.lstrip("/")
            target.mkdir(parents=True, exist_ok=True)
            subprocess.run(["mount", "--bind", source, str(target)], check=True)
            mounted.callback(subprocess.run, ["umount", str(target)], check=True)
        made = Debian(root)
        made.run("useradd", "--create-home", "--uid", str(PERSON), "ada")
        shutil.copyfile("/etc/resolv.conf", root / "etc" / "resolv.conf")
        made.run("apt-get", "-qq", "update")
        yield made


def install(made: Debian, package: Path) -> None:
    shutil.copyfile(package, made.root / "var" / "cache" / package.name)
    made.run("apt-get", "install", "-qq", "-y", "--no-install-recommends", f"/var/cache/{package.name}")


def next_version(package: Path, folder: Path) -> Path:
    """The same package under a higher number."""
    tree = folder / "next"
    subprocess.run(["dpkg-deb", "-R", str(package), str(tree)], check=True)
    control = tree / "DEBIAN" / "control"
    version = f"{__version__}+next"
    control.write_text(
        control.read_text("utf-8").replace(f"Version: {__version__}\n", f"Version: {version}\n"), "utf-8"
    )
    made = folder / package.name.replace(__version__, version)
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Znone", "--build", str(tree), str(made)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return made


def main_job_at_the_command_line(made: Debian, host: Host, shared: Path) -> None:
    """With the same script as packaging/start without a display."""
    script = [sys.executable, "-P", str(ROOT / "packaging" / "main_job.py"), *made.program()]
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": "/home/ada",
        "TMPDIR": str(shared),
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
    }
    subprocess.run(made.as_person(host, script), env=environment, check=True, cwd="/")


def main_job_in_a_window(made: Debian, lan: Lan, shared: Path) -> None:
    """A window takes what the command line of another computer sends; its person has a keyboard only."""
    sent = shared / "film.mp4"
    sent.write_bytes(os.urandom(2**20))
    downloads = made.root / "home" / "ada" / "Downloads"
    downloads.mkdir(exist_ok=True)
    os.chown(downloads, PERSON, PERSON)
    sending, receiving = lan.hosts
    with Screen() as screen, ExitStack() as running:
        environment = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/home/ada",
            "LC_ALL": "C.UTF-8",
            "DISPLAY": screen.environment["DISPLAY"],
        }

        def start(host: Host, *arguments: str) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                ["timeout", "120", *made.as_person(host, made.program(*arguments))],
                env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                text=True, cwd="/",
            )  # fmt: skip
            running.callback(process.wait)
            running.callback(process.kill)
            return process

        begun = time.monotonic()
        window = start(receiving)
        found_window(screen, "Tallystick", window)
        say(f"the window is there {time.monotonic() - begun:.1f} s after its start")
        sender = start(
            sending, "send", str(sent), "--to", receiving.address, "--profile", str(shared / "sender"), "--json"
        )
        hear(sender, "code")
        press_last_button(screen, found_window(screen, "Compare the code", window))
        tell(sender, "match")
        press_last_button(screen, found_window(screen, "Files for you", window))
        hear(sender, "delivered")
        sender.wait(PATIENCE)
        window.terminate()
        window.wait(PATIENCE)
        assert window.stderr is not None
        if said := window.stderr.read():
            raise SystemExit(f"the window complained: {said}")
    saved = made.root / "home" / "ada" / "Downloads" / "film.mp4"
    if saved.read_bytes() != sent.read_bytes():
        raise SystemExit("what arrived is not what was sent")
    shutil.rmtree(downloads)


def found_window(screen: Screen, title: str, program: "subprocess.Popen[str]") -> str:
    """The number of the window that is shown with this title."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        command = ["xdotool", "search", "--onlyvisible", "--name", f"^{title}"]
        found = subprocess.run(
            command, env=screen.environment, capture_output=True, text=True, check=False
        ).stdout.split()
        if found:
            return found[-1]
        time.sleep(0.02)
    program.terminate()
    raise SystemExit(f"no window “{title}” came up: {program.communicate()}")


def press_last_button(screen: Screen, window: str) -> None:
    """The answers of a dialog are locked for a moment, and the last one in the order of Tab is yes."""
    screen.type_into(int(window))
    time.sleep(3)
    screen.keys("shift+Tab", "space")


def hear(process: "subprocess.Popen[str]", event: str) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        told: dict[str, Any] = json.loads(line)
        if told["event"] == event:
            return
        if told["event"] in {"failed", "error"}:
            raise SystemExit(f"{told['message']}")
    raise SystemExit(f"the sender ended without “{event}”")


def tell(process: "subprocess.Popen[str]", word: str) -> None:
    assert process.stdin is not None
    process.stdin.write(json.dumps({"answer": word}) + "\n")
    process.stdin.flush()


def try_package(made: Debian, lan: Lan, package: Path, shared: Path) -> None:
    asked = subprocess.run(["dpkg-deb", "-f", str(package), "Depends"], capture_output=True, text=True, check=True)
    names = [name.split()[0] for name in asked.stdout.split(", ")]
    made.run("apt-get", "install", "-qq", "-y", "--no-install-recommends", "fonts-dejavu-core", *names)
    before = made.files()
    say("installing the package...")
    install(made, package)
    say(made.run(PROGRAM, "--self-check", person=True).strip())
    main_job_at_the_command_line(made, lan.hosts[0], shared)
    main_job_in_a_window(made, lan, shared)
    say("upgrading...")
    install(made, next_version(package, shared.parent))
    shown = made.run("dpkg-query", "-W", "-f", "${Version}", COMMAND_NAME)
    if shown != f"{__version__}+next":
        raise SystemExit(f"the package was not upgraded: {shown}")
    if "film.mp4" not in made.run(PROGRAM, "history", person=True):
        raise SystemExit("the upgraded program does not know what was received before")
    kept = data_of_the_person(made)
    made.run("apt-get", "purge", "-qq", "-y", COMMAND_NAME)
    left = {path for path in made.files() - before if not path.startswith(USER_DATA) and not is_on_the_way(path)}
    if left or before - made.files():
        raise SystemExit(f"left behind: {sorted(left)}; taken away: {sorted(before - made.files())}")
    if data_of_the_person(made) != kept:
        raise SystemExit("what the person had was changed by the removal")
    say("removed: nothing is left but what the person made")


def data_of_the_person(made: Debian) -> dict[str, bytes]:
    folder = made.root / USER_DATA
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def try_archive(made: Debian, archive: Path) -> None:
    """For a person without root, whose home has been used before."""
    home = made.root / "home" / "ada"
    shutil.unpack_archive(archive, home, filter="tar")
    tree = f"/home/ada/{archive.name.removesuffix('.tar.xz')}"
    made.run("chown", "-R", "ada:ada", tree)
    before = made.files()
    autostart = home / ".config" / "autostart" / f"{APP_ID}.desktop"
    made.run(f"{tree}/install", person=True)
    made.run("mkdir", "--parents", "/home/ada/.config/autostart", person=True)
    made.run("touch", f"/home/ada/.config/autostart/{autostart.name}", person=True)  # as the settings write it
    made.run(f"{tree}/install", person=True)
    if not autostart.exists():
        raise SystemExit("an upgrade ended the start with the session")
    say(made.run(f"/home/ada/.local/bin/{COMMAND_NAME}", "--self-check", person=True).strip())
    entry = (home / ".local" / "share" / "applications" / f"{APP_ID}.desktop").read_text(encoding="utf-8")
    if f"Exec=/home/ada/.local/lib/{COMMAND_NAME}/{COMMAND_NAME} %F" not in entry:
        raise SystemExit(f"the menu starts something else:\n{entry}")
    made.run(f"/home/ada/.local/lib/{COMMAND_NAME}/uninstall", person=True)
    left = {path for path in made.files() - before if not is_on_the_way(path)}
    if left:
        raise SystemExit(f"left behind by the archive: {sorted(left)}")
    say("the archive was installed twice over itself and removed: nothing is left")


def is_on_the_way(path: str) -> bool:
    """Folders that any program makes in a home."""
    return path in {
        *("home/ada/.config", "home/ada/.config/autostart", "home/ada/.local"),
        *(f"home/ada/.local/{name}" for name in ("bin", "lib", "share")),
    }


def say(text: str) -> None:
    print(f"{COMMAND_NAME}: {text}", file=sys.stderr, flush=True)


def main() -> None:
    package = next(iter(sorted((ROOT / "dist").glob(f"{COMMAND_NAME}_{__version__}_*.deb"))), None)
    archive = next(iter(sorted((ROOT / "dist").glob(f"{COMMAND_NAME}-{__version__}-linux-*.tar.xz"))), None)
    if package is None or archive is None:
        raise SystemExit("packaging/build makes the packages first.")
    with tempfile.TemporaryDirectory(prefix="try-deb-") as folder:
        Path(folder).chmod(0o755)
        shared = Path(folder, "shared")
        shared.mkdir()
        os.chown(shared, PERSON, PERSON)
        with debian(Path(folder)) as made, Lan(hosts=2) as lan:
            try_package(made, lan, package, shared)
            try_archive(made, archive)


if __name__ == "__main__":
    main()
