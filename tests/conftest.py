"""What several tests share: the seeds as received, read and cleaned once."""

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from analysis.texts.cleaning import clean_pages
from analysis.texts.readers import load_pages, load_sources

CACHE = tempfile.mkdtemp(prefix="framing-tests-")  # nobody's own cache is touched
atexit.register(shutil.rmtree, CACHE, ignore_errors=True)
os.environ["FRAMING_CACHE"] = CACHE
# where no bytecode is kept (as in many containers), each process that a test starts would compile all code anew
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
# how long an example takes is the machine's doing, above all beside other tests: no test fails for it
settings.register_profile("hunt", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# the same examples at each run: what a test says depends on the code alone; --hypothesis-profile hunt draws new ones
settings.register_profile("same", settings.get_profile("hunt"), derandomize=True)
settings.load_profile("same")
SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="session")
def seed_pages():
    return load_pages(SEEDS)[0]


@pytest.fixture(scope="session")
def cleaned_seeds(seed_pages):
    return clean_pages(seed_pages, load_sources(SEEDS / "sources.csv"))
