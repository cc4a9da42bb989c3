"""The baseline: a bare Django view that renders 50 rows from the same database, over HTTP."""

import sys

import django
from django.conf import settings

django.setup()
settings.ROOT_URLCONF = __name__
settings.MIDDLEWARE = []

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.template import Context, Template  # noqa: E402
from django.urls import path  # noqa: E402
from waitress.server import create_server  # noqa: E402

from firststep.steps.people.models import Person  # noqa: E402

PAGE = Template(
    "<html><body><ul>{% for person in people %}<li><a href='/people/{{ person.pk }}'>"
    "{{ person.name }}</a> {{ person.search_text }}</li>{% endfor %}</ul></body></html>"
)


def people(_request: HttpRequest) -> HttpResponse:
    rows = Person.objects.filter(campaign=1).order_by("name_key", "id")[:50]
    return HttpResponse(PAGE.render(Context({"people": rows})))


urlpatterns = [path("", people)]

if __name__ == "__main__":
    server = create_server(get_wsgi_application(), host="127.0.0.1", port=0, threads=4)
    sys.stderr.write(f"http://127.0.0.1:{server.effective_port}/\n")
    sys.stderr.flush()
    server.run()
