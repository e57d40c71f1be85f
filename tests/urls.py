"""Every address of the platform, for tests that walk them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RegexPattern, RoutePattern

SAMPLES = {"int": "999999", "uuid": "00000000-0000-4000-8000-000000000000", "path": "no/body"}


@dataclass(frozen=True)
class Address:
    """One URL pattern: its whole route, its view, its namespaced name and the kinds of its parts."""

    route: str
    view: Any
    name: str
    parts: tuple[tuple[str, str], ...] = field(default=())
    regex: bool = False

    @property
    def mark(self) -> str | None:
        return getattr(self.view, "access", None)

    @property
    def module(self) -> str:
        view = getattr(self.view, "view_class", self.view)
        return view.__module__

    def path(self, **values: Any) -> str:
        """The address with something in each part: `values` by name, else a sample that belongs to nobody."""
        text = self.route
        for part, kind in self.parts:
            sample = str(values.get(part, SAMPLES.get(kind, "nobody")))
            text = text.replace(f"<{kind}:{part}>", sample).replace(f"<{part}>", sample)
        return "/" + text


def addresses(patterns: list | None = None, route: str = "", space: str = "") -> Iterator[Address]:
    """Every pattern in order, Welsh twins left out (they are the same views). Regular expressions keep their
    text.
    """
    for one in get_resolver().url_patterns if patterns is None else patterns:
        pattern = one.pattern
        if isinstance(pattern, LocalePrefixPattern):
            here, regex = "", False
        else:
            here, regex = str(pattern), isinstance(pattern, RegexPattern)
        if isinstance(one, URLResolver):
            inside = f"{space}{one.namespace}:" if one.namespace else space
            yield from addresses(one.url_patterns, route + here, inside)
        elif isinstance(one, URLPattern):
            whole = route + here
            yield Address(
                whole,
                one.callback,
                f"{space}{one.name or ''}",
                tuple(_parts(whole)),
                regex or not isinstance(pattern, RoutePattern),
            )


def _parts(route: str) -> Iterator[tuple[str, str]]:
    """(name, kind) of each `<kind:name>`."""
    for inside in re.findall(r"<([^>]+)>", route):
        kind, colon, name = inside.rpartition(":")
        yield name, kind if colon else "str"
