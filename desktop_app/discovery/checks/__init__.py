"""Why devices do not see each other: one look at this computer and its networks, told in sentences with their cures."""
