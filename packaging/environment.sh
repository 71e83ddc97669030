# What the scripts beside it share: a private Python environment and the system libraries of Qt.
# Sourced with `root` set to the checkout. POSIX sh.

say() { printf '%s\n' "tallystick: $*" >&2; }

fail() {
    say "$*"
    exit 1
}

# --- the system's packages ------------------------------------------------------------------

QT_APT="libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libbrotli1 libxcb-cursor0 libxcb-icccm4
    libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libxcb-randr0
    libxcb-sync1 libxcb-xfixes0 libx11-xcb1 libwayland-client0 libwayland-cursor0 libwayland-egl1"
QT_DNF="libglvnd-glx libglvnd-egl libglvnd-opengl libxkbcommon dbus-libs fontconfig glib2 libbrotli xcb-util-cursor
    xcb-util-wm xcb-util-keysyms xcb-util-image xcb-util-renderutil libxcb libxkbcommon-x11 libX11-xcb
    libwayland-client libwayland-cursor libwayland-egl dejavu-sans-fonts"

# system_packages WHAT APT_NAMES DNF_NAMES: installs them as root, else says how to. False where they are still missing.
system_packages() {
    if command -v apt-get >/dev/null; then
        set -- "$1" "apt-get install -y --no-install-recommends" $2
    elif command -v dnf >/dev/null; then
        set -- "$1" "dnf install -y --setopt=install_weak_deps=False" $3
    else
        say "$1: please install with this system's package manager."
        return 1
    fi
    what=$1 install=$2
    shift 2
    if [ "$(id -u)" -ne 0 ]; then
        say "$what: missing. Install with:  sudo $install $*"
        return 1
    fi
    say "$what: installing with ${install%% *}..."
    case $install in apt-get*) DEBIAN_FRONTEND=noninteractive apt-get -qq update >&2 ;; esac
    # The log is shown only where something went wrong.
    if ! log=$(DEBIAN_FRONTEND=noninteractive $install "$@" 2>&1 </dev/null); then
        printf '%s\n' "$log" | tail -n 20 >&2
        say "$what: could not be installed."
        return 1
    fi
}

# --- Python ---------------------------------------------------------------------------------

# The real path of a Python that is new enough, so that an upgrade of the system leaves a dangling link and no mixture.
find_python() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
        command -v "$candidate" >/dev/null || continue
        "$candidate" -I -c 'import os, sys
if sys.version_info < (3, 11): sys.exit(1)
print(os.path.realpath(sys.executable))' 2>/dev/null && return 0
    done
    return 1
}

can_make_environments() { "$1" -I -c 'import ensurepip, venv' 2>/dev/null; }

ready_python() {
    if ! python=$(find_python); then
        system_packages "Python" "python3 python3-venv" "python3" || true
        python=$(find_python) || fail "Python 3.11 or later is needed."
    fi
    if ! can_make_environments "$python"; then
        system_packages "Python's venv module" "python3-venv" "python3" || true
        can_make_environments "$python" || fail "$python cannot make virtual environments (its ensurepip is missing)."
    fi
}

# --- the private environment ------------------------------------------------------------------

# ready_environment [EXTRA]: sets `venv`; its packages are the pinned ones that pyproject.toml asks for.
# It is .venv in the checkout, unless `environment` names another folder there.
# A stamp names what a finished set-up was made from: another one there means new pins, none means starting over.
ready_environment() {
    key=$({ printf '%s\n' "$root"; cat "$root/pyproject.toml" "$root/constraints.txt"; } | cksum)
    if [ -w "$root" ] || complete "$root/${environment:-.venv}" "run"; then
        venv=$root/${environment:-.venv}
    else
        venv=${XDG_CACHE_HOME:-${HOME:?is not set}/.cache}/tallystick/venv-$(printf '%s' "$root" | cksum | cut -d ' ' -f 1)
    fi
    complete "$venv" "run" "$@" && return 0
    lock_and make_environment "$@"
}

complete() {
    [ -x "$1/bin/python" ] || return 1
    for part in "$2" ${3+"$3"}; do
        [ "$(cat "$1/complete-$part" 2>/dev/null)" = "$key" ] || return 1
    done
}

make_environment() {
    if ! [ -x "$venv/bin/python" ] || ! [ -e "$venv/complete-run" ]; then
        ready_python
        say "setting up a private Python environment in $venv"
        mkdir -p "${venv%/*}"
        "$python" -I -m venv --clear "$venv" >&2 || fail "No environment could be made in $venv."
    fi
    complete "$venv" "run" || install_packages run
    [ $# -eq 0 ] || complete "$venv" "run" "$1" || install_packages "$1"
}

# install_packages run|EXTRA: the dependencies of the program, or those of one optional group.
install_packages() {
    rm -f "$venv/complete-$1"
    "$venv/bin/python" -I - "$1" "$root" "$venv" <<'PYTHON' || exit 1
import sys, sysconfig, tomllib
from pathlib import Path

part, root, venv = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
wanted = project["dependencies"] if part == "run" else project["optional-dependencies"][part]
(venv / "requirements.txt").write_text("\n".join(wanted) + "\n", encoding="utf-8")
Path(sysconfig.get_path("purelib"), "tallystick.pth").write_text(f"{root}\n", encoding="utf-8")
PYTHON
    case $1 in
        run) say "installing packages (some 110 MB the first time)..." ;;
        *) say "installing packages for: $1..." ;;
    esac
    "$venv/bin/python" -I -m pip install --quiet --quiet --disable-pip-version-check --no-input \
        --constraint "$root/constraints.txt" --requirement "$venv/requirements.txt" >&2 ||
        fail "The packages could not be installed. Check the network and run this again."
    printf '%s\n' "$key" >"$venv/complete-$1"
}

# One set-up at a time. The lock goes with the process, however that ends.
lock_and() {
    if command -v flock >/dev/null; then
        exec 9<"$root/pyproject.toml"
        flock 9 || true # a file system without locks
    fi
    "$@"
    exec 9<&-
}

# --- what Qt needs from the system --------------------------------------------------------------

ready_qt_libraries() {
    [ "$(uname)" = Linux ] && command -v ldd >/dev/null || return 0
    [ ! -e "$venv/complete-qt" ] && qt_library_missing || return 0
    system_packages "Libraries for the window" "$QT_APT" "$QT_DNF" || return 0
    if qt_library_missing; then say "Some libraries of Qt are still missing; the window may not open."; fi
}

qt_library_missing() {
    qt=$("$venv/bin/python" -I -c 'import sysconfig; print(sysconfig.get_path("platlib"))')/PySide6
    for file in "$qt"/Qt/plugins/platforms/libqxcb.so "$qt"/Qt/plugins/platforms/libqwayland*.so \
        "$qt"/QtWidgets.abi3.so "$qt"/QtNetwork.abi3.so "$qt"/QtSvg.abi3.so "$qt"/QtDBus.abi3.so; do
        [ ! -e "$file" ] || ! ldd "$file" 2>/dev/null | grep -q 'not found' || return 0
    done
    touch "$venv/complete-qt"
    return 1
}
