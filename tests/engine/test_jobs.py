"""The one thread that does what takes a moment: every job in its order, and its looks in between."""

import threading

from desktop_app.engine.jobs import Jobs


def test_looks_are_not_put_off_by_jobs_that_never_end() -> None:
    """A device that comes again and again, and a slow disk: what ends by the clock has to end all the same."""
    looked, over = threading.Event(), threading.Event()

    def another() -> None:
        if not over.is_set():
            jobs.do(another)

    jobs = Jobs("jobs", lambda _: None, look=looked.set, every=0.01)
    for _ in range(2):
        jobs.do(another)
    jobs.start()
    try:
        assert looked.wait(5)
        looked.clear()
        assert looked.wait(5)
    finally:
        over.set()
        jobs.close(5)
