"""Pure rules of sending: retries and failures, and reading the notice of a bounced email."""
