"""The deeds of this room, a module each."""

from skaala.registration.operations.cancel import cancel_registration, step_off_waiting_list
from skaala.registration.operations.capacity import SeatsTaken, copy_series, set_capacity
from skaala.registration.operations.change import change_registration
from skaala.registration.operations.change_event import change_event
from skaala.registration.operations.promote import fill_forgotten_seats, move_up_from_waiting_list
from skaala.registration.operations.register import Details, SignUp, register
from skaala.registration.operations.remove import HasRegistrations, remove_event, remove_series
from skaala.registration.operations.send_link import renew_link, send_link

__all__ = [
    "Details",
    "HasRegistrations",
    "SeatsTaken",
    "SignUp",
    "cancel_registration",
    "change_event",
    "change_registration",
    "copy_series",
    "fill_forgotten_seats",
    "move_up_from_waiting_list",
    "register",
    "remove_event",
    "remove_series",
    "renew_link",
    "send_link",
    "set_capacity",
    "step_off_waiting_list",
]
