"""Where the packaged program begins."""

import contextlib
import os
import sys
from pathlib import Path

import whole

_MISTAKE, _LOCAL, _INTERRUPTED = 1, 6, 130  # exit codes of desktop_app.cli, which may be what is damaged


def _restore_environment() -> None:
    """The program's own libraries are found by now; whatever it starts must find the system's, and no trace of us."""
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        before = os.environ.pop(f"{name}_ORIG", None)
        if before:
            os.environ[name] = before
        else:
            os.environ.pop(name, None)
    for name in [name for name in os.environ if name.startswith(("_PYI_", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"))]:
        del os.environ[name]


def main() -> int:
    """The exit code."""
    try:
        return _run()
    except KeyboardInterrupt:  # before the program had its own way with it
        return _INTERRUPTED


def _run() -> int:
    """Whoever meets a damaged file hears which one it is, and that it is no mistake of the program's."""
    _restore_environment()  # before anything else is imported
    bundle = Path(sys.executable).resolve().parent
    damage = _damage(bundle, thoroughly="--self-check" in sys.argv)
    if damage is None:
        try:
            from desktop_app import __main__ as program

            code = program.main()
        except Exception:
            damage = _damage(bundle, thoroughly=True)
            if damage is None:
                raise
        else:
            damage = _damage(bundle, thoroughly=True) if code == _MISTAKE else None
            if damage is None:
                return code
    return _tell(damage)


def _damage(bundle: Path, *, thoroughly: bool) -> str | None:
    """On macOS the system itself looks at the seal of the bundle, and signing has changed its files."""
    return None if sys.platform == "darwin" else next(whole.problems(bundle, thoroughly=thoroughly), None)


def _tell(damage: str) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"{whole.SENTENCE.format(damage=damage)} {whole.ADVICE}\n")
        sys.stderr.flush()
    if all(word == "--" or Path(word).is_absolute() for word in sys.argv[1:]):  # from a menu, where nobody reads that
        with contextlib.suppress(Exception):  # the damage may be in the window's own parts
            _show(damage)
    return _LOCAL


def _show(damage: str) -> None:
    from desktop_app.errors import AppError
    from desktop_app.gui.display import display_available

    class Damaged(AppError):
        code, sentence, advice = "damaged", whole.SENTENCE, whole.ADVICE

    if display_available():
        from desktop_app.gui.app import refuse

        refuse(Damaged(damage=damage))


if __name__ == "__main__":
    sys.exit(main())
