"""Writes hit-miss.json: hit/miss fits on ln(size) with the logit link, and one-sided 95 % likelihood-ratio bounds.

The fit is scipy's general optimiser on the likelihood as written in MIL-HDBK-1823A; the bound is found on a grid of
sizes, for each of which the slope is optimised by scipy.

Run: /usr/bin/python3 tests/reference/hit-miss.py   (needs numpy and scipy)
"""

import json
import pathlib

import numpy
import scipy
from scipy.optimize import brentq, minimize, minimize_scalar
from scipy.special import log_expit, logit
from scipy.stats import chi2


def log_likelihood(x, hit, intercept, slope):
    eta = intercept + slope * x
    return log_expit(numpy.where(hit, eta, -eta)).sum()


def profile(x, hit, at, level):
    best = minimize_scalar(
        lambda log_slope: -log_likelihood(x - at, hit, logit(level), numpy.exp(log_slope)),
        bounds=(-12, 8),
        method="bounded",
        options={"xatol": 1e-10},
    )
    return max(-best.fun, log_likelihood(x - at, hit, logit(level), 0.0))


cases = []
for seed, (a50, spread, low, high, count) in enumerate(
    [(4.0, 0.35, 1.0, 40.0, 80), (10.0, 0.15, 2.0, 40.0, 90), (0.3, 0.6, 0.05, 3.0, 45)]
):
    random = numpy.random.default_rng(seed)
    size = numpy.round(numpy.exp(random.uniform(numpy.log(low), numpy.log(high), count)), 6)
    x = numpy.log(size)
    hit = random.uniform(size=count) < 1 / (1 + numpy.exp(-(x - numpy.log(a50)) / spread))
    fit = minimize(lambda b: -log_likelihood(x, hit, *b), [0.0, 1.0], method="BFGS", options={"gtol": 1e-9})
    intercept, slope = fit.x
    best = -fit.fun
    x90 = (logit(0.9) - intercept) / slope
    allowed = chi2.ppf(0.9, 1) / 2
    bound = brentq(lambda at: profile(x, hit, at, 0.9) - (best - allowed), x90, x90 + 5, xtol=1e-10)
    cases.append(
        {
            "size": size.tolist(),
            "hit": hit.tolist(),
            "intercept": float(intercept),
            "slope": float(slope),
            "logLikelihood": float(best),
            "a50": float(numpy.exp(-intercept / slope)),
            "a90": float(numpy.exp(x90)),
            "a90At95": float(numpy.exp(bound)),
        }
    )

pathlib.Path(__file__).with_suffix(".json").write_text(
    json.dumps({"program": f"scipy {scipy.__version__}", "cases": cases}, indent=1) + "\n"
)
