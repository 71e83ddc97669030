"""Disk: what is read to be sent, where received files go, and what is remembered."""
