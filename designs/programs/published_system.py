"""The published system in NumPy, over many seeds at once: medians of the first and last epoch's mean losses.

Independent of Simulacra; NumPy 2.4.6 gave the figures in ../the-published-system.md.
"""
import numpy as np

SEEDS, EPOCHS, EPSILON = 4000, 10, 1e-8


def sigmoid(t):
    return 1 / (1 + np.exp(-t))


def adam(w, g, m, v, t):
    m, v = .9 * m + .1 * g, .999 * v + .001 * g**2
    return w - .01 * (m / (1 - .9**t)) / (np.sqrt(v / (1 - .999**t)) + EPSILON), m, v


def medians(leftover):
    """`leftover`: whether the gradient that the generator's pass leaves on D is added to D's next one."""
    random = np.random.default_rng(0)
    wg = random.normal(size=(SEEDS, 2, 2)) * np.sqrt(2 / 4)
    wd = random.normal(size=(SEEDS, 2, 1)) * np.sqrt(2 / 3)
    x = random.normal(size=(SEEDS, 100, 2)) @ np.array([[1, 2], [-.1, .5]]) + np.array([1, 2])
    z = random.normal(size=(SEEDS, 100, 2))
    mg = vg = np.zeros_like(wg)
    md = vd = left = np.zeros_like(wd)
    log = []
    for epoch in range(EPOCHS):
        order = np.argsort(random.random((SEEDS, 100)), axis=1)[:, :, None]
        x, z = np.take_along_axis(x, order, 1), np.take_along_axis(z, order, 1)
        jg = jd = 0
        for xs, zs in ((x[:, :50], z[:, :50]), (x[:, 50:], z[:, 50:])):
            g = zs @ wg
            fake, real = sigmoid(g @ wd), sigmoid(xs @ wd)
            jd = jd - np.mean(np.log(real + EPSILON) + np.log(1 - fake + EPSILON), axis=(1, 2)) / 2
            ofreal = -real * (1 - real) / (real + EPSILON) / 50
            offake = fake * (1 - fake) / (1 - fake + EPSILON) / 50
            gradient = xs.swapaxes(1, 2) @ ofreal + g.swapaxes(1, 2) @ offake + left
            wd, md, vd = adam(wd, gradient, md, vd, epoch + 1)
            fake = sigmoid(g @ wd)
            jg = jg - np.mean(np.log(fake + EPSILON), axis=(1, 2)) / 2
            offake = -fake * (1 - fake) / (fake + EPSILON) / 50
            gradient = zs.swapaxes(1, 2) @ (offake @ wd.swapaxes(1, 2))
            left = g.swapaxes(1, 2) @ offake if leftover else 0 * wd
            wg, mg, vg = adam(wg, gradient, mg, vg, epoch + 1)
        log.append((jg, jd))
    return [round(float(np.median(losses)), 4) for losses in (*log[0], *log[-1])]


print("without the left-over gradient", medians(False))
print("with it", medians(True))
