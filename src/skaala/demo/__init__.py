"""The 2023 series as it was, and a simulated copy of it in the coming spring.

Everything it makes goes through the same operations that people use; what is simulated says so.
"""
