"""Questions of the registration form."""
