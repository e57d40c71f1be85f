"""Every address, grouped by whom it trusts: public, signed-in, till, staff; Wagtail's pages last.

Public, carers' and tills' pages exist in English (/apply/) and Welsh (/cy/apply/); see ADR 0003.
"""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from passport_site.accounts.access import public
from passport_site.core import views as core_views
from passport_site.scheme import views as scheme_views

# The same in every language, and for machines
urlpatterns = [
    path("health", public(core_views.health), name="health"),
    path(".well-known/security.txt", public(core_views.security_txt)),
    path("robots.txt", public(core_views.robots_txt)),
    path("scheme.css", public(scheme_views.stylesheet), name="scheme_css"),
    path("api/v1/", include("businesses.redemptions.api_urls")),
    path("wallet/apple/v1/", include("passports.cards.wallet.apple_urls")),
]

# Staff: the CMS. Its own sign-in and password pages would skip the second factor (dependencies.md, trap 1).
_to_sign_in = public(RedirectView.as_view(url="/account/login/", query_string=True))
urlpatterns += [
    path("cms/login/", _to_sign_in),
    path("cms/password_reset/", _to_sign_in),
    path("_util/login/", _to_sign_in),  # Wagtail's own, for private pages
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]

if settings.DEMO:
    urlpatterns += [path("demo/", include("directory.demo.urls"))]
if settings.DEBUG or settings.DEMO:
    from django.views.static import serve

    # Pictures of CMS pages from the local folder; a real scheme's web server or S3 serves them (docs/deploy.md).
    urlpatterns += [
        path("design/", include("passport_site.core.design_urls")),
        path("media/<path:path>", public(serve), {"document_root": settings.MEDIA_ROOT}),
    ]

urlpatterns += i18n_patterns(
    # Till: a shop's device, or anybody's camera
    path("", include("businesses.redemptions.urls")),
    path("business/", include("businesses.members.urls")),
    path("business/codes/", include("businesses.offers.urls")),
    # Signed in: the carer's own things
    path("apply/", include("passports.applications.urls")),
    path("card/", include("passports.cards.urls")),
    path("use/", include("businesses.redemptions.own_urls")),
    path("me/", include("passport_site.accounts.urls")),
    path("account/", include("passport_site.accounts.allauth_urls")),
    # Public: what commissioners publish, and where else a card is good. Wagtail's own serve view comes last.
    path("", include("passports.partners.urls")),
    path("", include("directory.pages.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

handler429 = "passport_site.accounts.views.sign_in.too_many"
