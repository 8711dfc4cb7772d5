"""What the documents take from the program is what the program says now."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("part", ["reference", "sessions", "rates", "example"])
def test_the_documents_are_what_the_program_says(part: str) -> None:
    command = [sys.executable, str(ROOT / "docs/write.py"), "--check", "--only", part]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stderr}\nRun python docs/write.py."
