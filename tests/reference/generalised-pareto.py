"""Writes generalised-pareto.json: maximum-likelihood fits by scipy.stats.genpareto (location fixed at 0).

Run: /usr/bin/python3 tests/reference/generalised-pareto.py   (needs numpy and scipy)
"""

import json
import pathlib

import numpy
import scipy
from scipy.stats import genpareto

cases = []
for seed, (shape, scale, count) in enumerate([(0.3, 2.0, 200), (0.0, 0.5, 150), (-0.2, 1.0, 200), (0.1, 40.0, 40)]):
    sample = numpy.round(genpareto.rvs(shape, scale=scale, size=count, random_state=seed), 6)
    fitted_shape, _, fitted_scale = genpareto.fit(sample, floc=0)
    at = numpy.quantile(sample, [0.25, 0.75, 1.0]).tolist() + [float(sample.max() * 1.02)]
    cases.append(
        {
            "exceedances": sample.tolist(),
            "shape": float(fitted_shape),
            "scale": float(fitted_scale),
            "negativeLogLikelihood": float(-genpareto.logpdf(sample, fitted_shape, 0, fitted_scale).sum()),
            "at": at,
            "exponents": (-genpareto.logsf(at, fitted_shape, 0, fitted_scale) / numpy.log(10)).tolist(),
        }
    )

pathlib.Path(__file__).with_suffix(".json").write_text(
    json.dumps({"program": f"scipy {scipy.__version__}", "cases": cases}, indent=1) + "\n"
)
