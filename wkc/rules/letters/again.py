"""Art. 8.1: a paper with data that jammed in the printer is made again for fourteen days, from what may still go."""

from datetime import date, timedelta

AGAIN = timedelta(days=14)
"""The time in which a paper is made again; a report that was printed and not said to be sent counts as sent then."""


def can_make_again(made_on: date, today: date) -> bool:
    """Tell whether a paper of a day can still be made again."""
    return today - made_on <= AGAIN
