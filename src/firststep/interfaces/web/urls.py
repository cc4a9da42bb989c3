"""Every page of the site, in the order of the method."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
