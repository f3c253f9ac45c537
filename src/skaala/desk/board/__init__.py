"""A workshop's workspace as its facilitator leads it: phases, statements, groups, projector, imports."""
