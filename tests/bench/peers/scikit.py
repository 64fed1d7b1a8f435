"""How long scikit-learn and scikit-image take for the problems that tests/bench/numerics.ts wrote, on one thread.

Run: python3 tests/bench/peers/scikit.py FOLDER   (needs numpy, scikit-learn and scikit-image); prints one JSON object.
"""

import os

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import json
import pathlib
import sys
import time
import warnings

import numpy
import skimage
import sklearn
from skimage.restoration import denoise_tv_bregman, denoise_tv_chambolle
from sklearn.decomposition import PCA, MiniBatchDictionaryLearning, dict_learning, sparse_encode
from sklearn.feature_extraction.image import extract_patches_2d, reconstruct_from_patches_2d
from sklearn.linear_model import Lasso, LassoCV, MultiTaskLasso, lars_path, lasso_path, orthogonal_mp

warnings.filterwarnings("ignore")
folder = pathlib.Path(sys.argv[1])
rows = {}


def read(name, *shape):
    return numpy.fromfile(folder / f"{name}.f64").reshape(shape)


def measure(name, rounds, work):
    """The least processor time of some rounds: other work on the machine disturbs it least."""
    seconds = []
    for _ in range(rounds):
        started = time.process_time()
        reached = work()
        seconds.append(time.process_time() - started)
    rows[name] = {"seconds": min(seconds), "reached": float(reached)}


def lasso_objective(x, y, weights, penalty):
    return ((y - x @ weights) ** 2).sum() / 2 + penalty * abs(weights).sum()


design = numpy.asfortranarray(read("design", 100, 1000))
target = read("target", 100)
largest = abs(design.T @ target).max()
penalty = 0.05 * largest
settings = dict(fit_intercept=False, tol=1e-6, max_iter=100_000)


def lasso():
    model = Lasso(alpha=penalty / 100, **settings).fit(design, target)
    return lasso_objective(design, target, model.coef_, penalty)


def path():
    alphas, weights, _ = lasso_path(design, target, n_alphas=100, eps=1e-2, tol=1e-6, max_iter=100_000)
    return lasso_objective(design, target, weights[:, -1], alphas[-1] * 100)


def omp():
    weights = orthogonal_mp(design, target, n_nonzero_coefs=20)
    return ((target - design @ weights) ** 2).sum()


measure("lasso", 30, lasso)
measure("lasso path", 6, path)
measure("lasso path by LARS", 8, lambda: len(lars_path(design, target, method="lasso")[0]))
measure("orthogonal matching pursuit", 50, omp)
measure(
    "cross-validated lasso",
    2,
    lambda: LassoCV(cv=5, n_alphas=100, eps=1e-2, tol=1e-4, max_iter=100_000).fit(design, target).alpha_,
)

noisy = read("noisy", 256, 256)
single = noisy.astype(numpy.float32)


def patches_there_and_back():
    cut = extract_patches_2d(single, (8, 8))
    return reconstruct_from_patches_2d(cut, single.shape).ravel()[1000]


measure("patches, single precision", 2, patches_there_and_back)

patches = read("patches", -1, 64)
patches32 = patches.astype(numpy.float32)
atoms = read("atoms", 128, 64)


def learn():
    learner = MiniBatchDictionaryLearning(
        n_components=128, alpha=0.15, max_iter=5, batch_size=256, random_state=0, n_jobs=1
    ).fit(patches32)
    unit = learner.components_ / numpy.linalg.norm(learner.components_, axis=1, keepdims=True)
    learn.unit = unit.astype(numpy.float32)
    return 0


def omp_codes():
    codes = sparse_encode(patches32, atoms.astype(numpy.float32), algorithm="omp", n_nonzero_coefs=4)
    return ((patches32 - codes @ atoms) ** 2).sum()


measure("dictionary learning, single precision", 1, learn)
codes = sparse_encode(patches32, learn.unit, algorithm="omp", n_nonzero_coefs=4)
rows["dictionary learning, single precision"]["reached"] = float(((patches32 - codes @ learn.unit) ** 2).sum(1).mean())
measure("omp codes, single precision", 2, omp_codes)

few = patches[:2000]


def objective(codes):
    return ((few - codes @ atoms) ** 2).sum() / 2 + 0.05 * abs(codes).sum()


kept = {}


def encode():
    # Coordinate descent is the quickest that it has for this.
    kept["codes"] = sparse_encode(few, atoms, algorithm="lasso_cd", alpha=0.05, max_iter=10_000)
    return 0


measure("lasso codes", 3, encode)
rows["lasso codes"]["reached"] = float(objective(kept["codes"]))


def joint():
    model = MultiTaskLasso(alpha=1 / 64, fit_intercept=False, tol=1e-8, max_iter=10_000)
    weights = model.fit(atoms.T, patches[:200].T).coef_
    rest = patches[:200] - weights @ atoms
    return (rest**2).sum() / 2 + numpy.sqrt((weights**2).sum(0)).sum()


measure("joint codes", 2, joint)

positive, start = read("positive", -1, 64), read("start", 32, 64)


def non_negative():
    codes, learnt, errors = dict_learning(
        positive,
        n_components=32,
        alpha=0.1,
        max_iter=10,
        tol=0,
        method="cd",
        dict_init=start,
        code_init=numpy.zeros((len(positive), 32)),
        positive_dict=True,
        positive_code=True,
        random_state=0,
    )
    return ((positive - codes @ learnt) ** 2).sum() / 2 + 0.1 * abs(codes).sum()


measure("non-negative dictionary", 1, non_negative)
measure("whitening", 8, lambda: PCA(n_components=63, whiten=True).fit_transform(patches).shape[1])


def energy(u):
    dx = numpy.diff(u, axis=1, append=u[:, -1:])
    dy = numpy.diff(u, axis=0, append=u[-1:])
    return ((u - noisy) ** 2).sum() / 2 + 0.05 * numpy.hypot(dx, dy).sum()


measure(
    "total variation, dual",
    8,
    lambda: energy(denoise_tv_chambolle(noisy, weight=0.05, eps=0, max_num_iter=51)),
)
measure(
    "total variation, split Bregman",
    8,
    lambda: energy(denoise_tv_bregman(noisy, weight=20, eps=0, max_num_iter=50)),
)

print(json.dumps({"programs": f"scikit-learn {sklearn.__version__}, scikit-image {skimage.__version__}", "rows": rows}))
