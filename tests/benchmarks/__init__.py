"""How fast Tallystick is against a plain copy over TCP: `python -m tests.benchmarks`. A command, not a test."""
