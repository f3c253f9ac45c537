"""A share of a few votes with its interval, one at a time and without heavy libraries: for figures outside the engine."""

from __future__ import annotations

import math

Z = 1.959963984540054
"""The 97.5 % point of the normal distribution."""


def wilson_share(count: int, total: int) -> tuple[float, float]:
    """
    Return the 95 % interval of :func:`skaala.insight.small_samples.wilson_interval` for one share.

    Examples
    --------
    >>> low, high = wilson_share(5, 5)
    >>> round(low, 4), round(high, 4)
    (0.5655, 1.0)
    """
    if total <= 0:
        return 0.0, 1.0
    share, z2 = count / total, Z * Z
    middle = (share + z2 / (2 * total)) / (1 + z2 / total)
    half = Z * math.sqrt(share * (1 - share) / total + z2 / (4 * total * total)) / (1 + z2 / total)
    return min(1.0, max(0.0, middle - half)), min(1.0, max(0.0, middle + half))


def newcombe_difference(count: int, total: int, other_count: int, other_total: int) -> tuple[float, float]:
    """
    Return the 95 % interval of :func:`skaala.insight.small_samples.newcombe_interval` for a difference of two shares.

    Examples
    --------
    >>> low, high = newcombe_difference(56, 70, 48, 80)
    >>> round(low, 4), round(high, 4)
    (0.0524, 0.3339)
    """
    p, q = count / total, other_count / other_total
    (low_p, high_p), (low_q, high_q) = wilson_share(count, total), wilson_share(other_count, other_total)
    below = math.hypot(p - low_p, high_q - q)
    above = math.hypot(high_p - p, q - low_q)
    return p - q - below, p - q + above
