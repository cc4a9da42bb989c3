"""The site's addresses."""

from firststep.interfaces.web.urls import urlpatterns

__all__ = ["urlpatterns"]
