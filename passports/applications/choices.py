"""The words an application offers to choose from."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ApplicationStatus(models.TextChoices):
    DRAFT = "draft", _("Not sent yet")
    WAITING = "waiting", _("Waiting for a decision")
    MORE_NEEDED = "more_needed", _("We asked for more")
    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Not approved")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Route(models.TextChoices):
    """Who fills it in."""

    SELF = "self", _("The carer")
    GUARDIAN = "guardian", _("A parent or guardian for a young carer")
    PROFESSIONAL = "professional", _("A professional for a young carer")
    ASSISTED = "assisted", _("Our staff, by phone or at a desk")


class AssistedHow(models.TextChoices):
    """How somebody reached the officer who fills it in for them."""

    PHONE = "phone", _("By telephone")
    DESK = "desk", _("At a desk")


class Relationship(models.TextChoices):
    PARTNER = "partner", _("My partner, husband or wife")
    PARENT = "parent", _("My mum or dad")
    CHILD = "child", _("My child under 18")
    ADULT_CHILD = "adult_child", _("My grown-up son or daughter")
    SIBLING = "sibling", _("My brother or sister")
    GRANDPARENT = "grandparent", _("My grandparent")
    OTHER_FAMILY = "other_family", _("Someone else in my family")
    FRIEND = "friend", _("A friend")
    NEIGHBOUR = "neighbour", _("A neighbour")
    SEVERAL = "several", _("More than one person")


class AgeBand(models.TextChoices):
    CHILD = "0-17", _("Under 18")
    YOUNG_ADULT = "18-24", _("18 to 24")
    ADULT = "25-64", _("25 to 64")
    OLDER = "65-79", _("65 to 79")
    OLDEST = "80+", _("80 or over")


class LivesWhere(models.TextChoices):
    WITH_ME = "with_me", _("With me")
    NEAR = "near", _("At another address")
    CARE_HOME = "care_home", _("In a care home or supported housing")


class HoursBand(models.TextChoices):
    """The bands of the Census question on unpaid care."""

    UP_TO_9 = "0-9", _("Up to 9 hours a week")
    UP_TO_19 = "10-19", _("10 to 19 hours a week")
    UP_TO_34 = "20-34", _("20 to 34 hours a week")
    UP_TO_49 = "35-49", _("35 to 49 hours a week")
    OVER_50 = "50+", _("50 hours or more a week")
    VARIES = "varies", _("It changes a lot")


class SinceBand(models.TextChoices):
    UNDER_1 = "<1", _("Less than a year")
    UNDER_5 = "1-4", _("1 to 4 years")
    UNDER_10 = "5-9", _("5 to 9 years")
    OVER_10 = "10+", _("10 years or more")


class PhotoWay(models.TextChoices):
    UPLOAD = "upload", _("Take or choose a photo now")
    DESK = "desk", _("Have it taken at one of our desks")
    POST = "post", _("Send a photo by post")


class HeardFrom(models.TextChoices):
    GP = "gp", _("My GP or a hospital")
    CARERS_CENTRE = "carers_centre", _("The carers’ centre")
    SCHOOL = "school", _("A school or college")
    LIBRARY = "library", _("A library")
    SHOP = "shop", _("A shop or café")
    FRIEND = "friend", _("A friend or family")
    EVENT = "event", _("An event")
    ONLINE = "online", _("On the internet")
    OTHER = "other", _("Somewhere else")


class RefusalReason(models.TextChoices):
    NOT_A_CARER = "not_a_carer", _("We could not see that you look after someone unpaid")
    OUTSIDE = "outside", _("Neither of you lives in our area")
    NO_EVIDENCE = "no_evidence", _("We asked for more and did not hear from you")
    ALREADY_HAS = "already_has", _("You already have a passport")
    TOO_YOUNG = "too_young", _("We need a parent, guardian or professional to take part")
    OTHER = "other", _("Another reason")


class ConsentPurpose(models.TextChoices):
    """Each is asked alone and unticked (quality bar 22)."""

    TERMS = "terms", _("The card’s terms")
    INFORMATION_SERVICE = "information_service", _("Joining the carers’ information service")
    CARERS_TEAM = "carers_team", _("Sharing with the council’s carers team")


DUPLICATE_WORDS = {
    "name_and_birth": _("Same or similar name, same date of birth"),
    "name_and_near_birth": _("Same or similar name, nearly the same date of birth"),
    "birth_and_postcode": _("Same date of birth and postcode"),
    "name_and_postcode": _("Same or similar name, same postcode"),
    "email": _("Same e-mail address"),
    "phone": _("Same telephone number"),
    "address": _("Same address"),
}
"""Why somebody may be the same person, for the assessor (domain/duplicates.py)."""

HISTORY_WORDS = {
    "submit": _("You sent it"),
    "ask_for_more": _("We asked you for something"),
    "answer": _("You answered"),
    "approve": _("We said yes"),
    "refuse": _("We could not say yes"),
    "withdraw": _("You took it back"),
}
"""What the carer reads about each arrow of the application."""


class AdultIs(models.TextChoices):
    """Who the adult is to a young carer."""

    PARENT = "parent", _("My mum, dad or guardian")
    SCHOOL = "school", _("Someone at my school or college")
    WORKER = "worker", _("A young carers worker or youth worker")
    OTHER = "other", _("Another adult who knows me well")


THEIR_RELATIONSHIP = {
    "parent": _("Their mum or dad"),
    "sibling": _("Their brother or sister"),
    "grandparent": _("Their grandparent"),
    "child": _("Their own child"),
    "other_family": _("Someone else in their family"),
    "friend": _("A friend"),
    "neighbour": _("A neighbour"),
    "several": _("More than one person"),
}
"""The same choices when an adult fills it in for a young carer."""


class Sex(models.TextChoices):
    """Optional equality questions; groups after the Census of 2021."""

    FEMALE = "female", _("Female")
    MALE = "male", _("Male")
    OTHER = "other", _("I use another word")


class EthnicGroup(models.TextChoices):
    ASIAN = "asian", _("Asian, Asian British or Asian Welsh")
    BLACK = "black", _("Black, Black British, Black Welsh, Caribbean or African")
    MIXED = "mixed", _("Mixed or more than one group")
    WHITE = "white", _("White")
    OTHER = "other", _("Another group")


class Disability(models.TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")


class EqualityAge(models.TextChoices):
    UNDER_25 = "18-24", _("18 to 24")
    UNDER_45 = "25-44", _("25 to 44")
    UNDER_65 = "45-64", _("45 to 64")
    UNDER_80 = "65-79", _("65 to 79")
    OVER_80 = "80+", _("80 or over")
