"""Where header and footer lead, as template tags. Builtins: no ``{% load %}`` needed."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from .ui import icon

register = template.Library()
OWN_NAMES = {"en": "English", "cy": "Cymraeg"}


@register.inclusion_tag("components/language_switch.html", takes_context=True)
def language_switch(context: Context) -> dict:
    """The same page in the other language; that language's home page where this one has no translation."""
    request = context.get("request")
    if request is None:
        return {"choices": []}
    here = request.get_full_path()
    pages = _page_addresses(context.get("page"), request)
    choices = []
    for code, _name in settings.LANGUAGES:
        address = pages.get(code) or translate_url(here, code)
        if address == here and code != get_language():
            address = _home(code)
        choices.append({"code": code, "name": OWN_NAMES.get(code, code), "href": address})
    return {"choices": choices, "current": get_language()}


def _page_addresses(page: Any, request: Any) -> dict[str, str]:
    """Where a CMS page lives in each language; empty for other pages."""
    if not hasattr(page, "get_translations"):
        return {}
    same = page.get_translations(inclusive=True).live().select_related("locale")
    return {one.locale.language_code: one.get_url(request) for one in same}


PLACES = {
    "apply": ("applications:start", ""),
    "card": ("cards:card", ""),
    "details": ("accounts:details", ""),
    "sign-in": ("account_login", ""),
    "sign-out": ("account_logout", ""),
    "join": ("members:join", "businesses/"),
    "staff": ("wagtailadmin_home", ""),
    **{
        page: ("", f"{page}/")
        for page in (
            *("offers", "guidance", "contact", "developers", "accessibility", "privacy", "cookies", "terms"),
            *("easy-read", "businesses", "professionals"),
        )
    },
}
"""Where header and footer lead: a view's name and, for a page of the CMS, its path under the home page."""


def _address(place: str) -> str:
    name, path = PLACES[place]
    try:
        return reverse(name) if name else f"{home_url()}{path}"
    except NoReverseMatch:
        return f"{home_url()}{path}"


@register.simple_tag
def place_url(place: str) -> str:
    """The address of one of PLACES in the reader's language, for links in the text of a page."""
    return _address(place)


def _home(language: str | None) -> str:
    return "/" if language in (None, settings.LANGUAGE_CODE) else f"/{language}/"


@register.simple_tag
def home_url() -> str:
    """The home page in the reader's language."""
    return _home(get_language())


@register.simple_tag(takes_context=True)
def nav_link(context: Context, place: str, text: str, picture: str) -> SafeString:
    """One entry of the main navigation; marked when the reader is on it or below it."""
    address = _address(place)
    request = context.get("request")
    path = getattr(request, "path", "")
    below = address != home_url() and path.startswith(address)
    current = "page" if path == address else "true" if below else "false"
    return format_html(
        '<li><a href="{}" aria-current="{}">{}<span>{}</span></a></li>', address, current, icon(picture), text
    )


@register.simple_tag
def foot_link(place: str, text: str) -> SafeString:
    """One entry of the footer."""
    return format_html('<li><a href="{}">{}</a></li>', _address(place), text)
