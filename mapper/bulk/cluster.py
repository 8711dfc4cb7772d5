"""The cluster that a bulk run works on.

In: the address of a Dask scheduler. Out: a client of it. What can go wrong: Dask is not installed,
or nobody answers there (`ClusterError`).
"""

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mapper.errors import ClusterError

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE_S = 10


@contextlib.contextmanager
def connected(address: str) -> Iterator["Client"]:
    """Connect to a scheduler.

    Raises
    ------
    ClusterError
        When Dask is not installed, nobody answers, or workers die of a task again and again.
    """
    try:
        from distributed import Client, KilledWorker
    except ImportError as error:
        msg = '`mapper bulk` needs Dask; install it with `pip install "incident-mapper[dask]"`.'
        raise ClusterError(msg) from error
    try:
        client = Client(address, timeout=_PATIENCE_S, set_as_default=False)  # type: ignore[no-untyped-call,unused-ignore]
    except (OSError, ValueError) as error:
        msg = f"No Dask scheduler answers at {address!r} ({error}); start one: `dask scheduler`."
        raise ClusterError(msg) from error
    with client:
        try:
            yield client
        except KilledWorker as error:
            msg = f"Workers died of a task again and again: {error}; see their logs and memory."
            raise ClusterError(msg) from error
