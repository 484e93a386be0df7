"""Limits on this process. Only POSIX has them; elsewhere the parent's clock must do."""

from __future__ import annotations

import mmap
import sys

if sys.platform != "win32":
    import resource

    def limit_memory(address_space: int) -> None:
        """Lets no allocation take this process over ``address_space`` bytes; no core files."""
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        bounded = hard != resource.RLIM_INFINITY
        allowed = min(address_space, hard) if bounded and address_space >= 0 else address_space
        resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))

    def memory_limit() -> int:
        """How many bytes of address space this process may hold now."""
        return resource.getrlimit(resource.RLIMIT_AS)[0]

    def grant_cpu(seconds: int) -> None:
        """Lets this process use so many seconds more; then SIGXCPU ends it."""
        usage = resource.getrusage(resource.RUSAGE_SELF)
        used = int(usage.ru_utime + usage.ru_stime) + 1
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        allowed = used + seconds
        if hard != resource.RLIM_INFINITY:
            allowed = min(allowed, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, hard))

else:

    def limit_memory(address_space: int) -> None:
        """Nothing: Windows offers no such limit to the process itself."""

    def memory_limit() -> int:
        """No limit: see ``limit_memory``."""
        return -1

    def grant_cpu(seconds: int) -> None:
        """Nothing: the parent's clock ends a file that takes too long."""


def address_space_in_use() -> int:
    """The bytes of address space that this process holds now; 0 where that is not told.

    Not the peak of getrusage: a started process inherits its parent's, which is larger."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - asked after every file
            pages = file.read().split()[0]
    except OSError:
        return 0
    return int(pages) * mmap.PAGESIZE
