"""What the columns of tables and countries are called in each language, for writing and for reading."""
