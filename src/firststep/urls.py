"""The site's addresses."""

from firststep.interfaces.web.urls import urlpatterns

handler400 = "firststep.interfaces.web.refusals.bad_request"
handler404 = "firststep.interfaces.web.refusals.not_found"
handler500 = "firststep.interfaces.web.refusals.broken"

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]
