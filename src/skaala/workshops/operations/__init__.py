"""The actions of this room, a module each."""

from skaala.workshops.operations.admissions import admit, admit_all, admit_until_stopped, stop_admitting
from skaala.workshops.operations.analysis import analyse_board
from skaala.workshops.operations.answer_poll import (
    choose_answer,
    choose_best_and_worst,
    take_last_choice_back,
    upvote,
    write_poll_text,
)
from skaala.workshops.operations.arrange_groups import add_group, remove_group, rename_group
from skaala.workshops.operations.carry import carry_over
from skaala.workshops.operations.conclude import (
    move_conclusion,
    remove_conclusion,
    save_conclusion,
    show_conclusions,
)
from skaala.workshops.operations.enter import Chosen, enter, enter_as_guest, may_enter
from skaala.workshops.operations.forget import forget
from skaala.workshops.operations.import_board import (
    begin_import,
    drop_import,
    import_board,
    import_board_soon,
    read_intake,
)
from skaala.workshops.operations.invite import invite, take_invitation_back
from skaala.workshops.operations.lead_polls import (
    close_poll,
    open_poll,
    remove_poll,
    save_poll,
    set_poll_text_shown,
)
from skaala.workshops.operations.mark import mark_as_important, take_mark_back
from skaala.workshops.operations.merge import merge_statements, undo_merge
from skaala.workshops.operations.moderate import edit_statement, set_pinned, set_several_shown, set_shown
from skaala.workshops.operations.move import move_phase, set_timer, stop_timer
from skaala.workshops.operations.presence import note_presence
from skaala.workshops.operations.present import present, present_next, show_bars, show_screen
from skaala.workshops.operations.publish import publish_results, take_results_back
from skaala.workshops.operations.publish_frames import publish_frames
from skaala.workshops.operations.rehearse import begin_rehearsal, remove_imported, wipe_rehearsal
from skaala.workshops.operations.remove import BoardInUse, remove_event, remove_series
from skaala.workshops.operations.request_analysis import request_analysis
from skaala.workshops.operations.set_up import (
    BoardSettings,
    change_settings,
    remove_prompt,
    save_prompt,
    set_up_board,
)
from skaala.workshops.operations.small_groups import (
    bring_together,
    change_note,
    choose_group,
    find_place,
    move_member,
    remove_note,
    split_room,
    write_note,
)
from skaala.workshops.operations.split import split_statement, undo_split
from skaala.workshops.operations.translate import find_translator, set_translations, translate_by_machine
from skaala.workshops.operations.vote import cast_vote, take_vote_back
from skaala.workshops.operations.withdraw import withdraw_statement
from skaala.workshops.operations.write import Seeded, seed_statements, write_statement

__all__ = [
    "BoardInUse",
    "BoardSettings",
    "Chosen",
    "Seeded",
    "add_group",
    "admit",
    "admit_all",
    "admit_until_stopped",
    "analyse_board",
    "begin_import",
    "begin_rehearsal",
    "bring_together",
    "carry_over",
    "cast_vote",
    "change_note",
    "change_settings",
    "choose_answer",
    "choose_best_and_worst",
    "choose_group",
    "close_poll",
    "drop_import",
    "edit_statement",
    "enter",
    "enter_as_guest",
    "find_place",
    "find_translator",
    "forget",
    "import_board",
    "import_board_soon",
    "invite",
    "mark_as_important",
    "may_enter",
    "merge_statements",
    "move_conclusion",
    "move_member",
    "move_phase",
    "note_presence",
    "open_poll",
    "present",
    "present_next",
    "publish_frames",
    "publish_results",
    "read_intake",
    "remove_conclusion",
    "remove_event",
    "remove_group",
    "remove_imported",
    "remove_note",
    "remove_poll",
    "remove_prompt",
    "remove_series",
    "rename_group",
    "request_analysis",
    "save_conclusion",
    "save_poll",
    "save_prompt",
    "seed_statements",
    "set_pinned",
    "set_poll_text_shown",
    "set_several_shown",
    "set_shown",
    "set_timer",
    "set_translations",
    "set_up_board",
    "show_bars",
    "show_conclusions",
    "show_screen",
    "split_room",
    "split_statement",
    "stop_admitting",
    "stop_timer",
    "take_invitation_back",
    "take_last_choice_back",
    "take_mark_back",
    "take_results_back",
    "take_vote_back",
    "translate_by_machine",
    "undo_merge",
    "undo_split",
    "upvote",
    "wipe_rehearsal",
    "withdraw_statement",
    "write_note",
    "write_poll_text",
    "write_statement",
]
