"""Addresses of board."""

from __future__ import annotations

from django.urls import path

from skaala.desk.board.views import (
    conclude,
    gather,
    imports,
    interests,
    invited,
    keeping,
    lead,
    next_steps,
    polls,
    projector,
    results,
    small_groups,
    statements,
    transcripts,
)

BOARD = "series/<slug:slug>/events/<slug:event_slug>/board/"
public = [
    path("lead/<str:token>/", invited.lead_invited, name="lead-invited"),
]
co_facilitated = [
    path(BOARD, lead.board, name="board"),
    path(BOARD + "phase/", lead.phase, name="board-phase"),
    path(BOARD + "timer/", lead.timer, name="board-timer"),
    path(BOARD + "settings/", lead.settings, name="board-settings"),
    path(BOARD + "guests/", lead.guests, name="board-guests"),
    path(BOARD + "statements/", statements.statements, name="board-statements"),
    path(BOARD + "statements/<uuid:statement_id>/", statements.statement, name="board-statement"),
    path(
        BOARD + "statements/<uuid:statement_id>/interest/",
        interests.remove_interest,
        name="board-remove-interest",
    ),
    path(BOARD + "statements/<uuid:statement_id>/show/", statements.show, name="board-show"),
    path(BOARD + "seed/", gather.seed, name="board-seed"),
    path(BOARD + "prompts/", gather.prompts, name="board-prompts"),
    path(BOARD + "prompts/new/", gather.new_prompt, name="board-new-prompt"),
    path(BOARD + "prompts/<uuid:prompt_id>/", gather.edit_prompt, name="board-prompt"),
    path(BOARD + "picture/", results.picture, name="board-picture"),
    path(BOARD + "projector/", projector.projector, name="board-projector"),
    path(BOARD + "groups/", small_groups.groups, name="board-groups"),
    path(BOARD + "polls/", polls.polls, name="board-polls"),
    path(BOARD + "polls/new/", polls.new_poll, name="board-new-poll"),
    path(BOARD + "polls/<uuid:poll_id>/", polls.poll, name="board-poll"),
    path(BOARD + "polls/<uuid:poll_id>/change/", polls.edit_poll, name="board-edit-poll"),
    path(BOARD + "conclude/", conclude.conclude, name="board-conclude"),
    path(BOARD + "conclude/<uuid:conclusion_id>/", conclude.conclusion, name="board-conclusion"),
    path(BOARD + "statements/several/", statements.several, name="board-several"),
    path(BOARD + "statements/log.csv", statements.log, name="board-log"),
    path(BOARD + "statements/<uuid:statement_id>/pin/", statements.pin, name="board-pin"),
    path(BOARD + "present/", projector.present, name="board-present"),
    path(BOARD + "screen/", projector.screen, name="board-screen"),
    path(BOARD + "remote/", projector.remote, name="board-remote"),
]
urlpatterns = [
    path(BOARD + "prompts/keep/", keeping.keep_prompts, name="board-keep-prompts"),
    path(BOARD + "carry/", gather.carry, name="board-carry"),
    path(BOARD + "arrange/", imports.arrange, name="board-arrange"),
    path(BOARD + "arrange/invitation/", imports.invitation, name="board-invitation"),
    path(BOARD + "arrange/results/", imports.publish, name="board-publish"),
    path(BOARD + "rehearsal/", imports.rehearsal, name="board-rehearsal"),
    path(BOARD + "remove/", imports.remove_board, name="board-remove"),
    path(BOARD + "take-in/", imports.import_board, name="board-take-in"),
    path(BOARD + "together/", next_steps.together, name="board-together"),
    path(BOARD + "together/take-in/", next_steps.take_in_steps, name="board-take-in-steps"),
    path(BOARD + "transcript/", transcripts.transcript, name="board-transcript"),
    path(BOARD + "export/", results.export, name="board-export"),
]
