"""Examples below a command's help."""


def examples(*lines: str) -> str:
    """Give the text that click prints as it stands, a line an example."""
    head = "Example:" if len(lines) == 1 else "Examples:"
    return "\n".join(("\b", head, *(f"  {line}" for line in lines)))
