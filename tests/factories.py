"""Rows for tests, made with the least that the database accepts. Rooms add theirs in factories_<room>.py."""

from __future__ import annotations

import random
from datetime import date, timedelta

import factory
from django.utils import timezone

from businesses.members.models import Branch, Business, Category, Device
from businesses.offers.models import Offer
from passport_site.accounts.models import User
from passport_site.accounts.roles import ROLES, give_role
from passport_site.scheme.models import Area, PostcodeSector
from passports.applications.evidence_code import EvidenceCode
from passports.applications.models import Application
from passports.cards.domain.numbers import new_number
from passports.cards.models import Card, Passport


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@mail.example")
    first_name = "Rhian"
    last_name = "Ashdown"

    @classmethod
    def _create(cls, model_class, *args, role: str | None = None, **kwargs):
        """`role="Assessor"` puts the user into that role's group; the e-mail address counts as verified."""
        from allauth.account.models import EmailAddress

        user = model_class.objects.create_user(**kwargs)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        if role:
            give_role(user, next(known for known in ROLES if known.name == role))
        return user


class AreaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Area
        django_get_or_create = ("slug",)
        skip_postgeneration_save = True

    slug = "arlen-vale"
    name_en = "Arlen Vale"
    name_cy = "Dyffryn Arlen"

    @factory.post_generation
    def sectors(self, create, extracted, **kwargs):
        for sector in extracted or ["AJ1 2"]:
            PostcodeSector.objects.get_or_create(sector=sector, defaults={"area": self})


class PassportFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Passport

    first_name = "Rhian"
    last_name = "Ashdown"
    date_of_birth = date(1968, 5, 4)
    kind = "adult"
    area = factory.SubFactory(AreaFactory)
    valid_from = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=30))
    valid_until = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=700))

    class Params:
        young = factory.Trait(kind="young", date_of_birth=date(2011, 3, 3))
        expired = factory.Trait(
            valid_until=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1))
        )


class CardFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Card

    passport = factory.SubFactory(PassportFactory)
    number = factory.LazyFunction(lambda: new_number(random.SystemRandom()))
    serial = factory.Sequence(lambda n: f"{n:016x}")
    status_index = factory.Sequence(lambda n: n)
    key_id = 1
    issued_at = factory.LazyFunction(timezone.now)
    expires_on = factory.LazyAttribute(lambda card: card.passport.valid_until)


class ApplicationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Application

    reference = factory.Sequence(lambda n: f"CP{n:07d}")
    first_name = "Rhian"
    last_name = "Ashdown"
    date_of_birth = date(1968, 5, 4)
    email = factory.Sequence(lambda n: f"carer{n}@mail.example")
    confirmed_email = factory.SelfAttribute("email")
    postcode = "AJ1 2AA"
    area = factory.SubFactory(AreaFactory)
    relationship = "parent"
    hours = "20-34"

    class Params:
        waiting = factory.Trait(
            status="waiting",
            submitted_at=factory.LazyFunction(lambda: timezone.now() - timedelta(days=2)),
            due_on=factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=8)),
        )


class EvidenceCodeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = EvidenceCode

    issuer_en = "Merrow Surgery"
    kind = "gp"
    code = factory.Sequence(lambda n: f"MERR-{n:04d}")


class CategoryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Category
        django_get_or_create = ("slug",)

    slug = "food-and-drink"
    name_en = "Food and drink"
    name_cy = "Bwyd a diod"


class BusinessFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Business

    name = factory.Sequence(lambda n: f"Copper Kettle {n}")
    slug = factory.Sequence(lambda n: f"copper-kettle-{n}")
    category = factory.SubFactory(CategoryFactory)
    shop_word = "Marigold"


class BranchFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Branch

    business = factory.SubFactory(BusinessFactory)
    name = "Market Square"
    area = factory.SubFactory(AreaFactory)
    town = "Arlenbridge"


class DeviceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Device

    branch = factory.SubFactory(BranchFactory)
    name = "Till 1"
    token_hash = factory.Sequence(lambda n: f"{n:064x}")


class OfferFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Offer

    business = factory.SubFactory(BusinessFactory)
    title_en = "10% off food and drink"
    title_cy = "10% oddi ar fwyd a diod"
    kind = "percentage"
    value = 10
    starts_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=30))
