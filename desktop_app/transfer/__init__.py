"""One transfer, told top-down: the sender, the receiver, and who may write next."""
