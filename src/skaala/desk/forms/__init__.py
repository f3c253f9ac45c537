"""What organisers fill in. A form reads and checks single fields; whether they hold together the rooms below say."""
