"""Worker processes that do tasks one after the other, and whose death loses nothing.

In: tasks. Out: what came of each. A worker gets a task when it has none, so that the two never wait
for each other; when it dies, its task is done again by another, and what several workers died of is
told. Processes are started afresh (spawn), on every system alike, and end when the one that started
them does.
"""

import contextlib
import dataclasses
import itertools
import multiprocessing
import multiprocessing.connection
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar

# Items in one message: enough that passing them on costs little, few enough to spread them evenly.
ITEMS_A_TASK = 4
# Tasks for each worker whose results may wait for those before them.
AHEAD = 8
# A worker that was told to end is killed after so long.
_PATIENCE_S = 5.0
# A task that so many workers died of is given up.
MOST_DEATHS = 2

Item = TypeVar("Item")
Result = TypeVar("Result")

# Made in the worker out of what it is given once; does the tasks.
Start = Callable[[Any], contextlib.AbstractContextManager[Callable[[Any], Any]]]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Died:
    """Workers died of a task; `exit_code` is that of the last one, negative for a signal."""

    exit_code: int | None


class Worker:
    """A process and what it was given to do."""

    def __init__(self, start: Start, given: object) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        # A daemon: it ends with us also when we cannot wait for it.
        self.process = context.Process(target=_work, args=(theirs, start, given), daemon=True)
        with _deaf():
            self.process.start()
        theirs.close()
        self.task: Any = None

    def begin(self, task: object, message: object) -> None:
        """Give it a task; that it died meanwhile is found when the answer does not come."""
        self.task = task
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.pipe.send(message)

    def end(self) -> None:
        """Stop it, whatever it does."""
        self.pipe.close()
        self.process.terminate()
        self.process.join(_PATIENCE_S)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()


class Crew:
    """Some workers, started at once and replaced when they die; use it as a context."""

    def __init__(self, count: int, start: Start, given: object) -> None:
        self._start = start, given
        self.workers = [Worker(start, given) for _ in range(count)]

    def __enter__(self) -> "Crew":
        """Give the crew."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop all workers."""
        for worker in self.workers:
            worker.end()

    def idle(self) -> list[Worker]:
        """Give the workers that have nothing to do."""
        return [worker for worker in self.workers if worker.task is None]

    def finished(self) -> list[tuple[Any, Any]]:
        """Wait until a worker is done; give tasks with their answers, or `Died`."""
        busy = {worker.pipe: worker for worker in self.workers if worker.task is not None}
        done: list[tuple[Any, Any]] = []
        for pipe in multiprocessing.connection.wait(list(busy)):
            worker = busy[pipe]  # type: ignore[index]
            task, worker.task = worker.task, None
            try:
                done.append((task, worker.pipe.recv()))
            except (EOFError, ConnectionResetError):
                worker.end()
                self.workers[self.workers.index(worker)] = Worker(*self._start)
                done.append((task, Died(exit_code=worker.process.exitcode)))
        return done


@dataclasses.dataclass(slots=True, kw_only=True)
class _Task(Generic[Item]):
    """Items with their numbers, and how many workers died of them."""

    items: list[tuple[int, Item]]
    deaths: int = 0


def in_order(
    crew: Crew, items: Iterable[Item], message: Callable[[list[Item]], object]
) -> Iterator[tuple[Item, Any]]:
    """Have items done; give each with its result, or `Died`, in the order in which they came.

    When a worker dies, its items are done again one by one, so that only those that workers die of
    are told.

    Parameters
    ----------
    message
        What to send to a worker for some items; it answers with a list of as many results.
    """
    source, waiting = enumerate(items), deque[_Task[Item]]()
    done: dict[int, tuple[Item, Any]] = {}
    turn, most = 0, len(crew.workers) * ITEMS_A_TASK * AHEAD
    given = 0
    while True:
        for worker in crew.idle():
            if waiting:
                task = waiting.popleft()
            else:
                room = min(ITEMS_A_TASK, most - (given - turn))
                task = _Task(items=list(itertools.islice(source, max(0, room))))
                given += len(task.items)
            if task.items:
                worker.begin(task, message([item for _, item in task.items]))
        if len(crew.idle()) == len(crew.workers):
            return
        for task, answer in crew.finished():
            _take(task, answer, done, waiting)
        while turn in done:
            yield done.pop(turn)
            turn += 1


def _take(
    task: _Task[Item], answer: Any, done: dict[int, tuple[Item, Any]], waiting: deque[_Task[Item]]
) -> None:
    """Keep the results of a task, or have it done again."""
    if not isinstance(answer, Died):
        for (number, item), result in zip(task.items, answer, strict=True):
            done[number] = (item, result)
        return
    deaths = task.deaths + (len(task.items) == 1)
    for number, item in task.items:
        if deaths >= MOST_DEATHS:
            done[number] = (item, answer)
        else:
            waiting.append(_Task(items=[(number, item)], deaths=deaths))


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Have processes started that do not hear Ctrl-C, which reaches all of a terminal.

    Whoever started them ends them.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _work(pipe: Any, start: Start, given: object) -> None:
    """Do tasks until nobody gives any more."""
    with start(given) as do, contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            pipe.send(do(pipe.recv()))
