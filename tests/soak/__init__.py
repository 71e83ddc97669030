"""Two computers for hours: `python -m tests.soak --help`. What was found by it has tests of its own elsewhere."""
