import numpy as np
import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.estimates import estimate_means, resampling
from analysis.estimates.resampling import draw_documents


def test_each_resample_draws_as_many_documents_as_there_are():
    weights = np.vstack(list(draw_documents(7, resamples=50, seed=1)))
    assert weights.shape == (50, 7)
    assert (weights.sum(axis=1) == 7).all() and (weights >= 0).all()


def test_the_same_seed_gives_the_same_draws_and_another_seed_others():
    first, again, other = (np.vstack(list(draw_documents(9, 20, seed))) for seed in (3, 3, 4))
    assert (first == again).all() and (first != other).any()


def test_large_corpora_come_in_chunks_that_add_up(monkeypatch):
    monkeypatch.setattr(resampling, "CHUNK_CELLS", 30)
    chunks = list(draw_documents(10, resamples=8, seed=0))
    assert [len(chunk) for chunk in chunks] == [3, 3, 2]


def test_no_resamples_are_refused():
    table = pd.DataFrame({"doc_id": list("abcdef"), "value": range(6)})
    with pytest.raises(InputError, match="resamples=0 must be 1 or more"):
        estimate_means(table, "value", resamples=0)
    for seed in ("x", -1, 2.5):
        with pytest.raises(InputError, match=f"seed={seed!r} is not a whole number, 0 or more"):
            estimate_means(table, "value", seed=seed)
