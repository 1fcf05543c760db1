"""Fits a model to a file of histories with lifetimes.

usage: lifetimes_fit.py bg-nbd|pareto-nbd HISTORIES.csv

The file has the columns x, t_x and t, one customer a line, in days. Prints
the name and the seconds of the fit alone, without reading the file; on the
second line the log-likelihood, which must agree with ours.
"""

import math
import sys
import time
import warnings

import pandas
from lifetimes import BetaGeoFitter, ParetoNBDFitter

FITTERS = {"bg-nbd": BetaGeoFitter, "pareto-nbd": ParetoNBDFitter}

# lifetimes keeps the mean over customers for one model, the sum for the other.
KEEPS_MEAN = {"bg-nbd"}


def main() -> None:
    model, path = sys.argv[1:]
    histories = pandas.read_csv(path)
    fitter = FITTERS[model]()
    warnings.simplefilter("ignore")
    start = time.perf_counter()
    fitter.fit(histories["x"], histories["t_x"], histories["t"])
    seconds = time.perf_counter() - start
    print(f"lifetimes {seconds:.4f}")
    kept = -fitter._negative_log_likelihood_
    total = kept * len(histories) if model in KEEPS_MEAN else kept
    # It fits times multiplied by a scale of its own; ours are days.
    in_days = total + histories["x"].sum() * math.log(fitter._scale)
    print(f"log-likelihood {in_days:.2f}")


main()
