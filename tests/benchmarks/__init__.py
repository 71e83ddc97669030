"""How fast Tallystick is and what its keys cost: `python -m tests.benchmarks`. A command, not a test."""
