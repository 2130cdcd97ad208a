"""The least process that shows a client with the protections of ours: run by itself, with no module of ours loaded.

It is the bare process of `processes` with what each look cannot do without: the libraries of records, hashes, JSON and
sockets; the keyring read and its checksum made; three questions to the agent of the session (who is signed in, the
register key, a signature); the register with its tables; a line of the log, chained by its hash, signed and committed.
Words: the folder, the socket of the agent, the file of the register.
Like ours it collects no cycles, and leaves its memory to the system at the end.
"""

import base64
import gc
import hashlib
import hmac
import json
import os
import socket
import sys
from pathlib import Path

COLUMNS = "seq, at, user_id, slot, action, purpose, subject, outcome, details, previous, hash, signature"


def ask(place: str, **words: object) -> dict[str, str]:
    """Put one question to the agent, on a connection of its own."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.connect(place)
        question = json.dumps(words, sort_keys=True, separators=(",", ":")).encode("ascii")
        connection.sendall(bytes([len(question)]) + question)
        length = connection.recv(1)[0]
        answer = b""
        while len(answer) < length:
            answer += connection.recv(length - len(answer))
    return dict(json.loads(answer))


def main(home: str, place: str, file: str) -> None:
    """Show one client, with one line of the log; the libraries of commands and records are loaded, as ours are."""
    import msgspec  # noqa: F401
    import typer  # noqa: F401
    from sqlcipher3 import dbapi2

    ring = json.loads(Path(home, "keyring.json").read_bytes())
    checksum = ring.pop("checksum")
    content = json.dumps(ring, sort_keys=True, separators=(",", ":")).encode("ascii")
    status = ask(place, do="status")
    assert hmac.compare_digest(base64.b64decode(checksum), hashlib.sha256(content).digest())
    key = base64.b64decode(ask(place, do="open", keyring=checksum)["done"])
    connection = dbapi2.connect(file, isolation_level=None)
    connection.set_key(bytearray(b"x'" + key.hex().encode("ascii") + b"'"))
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA journal_mode=WAL").fetchone()
    connection.execute("BEGIN IMMEDIATE")
    uuid, number = connection.execute("SELECT uuid, number FROM client WHERE number = '2026-0001'").fetchone()
    values = connection.execute("SELECT field, value FROM entry JOIN client ON client.id = entry.client").fetchall()
    seq, previous = connection.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    line = (seq + 1, "2026-11-23T09:00:00Z", status["user"], bytes.fromhex(status["slot"]), "client.show",
            "begeleiding", uuid, "done", '{"as":"beheerder"}', previous)  # fmt: skip
    plain = [column.hex() if isinstance(column, bytes) else column for column in line]
    digest = hashlib.sha256(b"wkc/1/audit line\0" + json.dumps(plain, separators=(",", ":")).encode("ascii")).digest()
    signature = base64.b64decode(
        ask(place, do="sign", label="audit", digest=base64.b64encode(digest).decode("ascii"))["done"]
    )
    places = ", ".join("?" * 12)
    connection.execute(f"INSERT INTO audit ({COLUMNS}) VALUES ({places})", (*line, digest, signature))
    connection.execute("COMMIT")
    connection.close()
    sys.stdout.write(json.dumps({"number": number, "values": values}) + "\n")


if __name__ == "__main__":
    gc.disable()
    main(*sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)
