"""Writes restoration.json: what scikit-image, PyWavelets and scikit-learn make of generated planes and rows.

Run: /usr/bin/python3 tests/reference/restoration.py   (needs numpy, scikit-image, scikit-learn and PyWavelets)

Planes hold integers divided by 256, so that Python and TypeScript agree on them exactly; see `plane`.
"""

import json
import pathlib

import numpy
import pywt
import skimage
import sklearn
from skimage.metrics import structural_similarity
from skimage.restoration import denoise_tv_bregman, denoise_tv_chambolle
from sklearn.decomposition import PCA
from sklearn.feature_extraction.image import extract_patches_2d, reconstruct_from_patches_2d


def plane(width, height):
    """Two levels in squares of 8 pixels with a slope, and what looks like noise."""
    y, x = numpy.mgrid[0:height, 0:width]
    base = 60 + 80 * (((x >> 3) ^ (y >> 3)) & 1) + x // 2
    return base / 256, numpy.clip(base + (73 * x + 151 * y + 29 * x * y) % 41 - 20, 0, 255) / 256


def energy(image, u, penalty, isotropic):
    dx = numpy.diff(u, axis=1, append=u[:, -1:])
    dy = numpy.diff(u, axis=0, append=u[-1:])
    variation = numpy.hypot(dx, dy) if isotropic else abs(dx) + abs(dy)
    return float(((u - image) ** 2).sum() / 2 + penalty * variation.sum())


_, noisy = plane(32, 24)
PENALTY = 0.1
few = denoise_tv_chambolle(noisy, weight=PENALTY, eps=0, max_num_iter=21)
many = denoise_tv_chambolle(noisy, weight=PENALTY, eps=0, max_num_iter=4000)
# Its weight multiplies the misfit where ours multiplies the variation.
bregman = {
    name: denoise_tv_bregman(noisy, weight=1 / PENALTY, max_num_iter=2000, eps=1e-12, isotropic=isotropic)
    for name, isotropic in [("isotropic", True), ("anisotropic", False)]
}

large, large_noisy = plane(200, 180)
exponents = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333]
settings = dict(gaussian_weights=True, sigma=1.5, use_sample_covariance=False, data_range=1)
a, b, scales = large, large_noisy, []
for scale in range(5):
    # So large a K1 makes the luminance term 1.
    scales.append(float(structural_similarity(a, b, K1=0.01 if scale == 4 else 1e8, **settings)))
    a, b = [numpy.pad(p, [(0, n % 2) for n in p.shape], mode="edge") for p in (a, b)]
    a, b = [(p[::2, ::2] + p[1::2, ::2] + p[::2, 1::2] + p[1::2, 1::2]) / 4 for p in (a, b)]

i, j = numpy.mgrid[0:60, 0:6]
rows = ((37 * i + 11 * j + i * i * (j + 1)) % 64) / 64 + 0.5 * ((i % 7) * (j % 3)) / 7
white = PCA(n_components=4, whiten=True, svd_solver="full").fit(rows)
signal = noisy[:16, :16]
small = noisy[:7, :9]
patches = extract_patches_2d(small, (3, 3))
changed = patches * (1 + numpy.arange(len(patches)) / 64)[:, None, None]


def wavelet(name):
    """Details at two levels; their order and shift are the library's own, so magnitudes are compared, sorted."""
    coefficients = pywt.wavedec2(signal, name, mode="periodization", level=2)
    sums = [float(numpy.sqrt((coefficients[0] ** 2).sum()))]
    for details in coefficients[1:]:
        sums.append([float(numpy.sqrt((part**2).sum())) for part in details])
    return sums


pathlib.Path(__file__).with_suffix(".json").write_text(
    json.dumps(
        {
            "programs": f"scikit-image {skimage.__version__}, PyWavelets {pywt.__version__}, scikit-learn {sklearn.__version__}",
            "totalVariation": {
                "width": 32,
                "height": 24,
                "penalty": PENALTY,
                "noisySum": float(noisy.sum()),
                "chambolleIterations": 20,
                "chambolle": few.ravel().tolist(),
                "leastEnergy": energy(noisy, many, PENALTY, True),
                "optimum": numpy.round(many, 7).ravel().tolist(),
                "bregmanEnergy": {
                    name: energy(noisy, u, PENALTY, name == "isotropic") for name, u in bregman.items()
                },
            },
            "msSsim": {
                "width": 200,
                "height": 180,
                "scales": scales,
                "value": float(numpy.prod(numpy.power(scales, exponents))),
            },
            "whitening": {
                "count": 60,
                "dimension": 6,
                "components": 4,
                "variances": white.explained_variance_.tolist(),
                "white": white.transform(rows).ravel().tolist(),
            },
            "patches": {
                "width": 9,
                "height": 7,
                "size": 3,
                "image": small.ravel().tolist(),
                "values": patches.ravel().tolist(),
                "changed": reconstruct_from_patches_2d(changed, small.shape).ravel().tolist(),
            },
            "wavelet": {"side": 16, "haar": wavelet("haar"), "daubechies4": wavelet("db2")},
        }
    )
    + "\n"
)
