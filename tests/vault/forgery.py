"""Changes to a keyring by somebody who can write in the folder: everything but the keys."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from wkc.vault.files.home import Home
from wkc.vault.keys import canonical_json


def rewrite(home: Home, change: Callable[[dict[str, Any]], None]) -> None:
    """Change both files, and make the checksum right again."""
    content = json.loads(home.keyring.read_bytes())
    del content["checksum"]
    change(content)
    checksum = canonical_json.encode(hashlib.sha256(canonical_json.dump(content)).digest())
    for path in (home.keyring, home.keyring_copy):
        path.write_bytes(canonical_json.dump({**content, "checksum": checksum}))
