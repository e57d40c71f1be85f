"""The access mark that every view carries: public by name, or protected by one of these.

A test walks the URLconf and fails for a view without a mark (pattern 9). Class views use
``@method_decorator(carer, name="dispatch")`` or mark the result of ``as_view()``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

View = Callable[..., HttpResponse]


def _mark(view: View, mark: str) -> View:
    view.access = mark
    return view


def public(view: View) -> View:
    """Anyone may open it, signed in or not. Say why in the view's docstring when it shows anything personal."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return view(request, *args, **kwargs)

    return _mark(wrapper, "public")


def signed_in(view: View) -> View:
    """Anyone with an account; others go to sign-in and come back. The answer is never stored by a browser or proxy."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        response = view(request, *args, **kwargs)
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response

    return _mark(wrapper, "signed_in")


def carer(view: View) -> View:
    """A signed-in person's own things. The view reads through the person (`request.user`), so nothing else is reachable."""
    return _mark(signed_in(view), "carer")


def till(view: View) -> View:
    """A page of an enrolled device. The view itself reads the device (businesses.members) and handles its absence kindly."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response

    return _mark(wrapper, "till")


def staff(permission: str) -> Callable[[View], View]:
    """An officer with that permission. 403 for everybody else who is signed in (Wagtail's own check fails open)."""

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapper(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.user.has_perm(permission):
                raise PermissionDenied
            response = view(request, *args, **kwargs)
            if not response.has_header("Cache-Control"):
                add_never_cache_headers(response)
            return response

        return _mark(wrapper, f"staff:{permission}")

    return decorate
