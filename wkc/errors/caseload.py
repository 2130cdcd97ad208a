"""Caseloads: the one client of several that were named together who cannot be given to a coach."""

from wkc.errors.register import ClientAmbiguous, ClientUnknown
from wkc.i18n import N_


class OneUnknown(ClientUnknown):
    """The client in a `place`, from 1, of those named together: none, or none that this user may see."""

    stable_name = "client_unknown"
    text = N_("No client is found by number {place} of what was typed.")


class OneAmbiguous(ClientAmbiguous):
    """A name prefix in a `place`, from 1, of those named together, that fits several."""

    stable_name = "client_ambiguous"
    text = N_("More than one client is found by number {place} of what was typed.")
