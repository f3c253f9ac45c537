"""What every request of a program goes through: who asks, how often, what may be kept, and how it is told what went wrong."""
