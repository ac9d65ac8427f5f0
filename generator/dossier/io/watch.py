"""Waits for changes to files."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

DEBOUNCE_SECONDS = 0.02
"""Changes that follow each other within this time count as one."""
CHANGE_EVENTS = frozenset({"created", "deleted", "modified", "moved"})


class _QueueHandler(FileSystemEventHandler):
    """Puts each change into a queue; with `files`, only changes of these."""

    def __init__(self, queue: SimpleQueue[None], files: Collection[str] = ()) -> None:
        self._queue, self._files = queue, files

    def on_any_event(self, event: FileSystemEvent) -> None:
        is_watched = not self._files or event.src_path in self._files or event.dest_path in self._files
        if is_watched and event.event_type in CHANGE_EVENTS:
            self._queue.put(None)


@contextmanager
def watch_folders(folders: Sequence[Path], files: Sequence[Path] = ()) -> Iterator[Iterator[None]]:
    """Watch folders and everything below them, and single files; yield an iterator that yields None at each change."""
    queue: SimpleQueue[None] = SimpleQueue()
    observer = Observer()
    for folder in folders:
        observer.schedule(_QueueHandler(queue), str(folder), recursive=True)
    for folder in {file.parent for file in files}:
        names = {str(file) for file in files if file.parent == folder}
        observer.schedule(_QueueHandler(queue, names), str(folder), recursive=False)
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
