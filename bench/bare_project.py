"""The baseline of a start: a Django project as startproject makes it, with one page, over HTTP."""

import sys

import django
from django.conf import settings

CONTRIB = ("admin", "auth", "contenttypes", "sessions", "messages", "staticfiles")
settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    INSTALLED_APPS=[f"django.contrib.{name}" for name in CONTRIB],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    ROOT_URLCONF=__name__,
    SECRET_KEY="bare",  # signs nothing
    STATIC_URL="static/",
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
)
django.setup()

from django.contrib import admin  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.template import Context, Template  # noqa: E402
from django.urls import path  # noqa: E402
from waitress.server import create_server  # noqa: E402

PAGE = Template("<html><body><p>{{ said }}</p></body></html>")


def page(_request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 'here'")
        return HttpResponse(PAGE.render(Context({"said": cursor.fetchone()[0]})))


urlpatterns = [path("admin/", admin.site.urls), path("", page)]

if __name__ == "__main__":
    server = create_server(get_wsgi_application(), host="127.0.0.1", port=0, threads=4)
    sys.stderr.write(f"http://127.0.0.1:{server.effective_port}/\n")
    sys.stderr.flush()
    server.run()
