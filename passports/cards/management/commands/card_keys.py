"""`manage.py card_keys …`: make, activate, retire and strike off the keys that sign cards."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from passport_site.core.errors import RuleBroken
from passports.cards import key_files, keys
from passports.cards.domain.trust import public_text
from passports.cards.models import IssuingKey
from passports.cards.services import keys as services

BY = "system:card_keys"


class Command(BaseCommand):
    help = "Makes, activates, retires, strikes off and lists the keys that sign cards."

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
        make = actions.add_parser("generate", help="make a new key, ready to be activated")
        make.add_argument(
            "--print", action="store_true", help="show the key for CARD_SIGNING_KEY instead of writing a file"
        )
        for name, words in (
            ("activate", "sign with this key from now on; the one before retires"),
            ("retire", "never sign with this ready key; its cards stay good"),
            ("compromise", "the key has leaked: tills without a network will refuse its cards"),
        ):
            actions.add_parser(name, help=words).add_argument("key_id", type=int, metavar="KEY_ID")
        actions.add_parser("list", help="show all keys")
        root = actions.add_parser("root", help="make the root key, which is then kept offline")
        root.add_argument("file", type=Path, help="where to write it, for example on a USB stick")
        publish = actions.add_parser(
            "publish", help="seal the list of keys with the root key, for tills offline"
        )
        publish.add_argument(
            "--root-key", type=Path, required=True, metavar="FILE", help="the root key's file"
        )

    def handle(self, *args, action: str, **options) -> None:
        try:
            getattr(self, f"_{action}")(**options)
        except (RuleBroken, key_files.KeyProblem) as problem:
            raise CommandError(str(problem)) from problem

    def _generate(self, *, print: bool, **options) -> None:
        key_id = services.next_key_id()
        if print:
            private_key = Ed25519PrivateKey.generate()
            where = (
                f"Put it first into CARD_SIGNING_KEY:\n\n    {key_id}:{key_files.seed_text(private_key)}\n"
            )
        else:
            path = Path(settings.CARD_KEYS_DIR) / key_files.issuing_name(key_id)
            private_key = key_files.make(path, repository=settings.BASE_DIR)
            where = f"Its private half is in {path}. Back it up where only you can read it."
        services.register_key(key_id=key_id, private_key=private_key, by=BY)
        self._say(f"Key {key_id} is ready. {where}")
        self._say("Run “card_keys publish”, and wait a day so that every till knows the key.")
        self._say(f"Then run “card_keys activate {key_id}”.")

    def _activate(self, *, key_id: int, **options) -> None:
        row, before = services.activate_key(key_id=key_id, by=BY)
        self._say(f"Key {key_id} signs cards from now on, until {row.signs_until:%-d %B %Y}.")
        if before is not None:
            self._say(
                f"Key {before.key_id} has retired. Its cards hold until {before.verifies_until:%-d %B %Y}."
            )
        self._remind_of_publishing()

    def _retire(self, *, key_id: int, **options) -> None:
        row = services.retire_key(key_id=key_id, by=BY)
        self._say(
            f"Key {key_id} has retired. Cards signed with it stay good until {row.verifies_until:%-d %B %Y}."
        )
        self._remind_of_publishing()

    def _compromise(self, *, key_id: int, **options) -> None:
        _row, successor = services.compromise_key(key_id=key_id, by=BY)
        self._say(
            f"Key {key_id} is struck off. Tills without a network refuse its cards after their next update."
        )
        self._say("Tills with a network go on taking the cards that are in the database, as static ones.")
        if successor is not None:
            self._say(f"Key {successor.key_id} signs from now on.")
        try:
            signer, _key = keys.active_signer()
            self._say(
                f"Cards are signed with key {signer}. Delete the private half of key {key_id} everywhere."
            )
        except key_files.KeyProblem:
            self._say(
                "Nothing can sign cards now. Run “card_keys generate” and “card_keys activate” at once."
            )
        self._remind_of_publishing()

    def _list(self, **options) -> None:
        rows = {row.key_id: row for row in IssuingKey.objects.all()}
        held = keys.held_keys()
        try:
            signer: int | None = keys.active_signer()[0]
        except key_files.KeyProblem as problem:
            signer = None
            self._say(str(problem))
        held = held | keys.held_keys()  # development may have made one just now
        for key_id in sorted(rows.keys() | held.keys()):
            row = rows.get(key_id)
            words = [row.get_status_display().lower() if row else "not in the database"]
            words += ["signs now"] if key_id == signer else []
            words += ["private half here"] if key_id in held else []
            if row and row.signs_until:
                words.append(f"signs until {row.signs_until:%-d %B %Y}")
            if row and row.verifies_until:
                words.append(f"read until {row.verifies_until:%-d %B %Y}")
            public = row.public_key if row else public_text(held[key_id].public_key())
            self._say(f"{key_id:>3}  {public}  {', '.join(words)}")

    def _root(self, *, file: Path, **options) -> None:
        if file.exists():
            raise CommandError(f"{file} is there already. A root key is never replaced by accident.")
        root_key = key_files.make(file, repository=settings.BASE_DIR)
        self._say(f"The root key is in {file}. Keep it offline, and a copy of it in a safe.")
        self._say(f"Its public half, for the till page: {public_text(root_key.public_key())}")

    def _publish(self, *, root_key: Path, **options) -> None:
        root = key_files.read(root_key)
        sealed = keys.seal_key_list(root)
        folder = Path(settings.CARD_KEYS_DIR)
        key_files.replace(folder / key_files.ROOT_PUBLIC, public_text(root.public_key()) + "\n")
        key_files.replace(folder / key_files.KEY_LIST, json.dumps(sealed) + "\n")
        listed = ", ".join(str(key.key_id) for key in keys.published_keys()) or "none"
        self._say(f"The list of keys ({listed}) is sealed and in {folder / key_files.KEY_LIST}.")
        self._say("Copy it to CARD_KEYS_DIR on each server. Tills take it at their next update.")

    def _remind_of_publishing(self) -> None:
        if not settings.CARD_KEYS_AUTO:
            self._say(
                "Now run “card_keys publish --root-key FILE”, so that tills without a network hear of it."
            )

    def _say(self, sentence: str) -> None:
        self.stdout.write(sentence)
