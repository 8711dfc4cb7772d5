"""Compile the modules that read articles to C, by mypyc; the build hook runs it where it may fail.

`python compile_build.py SOURCE OUT`: SOURCE is a folder with a copy of the package and nothing
else, OUT takes the compiled modules, in folders like those of the package. Needs mypyc, setuptools
and a C compiler; what is missing ends the program with a message and an exit status other than 0.

Compiled are the stages that take the time. Their records (`model.py`) stay Python, so that other
programs may copy, pickle and change them as ever, and the stages around them notice nothing.
"""

import os
import sys
from pathlib import Path

PACKAGES = ("text", "toponym", "resolution", "dating", "report", "incident")
LEFT_OUT = frozenset({"__init__.py", "model.py"})
# The name of the library that holds all of it; the modules themselves only point there.
LIBRARY = "incident_mapper"


def modules() -> list[str]:
    """List the files to be compiled, relative to the folder that the package lies in."""
    return [
        path.as_posix()
        for package in PACKAGES
        for path in sorted(Path("mapper", package).glob("*.py"))
        if path.name not in LEFT_OUT
    ]


def main(source: str, out: str) -> None:
    """Compile the package in `source` into `out`."""
    os.chdir(source)
    from mypyc.build import mypycify
    from setuptools import setup

    extensions = mypycify(
        ["--ignore-missing-imports", *modules()],
        opt_level="2",
        debug_level="0",
        multi_file=True,
        group_name=LIBRARY,
    )
    jobs = str(os.cpu_count() or 1)
    setup(
        name=LIBRARY,
        packages=[],
        ext_modules=extensions,
        script_args=["--quiet", "build_ext", "--build-lib", out, "--parallel", jobs],
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
