"""Art. 8: consents, and what is given to somebody else."""

import json

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.faults.model import law
from tests.faults.model.law import Use
from tests.faults.model.machine import USER, WHICH, Regulation
from tests.faults.model.nouns import Consent, Made
from tests.faults.model.office import DONE, NOT_FOUND, REFUSED

RECIPIENT = st.sampled_from([*law.RECIPIENTS])
SOME = st.sets(st.sampled_from((1, 2, 5, 12, 14, 17, 24, 25, 29)), min_size=1, max_size=5).map(
    lambda some: tuple(sorted(some))
)
PURPOSE = st.sampled_from((*law.PURPOSES, "voortgang"))
USE = st.one_of(
    st.builds(Use, RECIPIENT, st.just("doel"), PURPOSE, SOME),
    st.builds(Use, RECIPIENT, st.just("toestemming"), st.just("stage"), SOME),
    st.builds(Use, RECIPIENT, st.just("wettelijk_voorschrift"), st.none(), SOME, st.booleans(), st.booleans()),
    st.builds(Use, RECIPIENT, st.just("dringende_reden"), st.none(), SOME),
)


class Giving(Regulation):
    """Consents given and withdrawn, disclosures judged."""

    @rule(
        user=USER,
        which=WHICH,
        recipient=RECIPIENT,
        some=SOME,
        how=st.sampled_from(("schriftelijk", "e_mail", "mondeling")),
    )
    def give_consent(self, user: str, which: int, recipient: str, some: tuple[int, ...], how: str) -> None:
        number = self.pick(which)
        code = self.office.enter(user, "consent give", number)
        loose = how == "mondeling" and any(category in some for category in (24, 25))
        if code == DONE and (loose or not self.office.can_consent(self.office.dossiers[number])):
            code = REFUSED
        given = ("--recipient", recipient, "--purpose", "stage", "--categories", ",".join(map(str, some)), "--how", how)
        self.run(user, "consent", "give", number, *given, expected=code)
        if code == DONE:
            made = Consent(recipient, "stage", some, how, self.office.today, user, self.office.now)
            self.office.dossiers[number].consents[self.office.count("consent")] = made

    @precondition(lambda self: any(one.consents for one in self.office.dossiers.values()))
    @rule(user=USER, which=WHICH, last=st.integers(0, 4), reason=st.booleans())
    def withdraw_consent(self, user: str, which: int, last: int, *, reason: bool) -> None:
        number = self.pick(which)
        reason = reason and self.office.users[user] == "coach"
        dossier = self.office.dossiers.get(number)
        numbers = list(dossier.consents)[::-1] if dossier else []
        consent = numbers[last % len(numbers)] if numbers and last < 4 else self.office.peek("consent")
        code = self.office.enter(user, "consent withdraw", number, reason=reason)
        if code == DONE and dossier and (consent not in dossier.consents or dossier.consents[consent].withdrawn_on):
            code = NOT_FOUND
        self.run(user, "consent", "withdraw", number, str(consent), expected=code, reason=reason)
        if code == DONE and dossier:
            dossier.consents[consent].withdrawn_on = self.office.today

    @rule(user=USER, which=WHICH, use=USE, reason=st.booleans())
    def disclose(self, user: str, which: int, use: Use, *, reason: bool) -> None:
        number = self.pick(which)
        reason = reason and self.office.users[user] == "coach"
        code = self.office.enter(user, "disclosure log", number, reason=reason)
        case: dict[str, object] = {"recipient": use.recipient, "channel": "brief", "ground": use.ground}
        case |= {"categories": ",".join(map(str, use.categories))} | ({"purpose": use.purpose} if use.purpose else {})
        if use.ground == "wettelijk_voorschrift":
            case |= {
                "law": "wia",
                "citation": "WIA art. 34",
                "covers_bsn": use.covers_bsn,
                "covers_sealed": use.covers_sealed,
            }
        if use.ground == "dringende_reden":
            case |= {"reason": "de huur moet vandaag betaald zijn", "to_life": False}
        outcome = ""
        goes: list[tuple[str, str]] = []
        if code == DONE:
            dossier = self.office.dossiers[number]
            outcome, goes = self.office.judge(user, dossier, use)
            code = DONE if outcome == "toegestaan" else REFUSED
        data = self.run(
            user, "disclosure", "log", number, "--from", "-", stdin=json.dumps(case), expected=code, reason=reason
        )
        if outcome:
            assert (data["outcome"], data["number"]) == (outcome, self.office.count("disclosure")), (data, outcome)
            fields = sorted(one["field"] for one in data["items"] if one["dropped"] is None)
            assert fields == [field for field, _value in goes], (fields, goes, outcome)
            dossier.shared |= outcome == "toegestaan"
            dossier.disclosures[data["number"]] = Made(user, self.office.now)
