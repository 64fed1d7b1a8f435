"""Writes images.json: PSNR and SSIM of two generated planes as scikit-image computes them.

Run: /usr/bin/python3 tests/reference/images.py   (needs numpy and scikit-image)

The planes hold integers divided by 256, so single and double precision, Python and TypeScript agree exactly:
    checker(x, y)   = 64 * (((x >> 3) ^ (y >> 3)) & 1)
    reference(x, y) = 100                                 where x < 12 and y < 12 (a flat corner)
                      (5 x + 3 y + checker(x, y)) mod 256 elsewhere
    test(x, y)      = clamp(reference(x, y) + ((73 x + 151 y + 29 x y) mod 41) - 20, 0, 255)
"""

import json
import pathlib

import numpy
import skimage
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

WIDTH, HEIGHT = 48, 40
y, x = numpy.mgrid[0:HEIGHT, 0:WIDTH]
checker = 64 * (((x >> 3) ^ (y >> 3)) & 1)
reference = numpy.where((x < 12) & (y < 12), 100, (5 * x + 3 * y + checker) % 256)
test = numpy.clip(reference + (73 * x + 151 * y + 29 * x * y) % 41 - 20, 0, 255)
reference, test = reference / 256, test / 256

settings = dict(gaussian_weights=True, sigma=1.5, use_sample_covariance=False, data_range=1)
mean, ssim_map = structural_similarity(reference, test, full=True, **settings)
interior = [(5, 5), (6, 20), (20, 6), (24, 20), (40, 30), (42, 34)]
border = [(0, 0), (47, 0), (0, 39), (47, 39), (2, 17), (30, 38)]


def at(points):
    return [{"x": px, "y": py, "ssim": float(ssim_map[py, px])} for px, py in points]


pathlib.Path(__file__).with_suffix(".json").write_text(
    json.dumps(
        {
            "program": f"scikit-image {skimage.__version__}",
            "width": WIDTH,
            "height": HEIGHT,
            "referenceSum": float(reference.sum()),
            "testSum": float(test.sum()),
            "psnr": float(peak_signal_noise_ratio(reference, test, data_range=1)),
            "ssim": {
                "settings": "11 x 11 Gaussian window, sigma 1.5, population covariance, data range 1",
                "mean": float(mean),
                "meanOver": "the map without its border of 5 pixels",
                "mapMeanWithBorder": float(ssim_map.mean()),
                "interior": at(interior),
                "border": at(border),
                "borderHandling": "mirrored about the edge of the outermost pixel (c b a | a b c)",
            },
        },
        indent=2,
    )
    + "\n"
)
