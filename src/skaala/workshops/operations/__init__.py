"""The deeds of this room, a module each."""

from skaala.workshops.operations.carry import carry_over
from skaala.workshops.operations.enter import Chosen, admit, enter, enter_as_guest
from skaala.workshops.operations.forget import forget
from skaala.workshops.operations.mark import mark_as_important, take_mark_back
from skaala.workshops.operations.merge import merge_statements, split_statement
from skaala.workshops.operations.moderate import edit_statement, set_shown
from skaala.workshops.operations.move import move_phase, set_timer, stop_timer
from skaala.workshops.operations.publish import publish_frames
from skaala.workshops.operations.remove import HasBoard, remove_event, remove_series
from skaala.workshops.operations.see import see_board
from skaala.workshops.operations.set_up import (
    BoardSettings,
    change_settings,
    remove_prompt,
    save_prompt,
    set_up_board,
)
from skaala.workshops.operations.vote import cast_vote, take_vote_back
from skaala.workshops.operations.write import Seeded, seed_statements, write_statement

__all__ = [
    "BoardSettings",
    "Chosen",
    "HasBoard",
    "Seeded",
    "admit",
    "carry_over",
    "cast_vote",
    "change_settings",
    "edit_statement",
    "enter",
    "enter_as_guest",
    "forget",
    "mark_as_important",
    "merge_statements",
    "move_phase",
    "publish_frames",
    "remove_event",
    "remove_prompt",
    "remove_series",
    "save_prompt",
    "see_board",
    "seed_statements",
    "set_shown",
    "set_timer",
    "set_up_board",
    "split_statement",
    "stop_timer",
    "take_mark_back",
    "take_vote_back",
    "write_statement",
]
