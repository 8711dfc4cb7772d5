"""Ask a geocoder at the pace that it wants.

In: a client and a question. Out: the `Reply`. When the server says "too many requests" and to come
back within seconds, that is done, once; a longer wait is the caller's business.
"""

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mapper.geocoder.ask import Client, ask
from mapper.geocoder.model import Question, Reply
from mapper.geocoder.settings import interval_of
from mapper.web.pace import turn

if TYPE_CHECKING:
    from mapper.gazetteer import Gazetteer

# Nobody minds an `add` that takes so much longer.
LONGEST_WAIT_S = 5.0


def utc_now() -> dt.datetime:
    """Give the time."""
    return dt.datetime.now(dt.UTC)


def ask_politely(
    client: Client,
    question: Question,
    gazetteer: "Gazetteer",
    *,
    folder: Path | None = None,
    now: Callable[[], dt.datetime] = utc_now,
) -> Reply:
    """Ask for one name when it is one's turn.

    Parameters
    ----------
    folder
        Where the pace is kept; the user's cache folder unless given.
    """
    interval_s = interval_of(client.settings, client.server)
    with turn(client.server, interval_s, folder=folder):
        asked = now()
        reply = ask(client, question, gazetteer, asked)
    if reply.retry_at is None or not reply.is_final:
        return reply
    wait_s = (reply.retry_at - asked).total_seconds()
    if wait_s > LONGEST_WAIT_S:
        return reply
    time.sleep(wait_s)
    with turn(client.server, interval_s, folder=folder):
        return ask(client, question, gazetteer, now())
