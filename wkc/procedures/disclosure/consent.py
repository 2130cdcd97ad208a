"""Consents: giving one, withdrawing it as easily, listing all that a client granted (art. 8.1, AVG 7)."""

from dataclasses import dataclass

from wkc.errors.rights import ConsentTooLoose, ConsentUnknown, PeriodBackwards, PurposeCodeWrong
from wkc.procedures.core.act import Deed, act
from wkc.procedures.core.clock import day
from wkc.procedures.core.session import Session
from wkc.procedures.dossier import mandate as mandating
from wkc.procedures.dossier.party import by_name
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields
from wkc.records.dossier import Client
from wkc.records.rights import Consent, Mandate, Release
from wkc.rules.disclosure.consent import HOW, is_purpose, too_loose
from wkc.rules.dossier.field import BY_CODE
from wkc.store import consent as consents
from wkc.store import mandate as mandates
from wkc.store import release as releases
from wkc.store.mandate import Given as MandateGiven


@dataclass(frozen=True, slots=True)
class Given:
    """A consent as it is typed: the recipient by name, a purpose code, numbers of annex I, how and from when."""

    recipient: str
    purpose: str
    categories: str
    how: str
    from_on: str | None = None


@dataclass(frozen=True, slots=True)
class Granted:
    """All that one client granted to others, in the order of writing down."""

    client: Client
    consents: tuple[Consent, ...]
    releases: tuple[Release, ...]
    mandates: tuple[Mandate, ...]


def give(session: Session, text: str, given: Given, shown: MandateGiven | None) -> Granted:
    """Write down a consent, given by the client or by who shows a mandate that reaches so far."""
    how, purpose, categories = way(given.how), purpose_code(given.purpose), codes.parse_categories(given.categories)
    today = day(session.world.now())
    from_on = fields.past_day_or_today(given.from_on, today)
    with act(session, "consent.give") as deed:
        client = the_client(deed, text)
        if loose := too_loose(how, categories):
            deed.judged("niet_uitdrukkelijk")
            raise ConsentTooLoose(categories=", ".join(map(str, loose)))
        recipient = by_name(deed, given.recipient)
        mandate = None
        if shown is not None:
            mandate = mandating.put(deed, client, shown)
            mandating.check(deed, client, mandate, from_on, categories)
        row = consents.Given(recipient, purpose, categories, how, from_on, mandate)
        made = consents.add(deed.store, client, row, deed.now, deed.by)
        deed.details |= {"consent": made.hex, "party": recipient.uuid.hex, "categories": list(categories)}
        return granted(deed, client)


def withdraw(session: Session, text: str, number: int, on: str | None) -> Granted:
    """Let a consent count no longer from a day on, today if none is named; no reason is asked (AVG 7.3)."""
    today = day(session.world.now())
    from_on = fields.past_day_or_today(on, today)
    with act(session, "consent.withdraw") as deed:
        client = the_client(deed, text)
        consent = next((c for c in consents.of_client(deed.store, client) if c.number == number), None)
        if consent is None:
            raise ConsentUnknown
        if from_on < consent.from_on:
            raise PeriodBackwards
        deed.details["consent"] = consent.uuid.hex
        if not consents.withdraw(deed.store, client, consent.uuid, from_on, deed.now, deed.by):
            raise ConsentUnknown
        return granted(deed, client)


def every(session: Session, text: str) -> Granted:
    """Give all that a client granted."""
    with act(session, "consent.list") as deed:
        return granted(deed, the_client(deed, text))


def granted(deed: Deed, client: Client) -> Granted:
    """Read all that a client granted."""
    store = deed.store
    return Granted(
        client,
        consents.of_client(store, client),
        releases.of_client(store, client, BY_CODE),
        mandates.of_client(store, client),
    )


def way(how: str) -> str:
    """Give the code of how something was given; errors.KindUnknown."""
    return codes.parse_code(how, HOW)


def purpose_code(typed: str) -> str:
    """Give the code of a purpose, as it is typed; errors.PurposeCodeWrong."""
    code = codes.fold_word(typed)
    if not is_purpose(code):
        raise PurposeCodeWrong
    return code
