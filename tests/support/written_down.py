"""What of a program's words would give a secret away."""

import base64


def written_down(secret: bytes) -> set[bytes]:
    """Every way in which a program may write bytes."""
    in_hex = secret.hex()
    return {secret, in_hex.encode(), in_hex.upper().encode(), repr(secret)[2:-1].encode(), base64.b64encode(secret)}


def code_written_down(digits: str, words: tuple[str, ...] | list[str]) -> set[bytes]:
    """Likewise the code on the screen."""
    numbers = {digits.encode(), digits.replace(" ", "").encode()}
    return numbers | {glue.join(words).encode() for glue in (" ", ", ", "', '", '", "', "-")}
