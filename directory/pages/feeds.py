"""New offers as an Atom feed, and the map of the site for search engines."""

from __future__ import annotations

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.contrib.sitemaps import Sitemap
from wagtail.contrib.sitemaps.views import sitemap as wagtail_sitemap
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from businesses.members.public import ACTIVE
from businesses.offers.public import OfferView, offers_newest_first
from directory.pages.addresses import address_of
from directory.pages.cache import mark_public
from directory.pages.models import BusinessPage
from passport_site.accounts.access import public
from passport_site.scheme.querysets import current

LATEST = 30


class OffersFeed(Feed):
    """The newest live offers of businesses that are in the directory, in the language of the address."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> dict[int, BusinessPage]:
        """The pages by business, so that every entry can name and link its shop without a query of its
        own."""
        pages = BusinessPage.objects.public_now().filter(locale=Locale.get_active()).defer_streamfields()
        self.request = request
        return {page.business_id: page for page in pages.select_related("locale")}

    def title(self) -> str:
        return _("New offers for carers – %(scheme)s") % {"scheme": current().name}

    def subtitle(self) -> str:
        return _("What shops and services have begun to give to carers.")

    def link(self) -> str:
        return address_of("offers")

    def feed_url(self) -> str:
        return self.request.path

    def language(self) -> str:
        return get_language()

    def items(self, pages: dict[int, BusinessPage]) -> list[tuple[OfferView, BusinessPage]]:
        newest = offers_newest_first(list(pages), timezone.localdate(), LATEST)
        return [(offer, pages[offer.business_id]) for offer in newest]

    def item_title(self, item: tuple[OfferView, BusinessPage]) -> str:
        return f"{item[1].title}: {item[0].title}"

    def item_description(self, item: tuple[OfferView, BusinessPage]) -> str:
        return item[0].terms

    def item_link(self, item: tuple[OfferView, BusinessPage]) -> str:
        return item[1].get_url(self.request)

    def item_guid(self, item: tuple[OfferView, BusinessPage]) -> str:
        return f"{self.request.build_absolute_uri(self.item_link(item))}#offer-{item[0].id}"

    def item_pubdate(self, item: tuple[OfferView, BusinessPage]):
        return item[0].created_at

    item_updateddate = item_pubdate


@public
def offers_feed(request: HttpRequest) -> HttpResponse:
    """`/offers.xml` and `/cy/offers.xml`."""
    return mark_public(OffersFeed()(request))


class PublicSitemap(Sitemap):
    """Every public page in every language. Borrowed pages and businesses that do not take part are left
    out."""

    def items(self) -> PageQuerySet:
        absent = BusinessPage.objects.exclude(
            pk__in=BusinessPage.objects.filter(business__status=ACTIVE)
        ).values("pk")
        pages = Page.objects.live().public().filter(depth__gt=1, alias_of__isnull=True).exclude(pk__in=absent)
        return pages.select_related("locale").order_by("path")


@public
def sitemap(request: HttpRequest) -> HttpResponse:
    """`/sitemap.xml`."""
    response = wagtail_sitemap(request, sitemaps={"pages": PublicSitemap(request)})
    response.render()
    return mark_public(response)
