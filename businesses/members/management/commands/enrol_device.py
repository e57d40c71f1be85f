"""`manage.py enrol_device BUSINESS_SLUG --name N`: a till’s token, for scripts and till systems."""

from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from businesses.members.models import Branch
from businesses.members.services import create_enrolment, enrol_device
from passport_site.core.errors import RuleBroken

BY = "system:enrol_device"


class Command(BaseCommand):
    help = "Enrols a till device of a business and prints its token, which is never shown again."

    def add_arguments(self, parser) -> None:
        parser.add_argument("business", help="short name of the business")
        parser.add_argument("--name", required=True, help="what the device is called, like “Counter 1”")
        parser.add_argument("--branch", help="name of the branch; the first one when left out")
        parser.add_argument("--language", choices=["en", "cy"], default="en")

    def handle(self, *args, **options) -> None:
        branches = Branch.objects.filter(business__slug=options["business"]).order_by("pk")
        if options["branch"]:
            branches = branches.filter(name=options["branch"])
        branch = branches.first()
        if branch is None:
            raise CommandError("There is no such business or branch.")
        try:
            with transaction.atomic():
                _enrolment, code = create_enrolment(branch=branch, name=options["name"], by=BY)
                _device, token = enrol_device(token=code, language=options["language"])
        except RuleBroken as broken:
            raise CommandError(f"{broken} (Is the business taking part?)") from None
        self.stdout.write(token)
