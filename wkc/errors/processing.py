"""The register of processing: what is not filled in."""

from wkc.errors.families import Refused
from wkc.i18n import N_


class ProcessingIncomplete(Refused):
    """AVG 30: an empty part is no register."""

    text = N_("The register of processing lacks: {parts} (AVG 30).")
    hint = N_("Fill it in: {command}")
