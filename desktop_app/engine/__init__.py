"""One running Tallystick: what both faces talk to. It owns the threads and emits the events."""

from desktop_app.engine.engine import Answer, Engine

__all__ = ["Answer", "Engine"]
