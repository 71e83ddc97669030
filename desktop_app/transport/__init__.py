"""Sockets: who connects, who listens, and how frames and records pass. Knows bytes, not people."""
