"""What organisers fill in. A form checks single fields; whether they hold together, the rooms below say."""
