"""Who signs in. One seeker on a laptop has one account and never sees it."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class User(AbstractBaseUser):
    """An account: the seeker's own, later a coach's."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)

    objects = BaseUserManager["User"]()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
