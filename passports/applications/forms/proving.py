"""Proving an e-mail address by a code, before anything about the application goes there (ADR 0012)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from passport_site.accounts.forms import NO_CODE, code_field

from ..domain import proof
from .base import StepForm


class ConfirmForm(StepForm):
    """The code from the mail; nothing to type once the address is proved."""

    title = _("Enter the code we sent you")
    code = code_field(_("Code from the e-mail"), NO_CODE, _("8 digits, like 1234-5678"))

    def prepare(self) -> None:
        if self.is_complete:
            self.title = _("Your e-mail address is confirmed")
            self.drop("code")

    @property
    def is_complete(self) -> bool:
        return proof.is_proved(self.application)

    def lines(self) -> list[tuple[Any, Any]]:
        return []
