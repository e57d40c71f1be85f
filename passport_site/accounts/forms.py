"""Forms of this room: sign-in, codes, details. allauth's get our look and words here; it has no Welsh."""

from __future__ import annotations

from allauth.account.forms import ConfirmLoginCodeForm
from allauth.mfa.base import forms as mfa_base
from allauth.mfa.totp import forms as mfa_totp
from allauth.mfa.webauthn import forms as mfa_webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

from passport_site.core.forms import Form, FormMixin, ModelForm

from .models import User

NO_EMAIL = _("Enter an e-mail address, like name@mail.example")
NO_CODE = _("Enter the code from the e-mail")
NO_APP_CODE = _("Enter the code that your app shows")


def email_field(label, **more) -> forms.EmailField:
    """An e-mail field that phones fill in and that keeps its capitals out of our way."""
    return forms.EmailField(
        label=label,
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": NO_EMAIL, "invalid": NO_EMAIL},
        **more,
    )


def code_field(label, missing, help_text="") -> forms.CharField:
    """A field for a code of digits that phones offer to fill in."""
    return forms.CharField(
        label=label,
        max_length=24,
        help_text=help_text,
        widget=forms.TextInput(
            {
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "class": "w-12",
                "autocapitalize": "none",
            }
        ),
        error_messages={"required": missing},
    )


class SignInForm(Form):
    """The e-mail address to send a code to. Whether we know it is never said here."""

    login = email_field(_("Your e-mail address"))


class SignInCodeForm(FormMixin, ConfirmLoginCodeForm):
    """The code that came by e-mail."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field(_("Code from the e-mail"), NO_CODE, _("8 digits, like 1234-5678"))


class CodeForm(Form):
    """A code that this room sent itself (to confirm a new address, or that it is really you)."""

    code = code_field(_("Code from the e-mail"), NO_CODE, _("8 digits, like 1234-5678"))


class AuthenticateForm(FormMixin, mfa_base.AuthenticateForm):
    """The second step of signing in."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field(_("Code from your app, or a recovery code"), NO_APP_CODE)


class ReauthenticateForm(FormMixin, mfa_base.ReauthenticateForm):
    """The second factor once more, before something that matters."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field(_("Code from your app, or a recovery code"), NO_APP_CODE)


class ActivateTOTPForm(FormMixin, mfa_totp.ActivateTOTPForm):
    """The first code from a new authenticator app."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field(_("Code from your app"), NO_APP_CODE, _("6 digits"))


class AddPasskeyForm(FormMixin, mfa_webauthn.AddWebAuthnForm):
    """A new passkey or security key. A passkey alone is enough to sign in, which is what most people want."""

    def __init__(self, *args, **kwargs) -> None:
        kwargs["initial"] = {"passwordless": True, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name for this passkey")
        self.fields["name"].help_text = _("So that you know it again, like “My phone”")
        self.fields["passwordless"].label = _("Sign in with this passkey alone")
        self.fields["passwordless"].help_text = _("It asks for your fingerprint, face or PIN.")


class EditPasskeyForm(FormMixin, mfa_webauthn.EditWebAuthnForm):
    """A new name for a passkey."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name for this passkey")


class NameForm(ModelForm):
    """How we greet the person, and the language they read."""

    mark_optional = False

    class Meta:
        model = User
        fields = ("first_name", "last_name", "language")
        labels = {
            "first_name": _("First name"),
            "last_name": _("Last name"),
            "language": _("Language we write in"),
        }
        widgets = {
            "first_name": forms.TextInput({"autocomplete": "given-name"}),
            "last_name": forms.TextInput({"autocomplete": "family-name"}),
            "language": forms.RadioSelect,
        }
        error_messages = {"first_name": {"required": _("Enter your first name")}}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["first_name"].required = True


class NewEmailForm(Form):
    """The address to change to. A code goes there first."""

    email = email_field(_("New e-mail address"))
