"""The linear models of a frame coder: class weights, out-of-fold scores, calibrated probabilities, thresholds.

Sources: Fan et al. 2008 (LIBLINEAR); Platt 1999 (probabilities from scores, with his smoothed targets);
Lipton, Elkan & Naryanaswamy 2014 (a threshold for F1 from calibrated probabilities).
"""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.optimize import minimize
from scipy.special import expit, log_expit
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.svm import LinearSVC

FOLDS = 5
MOST_ROTATED = 1_500  # texts
STRENGTH = 100.0  # the sum of the texts' weights in the loss, whatever their number


class Examples:
    """Coded texts, ready to be fitted many times.

    A linear model of n texts needs no more than n dimensions. Up to a thousand and a half texts are turned
    into these (an exact rotation), in which a fit takes milliseconds, and the coefficients are turned back.
    """

    def __init__(self, matrix: sparse.csr_array) -> None:
        self.matrix = matrix
        self.rows, self._back = matrix, None
        if matrix.shape[0] <= MOST_ROTATED:
            strengths, directions = np.linalg.eigh((matrix @ matrix.T).toarray())
            kept = strengths > strengths[-1] * 1e-10
            lengths = np.sqrt(strengths[kept])
            self.rows, self._back = directions[:, kept] * lengths, directions[:, kept] / lengths

    def fit(self, codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Fit on all texts: coefficients (classes, or 1 for yes and no; features) and intercepts."""
        coefficients, intercepts = fit_linear(self.rows, codes)
        if self._back is not None:
            coefficients = (self.matrix.T @ (self._back @ coefficients.T)).T
        return coefficients, intercepts


def fit_linear(rows: np.ndarray | sparse.csr_array, codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Fit a linear model with balanced class weights; return coefficients and intercepts."""
    model = LinearSVC(C=STRENGTH / len(codes), class_weight="balanced", random_state=0, max_iter=5_000)
    model.fit(sparse.csr_matrix(rows) if sparse.issparse(rows) else rows, codes)
    return model.coef_, model.intercept_


def split_folds(codes: np.ndarray, documents: np.ndarray, seed: int) -> np.ndarray:
    """Give each text a fold, classes spread evenly, the texts of one document in one fold."""
    fold = np.zeros(len(codes), dtype=int)
    splitter = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=seed)
    for number, (_, held_out) in enumerate(splitter.split(codes, codes, documents)):
        fold[held_out] = number
    return fold


def score_out_of_fold(examples: Examples, codes: np.ndarray, fold: np.ndarray) -> np.ndarray:
    """Score each text by a model that has not seen its fold: (texts, classes), or (texts, 1) for yes and no."""
    rows, classes = examples.rows, len(np.unique(codes))
    scores = np.zeros((len(codes), 1 if classes == 2 else classes))
    for number in np.unique(fold):
        held_out = fold == number
        coefficients, intercepts = fit_linear(rows[~held_out], codes[~held_out])
        scores[held_out] = rows[held_out] @ coefficients.T + intercepts
    return scores


def calibrate(scores: np.ndarray, yes: np.ndarray) -> tuple[float, float]:
    """Fit slope and offset so that expit(slope * score + offset) is a probability (Platt's method)."""
    n_yes, n_no = yes.sum(), (~yes).sum()
    target = np.where(yes, (n_yes + 1) / (n_yes + 2), 1 / (n_no + 2))

    def loss(line: np.ndarray) -> float:
        value = line[0] * scores + line[1]
        return -(target * log_expit(value) + (1 - target) * log_expit(-value)).sum()

    slope, offset = minimize(loss, x0=np.array([1.0, 0.0]), method="Nelder-Mead").x
    return float(max(slope, 1e-6)), float(offset)


def choose_threshold(probabilities: np.ndarray) -> float:
    """Choose the probability from which to say yes, so that the expected F1 is highest."""
    ranked = np.sort(probabilities)[::-1]
    expected = 2 * np.cumsum(ranked) / (np.arange(1, len(ranked) + 1) + ranked.sum())
    return float(ranked[expected.argmax()])


def predict_out_of_fold(scores: np.ndarray, yes: np.ndarray, fold: np.ndarray) -> np.ndarray:
    """Say yes or no to each text, calibrated and cut by the scores of the other folds alone."""
    decided = np.zeros(len(yes), dtype=bool)
    for number in np.unique(fold):
        held_out = fold == number
        slope, offset = calibrate(scores[~held_out], yes[~held_out])
        threshold = choose_threshold(expit(slope * scores[~held_out] + offset))
        decided[held_out] = expit(slope * scores[held_out] + offset) >= threshold
    return decided
