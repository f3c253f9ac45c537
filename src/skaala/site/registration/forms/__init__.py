"""The parts of the registration form, one module each."""
