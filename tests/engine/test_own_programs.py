"""Several programs of one profile on one computer, as a window and a `receive`: they are no devices to each other."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.computers import ROOT
from tests.support.namespaces import Lan

PROGRAMS = """
import json, sys, time
from pathlib import Path
from desktop_app.engine import Engine
from desktop_app.storage.profile import Profile

engines = [Engine(Profile(Path(sys.argv[1], each)), lambda _: None, port=0) for each in ("ada", "ada", "grace")]
for engine in engines:
    engine.start()
until = time.monotonic() + 10
while len(engines[2].devices()) < 2 and time.monotonic() < until:
    time.sleep(0.05)
time.sleep(0.5)
names = {engine.instance: number for number, engine in enumerate(engines)}
print(json.dumps([sorted(names[device.id] for device in engine.devices()) for engine in engines]))
for engine in engines:
    engine.shutdown()
"""


@pytest.mark.network
def test_a_program_of_ones_own_is_no_other_device(tmp_path: Path) -> None:
    """Somebody else's on the same computer is."""
    with Lan(hosts=1) as lan:
        (host,) = lan.hosts
        command = [sys.executable, "-c", PROGRAMS, str(tmp_path)]
        done = host.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
        assert json.loads(done.stdout) == [[2], [2], [0, 1]]
