"""Leading singular vectors of a large sparse matrix, the same to the last bit on any number of threads."""

from __future__ import annotations

import numpy as np
import scipy.linalg
import scipy.sparse

from skaala.insight.votes import Floats

MAX_STEPS = 500
PRECISION = 1e-13
ROUGH_PRECISION = 1e-8
FLAT_AFTER_STEPS = 120  # steps after which no axis stands out, and fewer digits are enough
FLAT_PRECISION = 1e-9
BREAKDOWN = 1e-12


def leading_pairs(
    matrix: scipy.sparse.csr_array, *, wanted: int = 2, precision: float = PRECISION
) -> tuple[Floats, Floats]:
    """
    Find the largest eigenvalues of ``matrix.T @ matrix`` and their vectors, without forming that product.

    Lanczos' idea: from a start vector, apply the matrix again and again, keep every new vector at right
    angles to all earlier ones, and look at the problem only within the space they span. There it is a small
    tridiagonal problem whose largest eigenvalues close in on the true ones very quickly, because vectors
    along
    large eigenvalues grow fastest. It stops when the residual :math:`\\|X^\\top X a - \\lambda a\\|` of every
    wanted pair is below ``precision`` times the largest eigenvalue.

    Parameters
    ----------
    matrix
        n × m, sparse.
    wanted
        How many pairs.
    precision
        At which residual, relative to the largest eigenvalue, to stop.

    Returns
    -------
    (values, vectors)
        Eigenvalues, largest first, and an m × wanted matrix of unit vectors.

    Examples
    --------
    >>> values, vectors = leading_pairs(scipy.sparse.csr_array(np.diag([3.0, 2.0, 1.0])))
    >>> np.round(values, 9).tolist(), np.round(np.abs(vectors), 9).T.tolist()
    ([9.0, 4.0], [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])

    Notes
    -----
    After 120 steps no axis stands out, as in votes at random, and 1e-9 is enough: two axes out of many alike
    are not worth more digits. Real conversations take some 20 to 50 steps.

    SciPy's own solvers call BLAS, which adds in another order when it has more threads; here sums are NumPy's
    and products SciPy's sparse ones, both single-threaded, so that figures do not depend on the machine. All
    vectors are kept and orthogonalised twice (cheap for m up to 10,000), so no spurious copies arise. When a
    space is exhausted the search goes on with a fresh vector, which is how equal eigenvalues are found.

    References
    ----------
    C. Lanczos (1950), J. Res. Nat. Bur. Standards 45, 255–282; B. Parlett, The Symmetric Eigenvalue Problem.
    """
    m = matrix.shape[1]
    back = matrix.T
    steps = min(m, MAX_STEPS)
    fresh = np.random.default_rng(0)
    basis = np.zeros((steps, m))
    diagonal, beside = np.zeros(steps), np.zeros(steps)
    vector = _unit(fresh.standard_normal(m))
    look_from = 2 * wanted
    done = 0
    for step in range(steps):
        basis[step] = vector
        ahead = back @ (matrix @ vector)
        diagonal[step] = _dot(ahead, vector)
        done = step + 1
        for _ in range(2):
            ahead = ahead - _combine(_along(basis[:done], ahead), basis[:done])
        beside[step] = np.sqrt(_dot(ahead, ahead))
        scale = max(float(np.max(np.abs(diagonal[:done]))), 1e-300)
        if beside[step] <= BREAKDOWN * scale:
            beside[step] = 0.0
            look_from = done + 10 * wanted
            ahead = fresh.standard_normal(m)
            for _ in range(2):
                ahead = ahead - _combine(_along(basis[:done], ahead), basis[:done])
        elif done >= look_from and done % 4 == 0:
            values, inside = scipy.linalg.eigh_tridiagonal(
                diagonal[:done], beside[: done - 1], select="i", select_range=(done - wanted, done - 1)
            )
            enough = precision if done < FLAT_AFTER_STEPS else max(precision, FLAT_PRECISION)
            if np.max(beside[step] * np.abs(inside[-1])) <= enough * values[-1]:
                break
        vector = _unit(ahead)
    few = min(wanted, done)
    values, inside = scipy.linalg.eigh_tridiagonal(
        diagonal[:done], beside[: done - 1], select="i", select_range=(done - few, done - 1)
    )
    vectors = np.column_stack([_unit(_combine(inside[:, i], basis[:done])) for i in range(few)])
    return values[::-1], vectors[:, ::-1]


def _dot(left: Floats, right: Floats) -> float:
    return float(np.sum(left * right))


def _along(basis: Floats, vector: Floats) -> Floats:
    out: Floats = np.einsum("ij,j->i", basis, vector)
    return out


def _combine(weights: Floats, basis: Floats) -> Floats:
    out: Floats = np.einsum("i,ij->j", weights, basis)
    return out


def _unit(vector: Floats) -> Floats:
    length = np.sqrt(_dot(vector, vector))
    return vector / length if length > 0 else vector
