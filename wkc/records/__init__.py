"""The nouns of the register as frozen records, each with the word of the law; a file a noun.

msgspec makes them. It is loaded here without `typing_extensions` where nothing else has that: `typing` has all that it
asks for from Python 3.11 on, and each command starts 3 ms sooner.
"""

import sys

_BACKPORTS = "typing_extensions"

if _BACKPORTS not in sys.modules:
    sys.modules[_BACKPORTS] = None  # type: ignore[assignment]  # Its import then raises (the import system, 5.3.1).
    import msgspec  # noqa: F401

    del sys.modules[_BACKPORTS]
