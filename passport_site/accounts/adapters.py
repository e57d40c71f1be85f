"""How allauth behaves here: mails through our outbox, no passwords, a second factor for staff."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by e-mailed code."""


class MfaAdapter(DefaultMFAAdapter):
    """Passkeys, authenticator apps and recovery codes."""
