"""The command line: a module a command, and `root` above them."""

from mapper.cli.root import cli, main

__all__ = ["cli", "main"]
