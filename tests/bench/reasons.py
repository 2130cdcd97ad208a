"""The reasons why a measurement may go beyond its budget, for the page that shows them beneath the table."""

import re

from tests.bench.timing import Row

REASONS: tuple[tuple[str, str], ...] = (
    (
        r"wkc .*client show",
        (
            "The protections are little of it: the least process with all of them is in the row of its floor. The "
            "rest is a program of some 125 files of our own, a tenth of a millisecond each to find and load, and the "
            "reading of its words, the dossier and the envelope; fewer files would be larger ones."
        ),
    ),
    (
        r"audit verify --whole",
        (
            "Each line is signed by who acted, and OpenSSL's check of one Ed25519 signature, the row beneath, is "
            "nearly all of it. The default goes on from the head that the user verified last, which was signed "
            "itself, and is within the budget."
        ),
    ),
    (
        r"room of",
        (
            "A value is found by its client, by its source and by its words, and has its provenance: bare tables that "
            "do no more than that are the row of its floor. The CSV has each value once, with nothing to find it by."
        ),
    ),
    (
        r"controller lists what is past its term",
        (
            "The bare library reads twenty dates; ours judges twenty dossiers by contacts, assignments, holds, "
            "requests and restrictions as they are now, each against its signed line, and leaves a signed line for "
            "each that it shows."
        ),
    ),
    (
        r"customer gets the own data",
        (
            "The bare library reads seven values; the copy has all that art. 15 asks for beside them: sources, "
            "recipients, papers, consents, requests, letters and who looked, from some thirty tables."
        ),
    ),
    (
        r"(customer|processor|controller|regulator) .*both opened once",
        (
            "A log line that is hashed and signed, by the bare library, is its floor. The rest is the door, which "
            "each action passes: user, slots, role, clock, the ledger's head and the head seen last, which is kept "
            "outside the register; and the records, with the source of each value."
        ),
    ),
    (
        r"(customer|processor|controller|regulator) ",
        (
            "The ladder above prices each protection beside what is below it; most of both sides is opening. Nobody "
            "may hold the register while a person thinks, so each command opens it, with its two hundred tables and "
            "indexes, and checks the keyring anew; the systems of others keep a connection open."
        ),
    ),
    (
        r"import of \d+ clients again",
        (
            "Of each row it is asked who has this number and whether anything of it changed, where the bare inserts "
            "ask nothing."
        ),
    ),
    (
        r"import, \d+ to",
        (
            "At a million the indexes no longer fit the cache of pages that keeps the memory within its budget, so "
            "pages are read, checked and decrypted again: the slope of bare inserts of the same rows is its floor."
        ),
    ),
    (
        r"that, beside a bare VACUUM INTO",
        (
            "A user who leaves takes a copy under the new key, a compacted one and the check of each page and row "
            "before it counts: those three alone are its floor."
        ),
    ),
    (
        r"a document of .*beside age",
        (
            "age writes one file and syncs nothing; SQLCipher enciphers and authenticates each page and writes it "
            "twice, to its log and to the register, which is the row of its floor. Ours adds the cipher of the "
            "chunks, the digest of what leaves and its traced actions."
        ),
    ),
    (
        r"  the same, beside bare SQLCipher",
        (
            "Two actions are traced, for the line that a document is taken out stands before an octet of it leaves; "
            "of a small document they are most of the time, and with bare SQLCipher its floor."
        ),
    ),
    (
        r"destroying \d+",
        (
            "The deletes, VACUUM, the check of the purged file and a signature each are its floor; the rest judges "
            "each dossier again and writes its line in the ledger and in the log, in parts that keep the memory "
            "within bounds."
        ),
    ),
)
"""Patterns of what was measured, and why it can take more than its budget; the first that fits counts."""
UNEXPLAINED = "Not explained."


def explain(row: Row) -> str:
    """Give why a row is not within its budget."""
    return next((text for pattern, text in REASONS if re.match(pattern, row.what)), UNEXPLAINED)
