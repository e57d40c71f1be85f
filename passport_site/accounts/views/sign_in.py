"""Signing in: an e-mail address, a code, and no sign whether we know the address (quality bar 9)."""

from __future__ import annotations

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.internal.userkit import filter_users_by_email
from allauth.account.models import EmailAddress
from allauth.account.stages import LoginStage
from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from passport_site.accounts import known_devices
from passport_site.accounts.access import public, signed_in
from passport_site.accounts.forms import SignInForm
from passport_site.accounts.models import User
from passport_site.accounts.roles import CMS, is_business_owner, is_shop_member
from passport_site.core.throttle import Limit, allows, network_of

# One network: a household, a carers' centre or a library. One address from one network: a person who
# mistypes.
# One address from everywhere: keeps a mailbox from being flooded. Each window ends by itself; nobody is
# locked out.
FROM_NETWORK = Limit("sign-in-network", times=30, seconds=600)
FOR_ADDRESS_HERE = Limit("sign-in-address-and-network", times=5, seconds=600)
FOR_ADDRESS = Limit("sign-in-address", times=30, seconds=3600)
FROM_KNOWN = Limit("sign-in-known-browser", times=10, seconds=600)
TRIES_FROM_NETWORK = Limit("sign-in-code-tries", times=60, seconds=600)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Asked too often: says how long to wait and what else works. 429."""
    return render(request, "429.html", status=429)


class SignInView(RequestLoginCodeView):
    """`/account/login/`: asks for the e-mail address and sends a code, or a mail that says how to apply.

    Both take the same way through the code, so that page, status and time are alike.
    """

    form_class = SignInForm
    template_name = "account/login.html"

    @method_decorator(never_cache)
    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self) -> type[SignInForm]:
        return self.form_class

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: LoginStage) -> None:
        """A sign-in that was begun never holds anybody here: who mistyped their address starts again."""

    def form_valid(self, form: SignInForm) -> HttpResponse:
        email, network = form.cleaned_data["login"].strip().lower(), network_of(self.request)
        users = filter_users_by_email(email, is_active=True, prefer_verified=True, for_login=True)
        user = users[0] if users else None
        if not self._within_limits(email, network, user):
            return too_many(self.request)
        if user is not None:  # made on the command line: the code that comes back verifies the address
            EmailAddress.objects.get_or_create(user=user, email=email, defaults={"primary": True})
        LoginCodeVerificationProcess.initiate(request=self.request, user=user, email=email)
        return redirect(self.get_success_url())

    def _within_limits(self, email: str, network: str, user: User | None) -> bool:
        """Counts this request. A browser the person has used before has a count of its own."""
        if known_devices.is_known(self.request, user):
            return allows(FROM_NETWORK, network) and allows(FROM_KNOWN, email)
        counted = [
            allows(FROM_NETWORK, network),
            allows(FOR_ADDRESS_HERE, f"{email} {network}"),
            allows(FOR_ADDRESS, email),
        ]
        return all(counted)


class SignInCodeView(ConfirmLoginCodeView):
    """`/account/login/code/confirm/`: takes the code. Five tries, ten minutes (settings)."""

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not allows(TRIES_FROM_NETWORK, network_of(request)):
            return too_many(request)
        return super().post(request, *args, **kwargs)


@public
def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Old or foreign addresses of sign-in, and the password pages that do not exist: to the one sign-in
    page.
    """
    target = reverse("account_login")
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{target}?{query}" if query else target)


@public
def to_apply(request: HttpRequest) -> HttpResponse:
    """There is no sign-up of its own: an account begins with an application."""
    return redirect("applications:start")


@public
def not_here(request: HttpRequest, **kwargs) -> HttpResponse:
    """A page of allauth that this platform does not have, such as setting a password."""
    raise Http404


@signed_in
def after_sign_in(request: HttpRequest) -> HttpResponse:
    """Sends people to their place: `next` when it is ours, else the CMS, the shop's pages, or the card."""
    wanted = request.GET.get("next", "")
    if wanted and url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return redirect(wanted)
    if request.user.has_perm(CMS):
        return redirect("wagtailadmin_home")
    if is_business_owner(request.user):
        return redirect("members:tills")
    if is_shop_member(request.user):
        return redirect("redemptions:till")
    return redirect("cards:card")
