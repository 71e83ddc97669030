"""A bundle is looked at before anybody gets it: made here of small files, some of them real libraries."""

import shutil
import sys
from pathlib import Path

import bundle_check
import pytest

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks into libraries on Linux"),
    pytest.mark.skipif(shutil.which("objdump") is None, reason="needs objdump"),
]
PYTHON = Path(sys.executable).resolve()


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    (tmp_path / "_internal").mkdir()
    (tmp_path / "_internal" / "tick.svg").write_text("<svg/>")
    return tmp_path


def test_a_bundle_without_fault(bundle: Path) -> None:
    assert bundle_check.problems(bundle) == []


def test_a_missing_library_is_named_with_whoever_needs_it(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = Path(shutil.copy(PYTHON, bundle / "program"))
    monkeypatch.setattr(bundle_check, "FROM_THE_SYSTEM", {})
    named = [each for each in bundle_check.problems(bundle) if "is not in the bundle" in each]
    assert f"libc.so.6 is not in the bundle, and {program} needs it" in named
    for each in named:
        (bundle / "_internal" / each.partition(" ")[0]).touch()
    assert [each for each in bundle_check.problems(bundle) if "is not in the bundle" in each] == []


def test_what_nobody_needs_is_named(bundle: Path) -> None:
    (bundle / "_internal" / "libQt6Qml.so.6").touch()
    (bundle / "_internal" / "libgone.so").symlink_to("nowhere")
    told = bundle_check.problems(bundle)
    assert any("libQt6Qml.so.6 should not be there" in each for each in told)
    assert any("libgone.so links to nothing" in each for each in told)


def test_too_much_is_named(bundle: Path) -> None:
    with (bundle / "_internal" / "big").open("wb") as file:
        file.truncate(bundle_check.MEGABYTES_MAX * 1_000_000 + 1)
    assert any("150 are allowed" in each for each in bundle_check.problems(bundle))


def test_a_package_depends_on_what_the_system_has_to_bring(bundle: Path) -> None:
    shutil.copy(PYTHON, bundle / "program")
    asked = bundle_check.debian_dependencies(bundle)
    assert asked[0].startswith("libc6 (>= 2.")
    assert {"fontconfig-config", "xkb-data"} <= set(asked)
