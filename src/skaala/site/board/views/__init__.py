"""The pages of a board, one module per task; :mod:`access` decides who may open them."""
