"""Art. 10 and 11: the appointments with a person, as the copy lists them."""

from datetime import UTC

from wkc.documents.copy.model import Afspraak
from wkc.documents.part import word
from wkc.documents.vocabulary import CONTACTS
from wkc.records.appointment import Appointment
from wkc.sentences import appointment
from wkc.sentences.sentence import for_person

OUTCOMES = for_person(appointment.OUTCOMES)
"""The outcome of an appointment (art. 10)."""


def afspraak(planned: Appointment) -> Afspraak:
    """Put an appointment in the words of the copy."""
    return Afspraak(
        kenmerk=planned.uuid,
        datum=planned.on,
        tijd=planned.at,
        soort=word(planned.kind, CONTACTS),
        uitkomst=word(planned.outcome or "gepland", OUTCOMES),
        vastgelegd_op=planned.recorded_at.astimezone(UTC),
    )
