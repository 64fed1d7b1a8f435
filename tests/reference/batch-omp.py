"""Writes batch-omp.json: sparse codes of random signals as scikit-learn's orthogonal matching pursuit finds them.

Run: /usr/bin/python3 tests/reference/batch-omp.py   (needs numpy and scikit-learn)
"""

import json
import pathlib

import numpy
import sklearn
from sklearn.linear_model import orthogonal_mp

DIMENSION, ATOMS, SIGNALS, NONZEROS, ERROR_TARGET = 20, 30, 16, 4, 6.0
rng = numpy.random.default_rng(2008)
atoms = rng.normal(size=(ATOMS, DIMENSION))
atoms = (atoms / numpy.linalg.norm(atoms, axis=1, keepdims=True)).astype(numpy.float32).astype(float)
signals = rng.normal(size=(SIGNALS, DIMENSION)).astype(numpy.float32).astype(float)


def codes(**stopping):
    found = []
    for signal in signals:
        dense = orthogonal_mp(atoms.T, signal, **stopping)
        support = numpy.flatnonzero(dense)
        residual = signal - dense @ atoms
        found.append(
            {
                "support": support.tolist(),
                "coefficients": dense[support].tolist(),
                "residualEnergy": float(residual @ residual),
            }
        )
    return found


pathlib.Path(__file__).with_suffix(".json").write_text(
    json.dumps(
        {
            "program": f"scikit-learn {sklearn.__version__}, orthogonal_mp",
            "dimension": DIMENSION,
            "nonzeros": NONZEROS,
            "errorTarget": ERROR_TARGET,
            "atoms": atoms.ravel().tolist(),
            "signals": signals.ravel().tolist(),
            "bySparsity": codes(n_nonzero_coefs=NONZEROS),
            "byError": codes(tol=ERROR_TARGET),
        }
    )
    + "\n"
)
