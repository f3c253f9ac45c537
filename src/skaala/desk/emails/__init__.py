"""The emails of a series with the state of each, and the test email."""
