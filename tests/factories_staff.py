"""People who serve at a till, and the browser of one."""

from __future__ import annotations

import re

from django.test import Client

from businesses.members.models import Business, StaffMember
from businesses.members.services import add_staff, set_staff_mode
from passport_site.accounts.models import User

BY = "system:test"
PINS = {"RH": "2580", "MJ": "7316"}


def asks_who(business: Business, mode: str = "initials", *, by: User | str = BY) -> dict[str, StaffMember]:
    """The tills of this business ask; RH and MJ serve there, with their PINs where one is asked for."""
    set_staff_mode(business=business, mode=mode, by=by)
    return {
        initials: add_staff(business=business, initials=initials, by=by, pin=pin if mode == "pin" else "")[0]
        for initials, pin in PINS.items()
    }


class Browser:
    """An enrolled browser without JavaScript: presses buttons by their words."""

    def __init__(self, token: str):
        self.client = Client()
        self.client.cookies["till"] = token
        self.html = ""

    def open(self, path: str = "/till/") -> str:
        return self._keep(self.client.get(path, follow=True))

    def send(self, path: str, **fields) -> str:
        return self._keep(self.client.post(path, fields, follow=True))

    def press(self, word: str, **typed) -> str:
        """Sends the form whose button says so, with what it hides and what was typed."""
        for action, inside in re.findall(
            r'<form method="post" action="([^"]*)"(.*?)</form>', self.html, re.S
        ):
            if word in re.sub(r"<[^>]+>", "", inside.partition("<button")[2]):
                hidden = dict(re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', inside))
                hidden.pop("csrfmiddlewaretoken", None)
                return self.send(action, **(hidden | typed))
        raise AssertionError(f"no button {word!r}")

    def _keep(self, response) -> str:
        self.response, self.html = response, response.content.decode()
        return self.html
