"""`tallystick` with fresh keys as often as the first argument says, in seconds; a last line tells how often it was.

What it receives it writes over what it wrote before: a new gibibyte costs memory and disk more or less from run to run
than anything that is to be measured here.
"""

import json
import os
import sys
from contextlib import ExitStack
from unittest.mock import patch

from desktop_app import __main__ as program
from desktop_app.discovery import presence
from desktop_app.engine import writer
from desktop_app.protocol import key_schedule, limits
from desktop_app.storage import partial
from desktop_app.storage.partial import PartialFile

TICK = 0.01  # the program itself looks every half second, which would make seconds of one and a half


def main() -> int:
    with ExitStack() as changes:
        for home, name, value in (
            (writer, "_TICK", TICK),
            (limits, "RENEW_AFTER_SECONDS", float(sys.argv[1])),
            (limits, "RENEW_GAP_SECONDS", 0.0),
            (partial, "PREALLOCATE_FROM", sys.maxsize),
            (PartialFile, "write", _write_over),
            (presence, "usable", lambda: ()),  # nobody else is to hear of this
        ):
            changes.enter_context(patch.object(home, name, value))
        renewed = changes.enter_context(patch.object(key_schedule, "next_epoch", wraps=key_schedule.next_epoch))
        code = program.main(sys.argv[2:])
    print(json.dumps({"event": "renewals", "count": renewed.call_count}), flush=True)
    return code


def _write_over(file: PartialFile, data: memoryview) -> int:
    os.pwrite(file._require_open(), data, 0)
    file.size_written += len(data)
    if file.is_complete:
        file._complete()
    return len(data)


if __name__ == "__main__":
    sys.exit(main())
