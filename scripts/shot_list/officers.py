"""The CMS: our own screens, and Wagtail's where officers spend their day."""

from __future__ import annotations

from .kinds import Shot, number
from .steps import open_first, press, scroll_to

ROW = "table.listing tbody .title a, table.listing tbody a"


def cms(name: str, path: str, who: str, **more) -> Shot:
    """Officers' screens are photographed in English; one of them in Welsh is below."""
    return Shot(f"cms-{name}", f"/cms/{path}", who=who, welsh=False, **more)


SHOTS: list[Shot] = [
    cms("assessor", "", "assessor-two"),
    cms("assessor-welsh", "", "assessor"),
    cms("commissioner", "", "commissioner"),
    cms("administrator", "", "administrator"),
    cms("privacy-officer", "", "privacy-officer"),
    cms("partners", "partners/", "commissioner"),
    cms("partners-add", "partners/add/", "commissioner"),
    cms("partners-add-wrong", "partners/add/", "commissioner", then=press("form.w-form-width button")),
    cms("partner", "partners/", "commissioner", then=open_first(ROW), shows="/cms/partners/*/"),
    # applications
    cms("queue", "applications/", "assessor-two"),
    cms("queue-welsh", "applications/", "assessor"),
    cms("queue-filtered", "applications/?status=more_needed&status=refused", "assessor-two"),
    cms("queue-nothing", "applications/?q=xylophone", "assessor-two"),
    cms(
        "application",
        "applications/",
        "assessor-two",
        then=open_first(ROW),
        shows="/cms/applications/inspect/*/",
    ),
    cms(
        "application-welsh",
        "applications/",
        "assessor",
        then=open_first(ROW),
        shows="/cms/applications/inspect/*/",
    ),
    cms("application-double", f"applications/inspect/{number('double')}/", "assessor-two"),
    cms("application-young", f"applications/inspect/{number('young')}/", "assessor-two"),
    cms("application-refused", f"applications/inspect/{number('refused')}/", "assessor-two"),
    cms(
        "application-wrong",
        "applications/",
        "assessor-two",
        shows="/cms/applications/decide/*/*/",
        then=lambda page: (open_first(ROW)(page), press("form[action$='/refuse/'] button")(page)),
    ),
    cms("assist", "applications/assist/", "assessor-two"),
    cms("assist-draft", f"applications/assist/{number('assisted')}/", "assessor-two"),
    cms("codes", "evidence-codes/", "assessor-two"),
    cms("code-new", "evidence-codes/new/", "assessor-two"),
    # passports and letters
    cms("passports", "passports/", "assessor-two"),
    cms("passport", "passports/", "assessor-two", then=open_first(ROW), shows="/cms/passports/inspect/*/"),
    cms("passport-paused", f"passports/inspect/{number('paused')}/", "assessor-two"),
    cms(
        "passport-wrong",
        f"passports/inspect/{number('passport')}/",
        "assessor-two",
        shows="/cms/passports/*/*/",
        then=press("form[action$='/revoke/'] button"),
    ),
    cms("letters", "passports/letters/", "assessor-two"),
    # the directory
    cms("businesses", "businesses/", "commissioner"),
    cms("business", f"businesses/edit/{number('business')}/", "commissioner"),
    cms("business-new", "businesses/new/", "commissioner"),
    cms("tills", f"businesses/tills/{number('business')}/", "commissioner"),
    cms("staff", f"businesses/staff/{number('business')}/", "commissioner"),
    cms("keys", f"businesses/keys/{number('business')}/", "commissioner"),
    cms("offers", "offers/", "commissioner"),
    cms("offer", f"offers/edit/{number('offer')}/", "commissioner"),
    cms("offer-codes", f"offers/codes/{number('codes')}/", "commissioner"),
    cms("offer-new", "offers/new/", "commissioner"),
    cms("categories", "categories/", "commissioner"),
    cms("category", f"categories/edit/{number('category')}/", "commissioner"),
    # pages
    cms("pages", f"pages/{number('home')}/", "commissioner"),
    cms("page-home", f"pages/{number('home')}/edit/", "commissioner"),
    cms("page-guidance", f"pages/{number('guidance')}/edit/", "commissioner"),
    cms("page-business", f"pages/{number('business_page')}/edit/", "commissioner"),
    cms("page-history", f"pages/{number('guidance')}/history/", "commissioner"),
    cms("images", "images/", "commissioner"),
    # figures, people, the scheme
    cms("figures", "figures/", "commissioner"),
    cms("figures-below", "figures/", "commissioner", then=scroll_to(".cp-figure:last-of-type")),
    cms("scheme", "settings/scheme/scheme/", "administrator", shows="/cms/settings/scheme/scheme/*/"),
    cms("areas", "areas/", "administrator"),
    cms("area", f"areas/edit/{number('area')}/", "administrator"),
    cms("area-new", "areas/new/", "administrator"),
    cms("users", "users/", "administrator"),
    cms("user", f"users/edit/{number('user')}/", "administrator"),
    cms("user-new", "users/new/", "administrator"),
    cms("audit", "audit/", "privacy-officer"),
    cms("jobs", "jobs/", "administrator"),
    cms("refused", "applications/", "commissioner", shows="/cms/"),
]
