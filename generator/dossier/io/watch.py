"""Waits for changes of files below some folders."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

DEBOUNCE_SECONDS = 0.05
"""Seconds without a further change, after which what was saved together is one change."""
CHANGING = frozenset({"created", "deleted", "modified", "moved"})


class _QueueHandler(FileSystemEventHandler):
    """Puts every change into a queue."""

    def __init__(self, queue: SimpleQueue[None]) -> None:
        self._queue = queue

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in CHANGING:
            self._queue.put(None)


@contextmanager
def watch_folders(folders: Sequence[Path]) -> Iterator[Iterator[None]]:
    """Hands over what yields after each change below `folders` from now on; changes in quick succession are one."""
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
        _settle(queue)
        yield None


def _settle(queue: SimpleQueue[None]) -> None:
    try:
        while True:
            queue.get(timeout=DEBOUNCE_SECONDS)
    except Empty:
        return
