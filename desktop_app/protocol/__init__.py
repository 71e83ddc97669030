"""What the bytes mean: no socket, thread, clock, file or log in here. See README.md beside this."""
