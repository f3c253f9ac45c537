"""A board as participants see it: joining, writing, voting, reading, and taking part in next steps."""
