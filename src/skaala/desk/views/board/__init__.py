"""A board as its facilitator leads it, a module a part."""
