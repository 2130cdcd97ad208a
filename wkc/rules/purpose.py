"""Art. 2 and 6.2: every look and every change serves a purpose within the goal of the registration."""

from collections.abc import Mapping

PURPOSES: tuple[str, ...] = ("intake", "begeleiding", "bemiddeling", "verantwoording", "verzoek", "beheer")

PURPOSE_OF: Mapping[str, str] = {
    "register.init": "beheer",
    "user.whoami": "beheer",
    "user.login": "beheer",
    "user.passwd": "beheer",
    "user.sign_in": "beheer",
    "user.designate": "beheer",
    "user.list": "beheer",
    "user.show": "beheer",
    "user.role": "beheer",
    "user.reset": "beheer",
    "settings.show": "beheer",
    "settings.set": "beheer",
    "audit.list": "verantwoording",
    "audit.verify": "verantwoording",
    "audit.accept": "beheer",
    "audit.review": "verantwoording",
    "party.add": "beheer",
    "party.list": "beheer",
    "party.show": "beheer",
    "client.register": "intake",
    "client.import": "intake",
    "client.show": "begeleiding",
    "client.find": "begeleiding",
    "client.list": "begeleiding",
    "client.record": "begeleiding",
    "client.assign": "beheer",
    "contact.log": "begeleiding",
    "contact.withdraw": "begeleiding",
    "contact.list": "begeleiding",
    "inzage.export": "verzoek",
}
"""The purpose that each action serves unless the user names another of PURPOSES."""
