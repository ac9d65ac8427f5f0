"""Waits for changes to files."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

DEBOUNCE_SECONDS = 0.05
"""Changes that follow each other within this time count as one."""
CHANGE_EVENTS = frozenset({"created", "deleted", "modified", "moved"})


class _QueueHandler(FileSystemEventHandler):
    """Puts each change into a queue."""

    def __init__(self, queue: SimpleQueue[None]) -> None:
        self._queue = queue

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in CHANGE_EVENTS:
            self._queue.put(None)


@contextmanager
def watch_folders(folders: Sequence[Path]) -> Iterator[Iterator[None]]:
    """Watch folders and everything below them; yield an iterator that waits for each change and then yields None."""
    queue: SimpleQueue[None] = SimpleQueue()
    observer = Observer()
    for folder in folders:
        observer.schedule(_QueueHandler(queue), str(folder), recursive=True)
    observer.start()
    try:
        yield _changes(queue)
    finally:
        observer.stop()
        observer.join()


def _changes(queue: SimpleQueue[None]) -> Iterator[None]:
    while True:
        queue.get()
        _wait_until_quiet(queue)
        yield None


def _wait_until_quiet(queue: SimpleQueue[None]) -> None:
    try:
        while True:
            queue.get(timeout=DEBOUNCE_SECONDS)
    except Empty:
        return
