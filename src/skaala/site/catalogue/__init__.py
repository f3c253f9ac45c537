"""The catalogue of actions as everybody reads it, and what municipalities do in it without an account."""
