"""Links and passes that open a board: signed words, nothing stored but the invitation."""
