"""A computer under floods of connections: `python -m tests.floods --help`."""
