"""Work in forked processes of its own: they start at once, since everything is imported already."""

import os
import sys
import traceback
from collections.abc import Callable


def starta(arbete: Callable[[], int]) -> int:
    """Fork and run; the process id. The exit status is what `arbete` returns, 99 where it raises."""
    sys.stdout.flush()
    if (pid := os.fork()) == 0:
        status = 99
        try:
            status = arbete()
        finally:
            if status == 99:
                traceback.print_exc()
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
    return pid


def vanta(pid: int) -> int:
    """The exit status of a process, or minus the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def i_egen_process(arbete: Callable[[], int]) -> int:
    """Run in a process of its own and wait for it."""
    return vanta(starta(arbete))
