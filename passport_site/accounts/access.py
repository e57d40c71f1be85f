"""The access mark that every view carries: public by name, or protected by one of these.

A test walks the URLconf and fails for a view without a mark (pattern 9). Class views use
``@method_decorator(carer, name="dispatch")`` or mark the result of ``as_view()``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from . import second_factor

View = Callable[..., HttpResponse]


def _mark(view: View, mark: str) -> View:
    view.access = mark
    return view


def public(view: View) -> View:
    """Anyone may open it, signed in or not. The docstring says why when it shows anything personal."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return view(request, *args, **kwargs)

    return _mark(wrapper, "public")


def signed_in(view: View) -> View:
    """Anyone with an account; others go to sign-in and come back. No browser or proxy stores the answer."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        response = view(request, *args, **kwargs)
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response

    return _mark(wrapper, "signed_in")


def fresh(view: View) -> View:
    """Signed in, and proved within the last ten minutes: for what somebody at an open screen must not change.

    Others confirm with a code from an e-mail, or with their second factor, and come back (ASVS 7.5.1).
    """

    @wraps(view)
    def wrapper(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.user.is_authenticated and not second_factor.lately_signed_in(request):
            return redirect(f"{reverse('accounts:confirm')}?{urlencode({'next': request.get_full_path()})}")
        return view(request, *args, **kwargs)

    return _mark(signed_in(wrapper), "signed_in")


def carer(view: View) -> View:
    """A signed-in person's own things. It reads through `request.user`, so nothing else is reachable."""
    return _mark(signed_in(view), "carer")


def till(view: View) -> View:
    """A page of an enrolled device. It reads the device (businesses.members) and is kind without one."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response

    return _mark(wrapper, "till")


def staff(permission: str) -> Callable[[View], View]:
    """An officer with that permission who used a second factor. 403 for everybody else signed in."""

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapper(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.user.has_perm(permission):
                raise PermissionDenied
            detour = second_factor.detour(request)
            if detour is not None:
                return detour
            response = view(request, *args, **kwargs)
            if not response.has_header("Cache-Control"):
                add_never_cache_headers(response)
            return response

        return _mark(wrapper, f"staff:{permission}")

    return decorate
