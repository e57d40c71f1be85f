"""Signing in, My details, second factor, and the pages for when something is not right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .kinds import Shot, Then
from .steps import go, in_turn, mailed_code, open_first, press, send

if TYPE_CHECKING:
    from playwright.sync_api import Page

LOCK = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
CODE = "/account/login/code/confirm/"


def sign_in(email: str) -> Then:
    """With a code from a mail."""
    return in_turn(send(login=email), mailed_code)


def too_often(page: Page) -> None:
    """The same address, again and again."""
    for _ in range(8):
        send(login="margaret@post.example")(page)
        if not page.url.endswith("/confirm/"):
            return
        go("/account/login/")(page)


def lose_cookies(page: Page) -> None:
    """A page that was open for too long."""
    page.context.clear_cookies()
    send(login="margaret@post.example")(page)


def add_passkey(page: Page) -> None:
    """With a lock that Chromium makes up."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": LOCK})
    press("#mfa_webauthn_add")(page)
    page.wait_for_url(lambda address: not address.endswith("/add/"))
    devtools.send("WebAuthn.disable")
    devtools.detach()


SHOTS: list[Shot] = [
    Shot("sign-in", "/account/login/", also=("dark", "narrow")),
    Shot("sign-in-wrong", "/account/login/", then=send(login="priya@")),
    Shot("sign-in-code", "/account/login/", then=send(login="priya@post.example"), shows=CODE),
    Shot(
        "sign-in-code-wrong",
        "/account/login/",
        then=in_turn(send(login="priya@post.example"), send(code="1234-5678")),
        shows=CODE,
    ),
    Shot("signed-in", "/account/login/", then=sign_in("eleri@post.example"), shows="/card/"),
    Shot(
        "sign-in-second",
        "/account/login/",
        then=sign_in("secured@post.example"),
        shows="/account/2fa/authenticate/",
    ),
    Shot(
        "sign-in-second-wrong",
        "/account/login/",
        then=in_turn(sign_in("secured@post.example"), send(code="000000")),
        shows="/account/2fa/authenticate/",
    ),
    Shot("sign-out", "/account/logout/", who="active"),
    Shot("inactive", "/account/inactive/"),
    Shot("confirm-email", "/account/confirm-email/", shows="/account/login/"),
    # My details
    Shot("details", "/me/", who="active", also=("dark", "narrow")),
    Shot("details-officer", "/me/", who="assessor"),
    Shot("details-name", "/me/name/", who="active"),
    Shot("details-name-wrong", "/me/name/", who="active", then=send(first_name="", last_name="")),
    Shot("choices", "/me/choices/", who="active"),
    Shot("email", "/me/email/", who="active"),
    Shot("email-wrong", "/me/email/", who="active", then=send(email="priya@")),
    Shot(
        "email-code",
        "/me/email/",
        who="active",
        then=send(email="priya.new@post.example"),
        shows="/me/email/code/",
    ),
    Shot("confirm", "/me/email/", who="long-ago", shows="/me/confirm/"),
    Shot(
        "confirm-code",
        "/me/email/",
        who="long-ago",
        then=press("main button[name=action]"),
        shows="/me/confirm/",
    ),
    Shot("sessions", "/me/devices/", who="active"),
    Shot("my-data", "/me/data/", who="active", also=("narrow", "paper")),
    Shot(
        "my-data-shop", "/me/data/", who="owner", welsh=False
    ),  # holds mails in the language they went out in
    Shot("close-account", "/me/close/", who="active"),
    Shot("close-account-officer", "/me/close/", who="assessor"),
    Shot("closed", "/me/closed/"),
    Shot("second-lock", "/me/second-factor/", who="assessor"),
    # passkeys, apps, recovery codes
    Shot("second-factor", "/account/2fa/", who="active"),
    Shot("second-factor-on", "/account/2fa/", who="secured"),
    Shot("totp", "/account/2fa/totp/activate/", who="active"),
    Shot("totp-wrong", "/account/2fa/totp/activate/", who="active", then=send(code="000000")),
    Shot("totp-off", "/account/2fa/totp/deactivate/", who="secured"),
    Shot(
        "recovery-codes",
        "/account/2fa/recovery-codes/generate/",
        who="secured",
        then=press(),
        shows="/account/2fa/recovery-codes/",
        also=("paper",),
    ),
    Shot("recovery-codes-new", "/account/2fa/recovery-codes/generate/", who="secured"),
    Shot("passkeys", "/account/2fa/webauthn/", who="passkeys"),
    Shot("passkeys-none", "/account/2fa/webauthn/", who="active"),
    Shot("passkey-add", "/account/2fa/webauthn/add/", who="active"),
    Shot(
        "passkey-rename",
        "/account/2fa/webauthn/",
        who="passkeys",
        then=open_first("main a[href*=edit]"),
        shows="/account/2fa/webauthn/keys/*/edit/",
    ),
    Shot(
        "passkey-remove",
        "/account/2fa/webauthn/",
        who="passkeys",
        then=open_first("main a[href*=remove]"),
        shows="/account/2fa/webauthn/keys/*/remove/",
    ),
    Shot("prove-again", "/account/2fa/reauthenticate/", who="secured"),
    Shot(
        "prove-again-passkey",
        "/account/2fa/webauthn/add/",
        who="no-photo",
        then=in_turn(add_passkey, go("/account/2fa/webauthn/reauthenticate/")),
        shows="/account/2fa/webauthn/reauthenticate/",
    ),
    # when something is not right
    Shot("error-400", "/design/errors/400/", welsh=False),
    Shot("error-403", "/apply/file/1/", who="active", also=("dark",)),
    Shot("error-404", "/no-such-page/", also=("dark",)),
    Shot("error-429", "/account/login/", then=too_often),
    Shot("error-500", "/design/errors/500/", welsh=False, also=("dark", "narrow")),
    Shot("error-too-long", "/account/login/", then=lose_cookies),
]
