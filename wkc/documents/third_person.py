"""Sentences that address the client, turned into sentences about the client, for the overview of the office."""

import re
from typing import Any

_YOU: tuple[tuple[str, str], ...] = (
    (r"\buzelf\b", "de cliënt zelf"),
    (r"\bu bent\b", "de cliënt is"),
    (r"\bu hebt\b", "de cliënt heeft"),
    (r"\bwilt\b", "wil"),
    (r"\buw dossier\b", "het dossier"),
    (r"\buw\b", "de"),
    (r"\bu\b", "de cliënt"),
)


def of_the_client(sentence: str) -> str:
    """Turn a sentence that addresses the client into one about the client."""
    for you, they in _YOU:
        sentence = re.sub(you, they, sentence)
    return sentence


def rephrase(model: Any) -> Any:
    """Give a model in which the meaning of each code is about the client; what people wrote stays as it is."""
    match model:
        case dict():
            return {
                key: of_the_client(part) if key == "omschrijving" else rephrase(part) for key, part in model.items()
            }
        case list() | tuple():
            return [rephrase(part) for part in model]
        case _:
            return model
