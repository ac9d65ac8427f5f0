"""Run a part of the rules in a second process, where the system can copy this one at little cost."""

import gc
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import current_process, get_context
from multiprocessing.connection import Connection

from dossier.model.finding import Finding

Task = Callable[[], list[Finding]]


def start(task: Task) -> Task:
    """Start a task in a copy of this process, and return a function that waits for its findings.

    The task runs when that function is called instead, if the system is not Linux or has one processor, if this process
    has threads, which a copy would lack, or if it is a copy itself.
    """
    is_possible = sys.platform == "linux" and (os.cpu_count() or 1) > 1
    if not is_possible or threading.active_count() > 1 or current_process().daemon:
        return task
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(task, sender), daemon=True)
    gc.freeze()  # A search for garbage would write to all objects, of which each process then had its own.
    process.start()
    sender.close()

    def wait() -> list[Finding]:
        try:
            findings: list[Finding] = receiver.recv()
        except EOFError:  # The copy failed; here, an error has its traceback.
            findings = task()
        process.join()
        gc.unfreeze()
        return findings

    return wait


def _send(task: Task, sender: Connection) -> None:
    with suppress(Exception):  # Without an answer, the task is done again where its error is reported.
        sender.send(task())
