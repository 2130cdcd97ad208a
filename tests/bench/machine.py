"""The machine that is measured on."""

import os
import platform
from pathlib import Path

from sqlcipher3 import dbapi2


def describe() -> dict[str, object]:
    """Give its processor, cores, memory (GiB), load, and the versions that matter."""
    processor = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor(),
    )
    memory = next((int(line.split()[1]) for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), 0)
    connection = dbapi2.connect(":memory:")
    (cipher,) = connection.execute("PRAGMA cipher_version").fetchone()
    connection.close()
    return {
        "processor": processor,
        "cores": os.cpu_count(),
        "memory": f"{memory / 2**20:.0f} GiB",
        "load": f"{os.getloadavg()[0]:.1f}",
        "system": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        "SQLCipher": cipher,
        "SQLite": dbapi2.sqlite_version,
    }


def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines() if Path(path).exists() else []
