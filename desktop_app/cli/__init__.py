"""The face for terminals and programs."""
