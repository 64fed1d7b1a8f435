"""Writes sparse-regression.json: what scikit-learn finds for the lasso and its relatives on one small problem.

Run: /usr/bin/python3 tests/reference/sparse-regression.py   (needs numpy and scikit-learn)
"""

import json
import pathlib

import numpy
import sklearn
from sklearn.linear_model import Lasso, LassoCV, MultiTaskLasso, lars_path, lasso_path, orthogonal_mp

SAMPLES, FEATURES, TASKS, LARS_STEPS = 30, 45, 4, 16
rng = numpy.random.default_rng(1996)
design = numpy.round(rng.standard_normal((SAMPLES, FEATURES)), 3)
weights = numpy.zeros(FEATURES)
weights[:6] = [3, -2, 1.5, 1, -1, 0.5]
target = numpy.round(design @ weights + 0.3 * rng.standard_normal(SAMPLES) + 2, 3)
task_weights = numpy.zeros((FEATURES, TASKS))
task_weights[:5] = rng.standard_normal((5, TASKS))
tasks = numpy.round(design @ task_weights + 0.3 * rng.standard_normal((SAMPLES, TASKS)), 3)
unit_design = design / numpy.linalg.norm(design, axis=0)
exact = dict(tol=1e-14, max_iter=1_000_000)


def sparse(vector):
    places = numpy.flatnonzero(vector)
    return {"places": places.tolist(), "values": vector[places].tolist()}


def lasso(alpha, **options):
    return sparse(Lasso(alpha=alpha, fit_intercept=False, **exact, **options).fit(design, target).coef_)


def lars(**options):
    penalties, active, path = lars_path(design, target, **options)
    return {"penalties": penalties.tolist(), "knots": [sparse(knot) for knot in path.T]}


path_penalties, path, _ = lasso_path(design, target, n_alphas=12, eps=1e-2, **exact)
validated = LassoCV(cv=5, n_alphas=30, **exact).fit(design, target)
multi = MultiTaskLasso(alpha=0.2, fit_intercept=False, **exact).fit(design, tasks)

pathlib.Path(__file__).with_suffix(".json").write_text(
    json.dumps(
        {
            "program": f"scikit-learn {sklearn.__version__}",
            "samples": SAMPLES,
            "features": FEATURES,
            "tasks": TASKS,
            "design": design.ravel().tolist(),
            "target": target.tolist(),
            "taskTargets": tasks.ravel().tolist(),
            "lasso": {"penalty": 0.1, **lasso(0.1)},
            "nonNegativeLasso": {"penalty": 0.1, **lasso(0.1, positive=True)},
            # With more features than samples, or once a coefficient has passed zero, lars_path(method="lar") leaves the
            # path: its correlations rise again. What it is asked for here lies before.
            "lars": {"steps": LARS_STEPS, **lars(method="lar", max_iter=LARS_STEPS)},
            "lassoLars": lars(method="lasso"),
            "nonNegativeLassoLars": lars(method="lasso", positive=True),
            "lassoPath": {"penalties": path_penalties.tolist(), "knots": [sparse(knot) for knot in path.T]},
            # On features of unit norm: orthogonal_mp compares correlations without regard to the norms.
            "omp": {"nonzeros": 6, **sparse(orthogonal_mp(unit_design, target, n_nonzero_coefs=6))},
            "crossValidation": {
                "penalties": validated.alphas_.tolist(),
                "errors": validated.mse_path_.ravel().tolist(),
                "chosen": float(validated.alpha_),
                "weights": sparse(validated.coef_),
                "intercept": float(validated.intercept_),
            },
            "joint": {"penalty": 0.2, "weights": multi.coef_.ravel().tolist()},
        }
    )
    + "\n"
)
