"""Errors of texts, which are sent as they are and kept nowhere."""

from desktop_app.errors.base import AppError


class TextUnusable(AppError):
    """It cannot be sent; never raised itself."""

    code = "text-unusable"


class NoText(TextUnusable):
    code = "no-text"
    sentence = "There is no text to send."
    advice = "Type or paste some."


class TextTooLong(TextUnusable):
    code = "text-too-long"
    sentence = "This is too long to be sent as a text."
    advice = "Save it as a file and send that."


class NotText(TextUnusable):
    code = "not-text"
    sentence = "This holds something that is no text."
    advice = "Save it as a file and send that."
