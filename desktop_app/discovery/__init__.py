"""Who is near: hints from the network, none of them trusted."""
