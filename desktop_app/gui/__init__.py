"""The face for people; the only package that knows Qt."""
