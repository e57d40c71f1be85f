"""The person who signs in: known by e-mail address only; there are no user names."""

from __future__ import annotations

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from passport_site.core.privacy import Keep


class UserManager(BaseUserManager):
    """Makes users by e-mail address, stored in lower case."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields) -> User:
        """A user who signs in by e-mailed code; without a password none can be guessed."""
        if not email:
            raise ValueError("A user needs an e-mail address")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password) if password else user.set_unusable_password()
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields) -> User:
        """For ``manage.py createsuperuser`` on a new installation."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str) -> User:
        return self.get(email=email.strip().lower())


class User(AbstractUser):
    """Anyone who signs in: carer, shop, officer. What they may do comes from their groups (see roles.py)."""

    LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]

    username = None
    email = models.EmailField(_("e-mail address"), max_length=254, unique=True)
    language = models.CharField(_("language"), max_length=5, choices=LANGUAGES, default="en")

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    objects = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [models.UniqueConstraint(Lower("email"), name="accounts_user_email_any_case")]

    class Privacy:
        append_only = False
        personal = {
            "email": "to sign in and to write to the person",
            "first_name": "how we greet them",
            "last_name": "who they are to our staff",
            "language": "the language they read",
            "last_login": "to close accounts nobody uses",
            "password": "unused: people sign in by code or passkey",
        }
        not_personal = ()
        keep = Keep("until the account is closed, or 3 years without signing in", job="accounts.idle")

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    @staticmethod
    def new_unusable_password() -> str:
        """What stands in the password column: nothing matches it. A new one ends every session of the
        person.
        """
        return make_password(None)

    def save(self, *args, **kwargs):
        self.email = self.email.strip().lower()
        super().save(*args, **kwargs)
