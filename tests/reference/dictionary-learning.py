"""Writes dictionary-learning.json: sparse codes, dictionary updates and learnt objectives of other programs.

Run: /usr/bin/python3 tests/reference/dictionary-learning.py   (needs numpy and scikit-learn)

- `codes`: scikit-learn's orthogonal_mp_gram.
- `ksvdSweep`: one sweep of exact K-SVD over the atoms with numpy's singular value decomposition.
- `onlineUpdate`: for a few atoms, the block-coordinate step of scikit-learn's _update_dict as if the atom came first,
  scaled to unit norm (scikit-learn projects onto the unit ball instead).
- `lassoLearning`: the objectives of scikit-learn's dict_learning and the atoms it comes to, also non-negative.
- `minibatch`: mean squared residual norm of OMP codes over what MiniBatchDictionaryLearning learns from `patches`.
"""

import json
import pathlib

import numpy
import sklearn
from sklearn.decomposition import MiniBatchDictionaryLearning, dict_learning, sparse_encode
from sklearn.decomposition._dict_learning import _update_dict
from sklearn.linear_model import orthogonal_mp_gram

ATOMS, DIMENSION, COUNT, NONZEROS = 24, 16, 600, 3
rng = numpy.random.default_rng(20100101)
planted = rng.standard_normal((ATOMS, DIMENSION))
planted /= numpy.linalg.norm(planted, axis=1, keepdims=True)
support = numpy.argsort(rng.random((COUNT, ATOMS)), axis=1)[:, :NONZEROS]
sources = numpy.zeros((COUNT, ATOMS))
numpy.put_along_axis(sources, support, rng.standard_normal((COUNT, NONZEROS)), axis=1)
patches = sources @ planted + 0.05 * rng.standard_normal((COUNT, DIMENSION))
patches = numpy.round(patches, 4)

# The start: the planted atoms, disturbed, in single precision as the product sees them.
atoms = planted + 0.2 * rng.standard_normal(planted.shape)
atoms = (atoms / numpy.linalg.norm(atoms, axis=1, keepdims=True)).astype(numpy.float32)
start = atoms.astype(numpy.float64)
codes = orthogonal_mp_gram(start @ start.T, start @ patches.T, n_nonzero_coefs=NONZEROS).T
residual_energy = ((patches - codes @ start) ** 2).sum(axis=1)

swept, swept_codes = start.copy(), codes.copy()
for k in range(ATOMS):
    users = swept_codes[:, k] != 0
    error = patches[users] - swept_codes[users] @ swept + numpy.outer(swept_codes[users, k], swept[k])
    left, singular, right = numpy.linalg.svd(error, full_matrices=False)
    sign = 1 if right[0] @ swept[k] >= 0 else -1
    swept[k] = sign * right[0]
    swept_codes[users, k] = sign * singular[0] * left[:, 0]

online = []
for k in (0, 7, 23):
    order = [k] + [j for j in range(ATOMS) if j != k]
    dictionary = start[order].copy()
    code = codes[:, order]
    _update_dict(dictionary, patches, code, code.T @ code, patches.T @ code, random_state=0)
    online.append({"atom": k, "updated": (dictionary[0] / numpy.linalg.norm(dictionary[0])).tolist()})

PENALTY, ITERATIONS = 0.2, 4


def lasso_learning(data, first, positive):
    _, learnt, objective = dict_learning(
        data,
        n_components=ATOMS,
        alpha=PENALTY,
        max_iter=ITERATIONS,
        tol=0,
        method="cd",
        dict_init=first,
        code_init=numpy.zeros((COUNT, ATOMS)),
        positive_dict=positive,
        positive_code=positive,
        method_max_iter=20000,
    )
    return {"objective": [float(value) for value in objective], "atoms": rounded(learnt)}


def rounded(array, digits=7):
    return numpy.round(array, digits).ravel().tolist()


learner = MiniBatchDictionaryLearning(
    n_components=ATOMS, alpha=0.1, batch_size=64, max_iter=50, random_state=0, fit_algorithm="cd"
).fit(patches)
components = learner.components_ / numpy.linalg.norm(learner.components_, axis=1, keepdims=True)
rebuilt = sparse_encode(patches, components, algorithm="omp", n_nonzero_coefs=NONZEROS) @ components

shown = 100
pathlib.Path(__file__).with_suffix(".json").write_text(
    json.dumps(
        {
            "programs": f"scikit-learn {sklearn.__version__}, numpy {numpy.__version__}",
            "atomCount": ATOMS,
            "dimension": DIMENSION,
            "count": COUNT,
            "nonzeros": NONZEROS,
            "patches": patches.ravel().tolist(),
            "atoms": rounded(start, 9),
            "codes": {
                "signals": shown,
                "support": [numpy.flatnonzero(row).tolist() for row in codes[:shown]],
                "coefficients": [rounded(row[row != 0]) for row in codes[:shown]],
            },
            "objective": float(residual_energy.mean()),
            "ksvdSweep": {
                "atoms": rounded(swept),
                "objective": float(((patches - swept_codes @ swept) ** 2).sum(axis=1).mean()),
            },
            "onlineUpdate": online,
            "lassoLearning": {
                "penalty": PENALTY,
                "iterations": ITERATIONS,
                "plain": lasso_learning(patches, start, False),
                "nonNegative": lasso_learning(abs(patches), abs(start), True),
            },
            "minibatch": {"objective": float(((patches - rebuilt) ** 2).sum(axis=1).mean())},
        }
    )
    + "\n"
)
