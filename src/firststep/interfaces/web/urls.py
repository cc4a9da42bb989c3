"""Every page of the site, in the order of the method."""

from django.urls import URLPattern, path

from firststep.interfaces.web.pages import today

urlpatterns: list[URLPattern] = [path("", today.today)]
