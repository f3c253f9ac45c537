"""The living style guide: every component with its states, and pages made of them."""
