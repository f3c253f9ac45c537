"""The deeds of this room, a module each."""

from skaala.workshops.operations.arrange_groups import add_group, remove_group, rename_group
from skaala.workshops.operations.carry import carry_over
from skaala.workshops.operations.enter import Chosen, admit, enter, enter_as_guest
from skaala.workshops.operations.forget import forget
from skaala.workshops.operations.invite import invite, take_invitation_back
from skaala.workshops.operations.mark import mark_as_important, take_mark_back
from skaala.workshops.operations.merge import merge_statements, split_statement
from skaala.workshops.operations.moderate import edit_statement, set_pinned, set_shown
from skaala.workshops.operations.move import move_phase, set_timer, stop_timer
from skaala.workshops.operations.present import present, present_next
from skaala.workshops.operations.publish import publish_results, take_results_back
from skaala.workshops.operations.publish_frames import publish_frames
from skaala.workshops.operations.rehearse import begin_rehearsal, remove_imported, wipe_rehearsal
from skaala.workshops.operations.remove import HasBoard, remove_event, remove_series
from skaala.workshops.operations.see import see_board
from skaala.workshops.operations.set_up import (
    BoardSettings,
    change_settings,
    remove_prompt,
    save_prompt,
    set_up_board,
)
from skaala.workshops.operations.small_groups import (
    bring_together,
    choose_group,
    find_place,
    remove_note,
    split_room,
    write_note,
)
from skaala.workshops.operations.take_in import read_intake, take_in
from skaala.workshops.operations.translate import find_translator, set_translations, translate_by_machine
from skaala.workshops.operations.vote import cast_vote, take_vote_back
from skaala.workshops.operations.write import Seeded, seed_statements, write_statement

__all__ = [
    "BoardSettings",
    "Chosen",
    "HasBoard",
    "Seeded",
    "add_group",
    "admit",
    "begin_rehearsal",
    "bring_together",
    "carry_over",
    "cast_vote",
    "change_settings",
    "choose_group",
    "edit_statement",
    "enter",
    "enter_as_guest",
    "find_place",
    "find_translator",
    "forget",
    "invite",
    "mark_as_important",
    "merge_statements",
    "move_phase",
    "present",
    "present_next",
    "publish_frames",
    "publish_results",
    "read_intake",
    "remove_event",
    "remove_group",
    "remove_imported",
    "remove_note",
    "remove_prompt",
    "remove_series",
    "rename_group",
    "save_prompt",
    "see_board",
    "seed_statements",
    "set_pinned",
    "set_shown",
    "set_timer",
    "set_translations",
    "set_up_board",
    "split_room",
    "split_statement",
    "stop_timer",
    "take_in",
    "take_invitation_back",
    "take_mark_back",
    "take_results_back",
    "take_vote_back",
    "translate_by_machine",
    "wipe_rehearsal",
    "write_note",
    "write_statement",
]
