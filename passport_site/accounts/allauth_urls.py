"""The pages of allauth that this platform uses, each with its access mark. The rest of its names lead
elsewhere, because allauth looks them up (no passwords: changing, setting or resetting one is not a page
here)."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path

from .access import fresh, public, signed_in
from .views import sign_in

urlpatterns = [
    path("login/", public(sign_in.SignInView.as_view()), name="account_login"),
    path("login/code/", sign_in.to_sign_in, name="account_request_login_code"),
    path("login/code/confirm/", public(sign_in.SignInCodeView.as_view()), name="account_confirm_login_code"),
    path("logout/", public(account.logout), name="account_logout"),
    path("inactive/", public(account.account_inactive), name="account_inactive"),
    path("confirm-email/", public(account.email_verification_sent), name="account_email_verification_sent"),
    # Names that allauth looks up for pages we do not have
    path("signup/", sign_in.to_apply, name="account_signup"),
    path("password/reset/", sign_in.to_sign_in, name="account_reset_password"),
    path("password/reset/done/", sign_in.not_here, name="account_reset_password_done"),
    path("password/change/", sign_in.not_here, name="account_change_password"),
    path("password/set/", sign_in.not_here, name="account_set_password"),
    path("email/", sign_in.not_here, name="account_email"),
    path("reauthenticate/", sign_in.not_here, name="account_reauthenticate"),
    # Second factor and passkeys
    path("2fa/", signed_in(mfa.index), name="mfa_index"),
    path("2fa/authenticate/", public(mfa.authenticate), name="mfa_authenticate"),
    path("2fa/reauthenticate/", signed_in(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("2fa/totp/activate/", fresh(totp.activate_totp), name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", fresh(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("2fa/recovery-codes/", signed_in(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "2fa/recovery-codes/generate/",
        fresh(recovery.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "2fa/recovery-codes/download/",
        signed_in(recovery.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("2fa/webauthn/", signed_in(webauthn.list_webauthn), name="mfa_list_webauthn"),
    path("2fa/webauthn/add/", fresh(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path(
        "2fa/webauthn/reauthenticate/",
        signed_in(webauthn.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("2fa/webauthn/keys/<int:pk>/remove/", fresh(webauthn.remove_webauthn), name="mfa_remove_webauthn"),
    path("2fa/webauthn/keys/<int:pk>/edit/", signed_in(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
    path("2fa/webauthn/login/", public(webauthn.login_webauthn), name="mfa_login_webauthn"),
]
