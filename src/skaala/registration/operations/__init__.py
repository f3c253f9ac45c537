"""The deeds of this room, a module each."""

from skaala.registration.operations.cancel import cancel_registration
from skaala.registration.operations.change import change_registration
from skaala.registration.operations.forget import forget_needs, forget_people, forget_person
from skaala.registration.operations.register import Details, SignUp, register
from skaala.registration.operations.remove import HasRegistrations, remove_event, remove_series
from skaala.registration.operations.send_link import renew_link, send_link

__all__ = [
    "Details",
    "HasRegistrations",
    "SignUp",
    "cancel_registration",
    "change_registration",
    "forget_needs",
    "forget_people",
    "forget_person",
    "register",
    "remove_event",
    "remove_series",
    "renew_link",
    "send_link",
]
