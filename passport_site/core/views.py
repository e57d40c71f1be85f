"""The few answers that belong to no room: health, a refused form, the files that crawlers ask for."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that came without its token: mostly a page left open overnight. Says what to do."""
    return render(request, "403_csrf.html", status=403)


def health(request: HttpRequest) -> JsonResponse:
    """200 while the database answers, 503 otherwise. For load balancers; says nothing else."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "no database"}, status=503)
    return JsonResponse({"status": "ok"})


@cache_control(public=True, max_age=86400)
def security_txt(request: HttpRequest) -> HttpResponse:
    """RFC 9116: where to tell us about a weakness."""
    expires = f"{timezone.now() + timedelta(days=300):%Y-%m-%dT00:00:00Z}"
    body = f"Contact: {settings.BASE_URL}/contact/\nPreferred-Languages: en, cy\nExpires: {expires}\n"
    return HttpResponse(body, content_type="text/plain; charset=utf-8")


@cache_control(public=True, max_age=86400)
def robots_txt(request: HttpRequest) -> HttpResponse:
    """Crawlers may read the public pages, nothing that belongs to a person or a till."""
    paths = ["/account/", "/api/", "/apply/", "/card/", "/cms/", "/demo/", "/me/", "/till/", "/v", "/wallet/"]
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in paths),
        f"Sitemap: {settings.BASE_URL}/sitemap.xml",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
