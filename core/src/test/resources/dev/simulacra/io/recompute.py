"""Recomputes samples from a model file alone: python3 recompute.py MODEL SEED ROWS prints ROWS rows as CSV.

Needs NumPy. docs/reference/model-file.md describes the file; Simulacra computes in float, this program in double.
"""
import hashlib, json, struct, sys
import numpy as np

BLOCK, WORD = 1000, 0xFFFFFFFF  # rows that are drawn together; a mask of 32 bits
one_hot = lambda k, count: np.eye(count)[k]


def philox(c, k):
    for _ in range(10):
        p, q = c[0] * 0xD2511F53, c[2] * 0xCD9E8D57
        c = (q >> 32) ^ c[1] ^ k[0], q & WORD, (p >> 32) ^ c[3] ^ k[1], p & WORD
        k = (k[0] + 0x9E3779B9) & WORD, (k[1] + 0xBB67AE85) & WORD
    return c


def words(seed, stream, draw, n):  # of shape (chunks, 4, 16): 64 elements a chunk
    h = 0xCBF29CE484222325
    for byte in stream.encode():
        h = (h ^ byte) * 0x100000001B3 % 2**64
    of = lambda number: np.array([number], dtype=np.uint64)
    key = philox((of(h & WORD), of(h >> 32), of(0), of(0)), (seed & WORD, seed >> 32 & WORD))
    b = np.arange(16 * -(-n // 64), dtype=np.uint64)
    w = philox((b, 0 * b, 0 * b + (draw & WORD), 0 * b + (draw >> 32)), (int(key[0][0]), int(key[1][0])))
    return np.stack(w).reshape(4, -1, 16).swapaxes(0, 1)


def uniform(seed, stream, draw, n):
    return ((words(seed, stream, draw, n) >> 8) * 2.0**-24).reshape(-1)[:n]


def normal(seed, stream, draw, n):
    w = words(seed, stream, draw, n)
    radius = np.sqrt(-2 * np.log(((w[:, 0::2] >> 1) + 0.5) * 2.0**-31))
    angle = 2 * np.pi * (w[:, 1::2] >> 8) * 2.0**-24
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=2).reshape(-1)[:n]


LAYERS = {
    "linear": lambda l, x: x @ T[l["weight"]] + T[l["bias"]],
    "linearMap": lambda l, x: x @ T[l["weight"]],
    "spectralLinear": lambda l, x: x @ T[l["weight"]] / (T[l["left"]] @ T[l["weight"]] @ T[l["right"]]) + T[l["bias"]],
    "maxout": lambda l, x: (x @ T[l["weight"]] + T[l["bias"]]).reshape(len(x), l["pieces"], -1).max(axis=1),
    "batchNorm": lambda l, x: (x - T[l["mean"]]) / np.sqrt(T[l["variance"]] + l["epsilon"]) * T[l["gamma"]]
    + T[l["beta"]],
    "relu": lambda l, x: np.maximum(x, 0),
    "leakyRelu": lambda l, x: np.where(x > 0, x, l["slope"] * x),
    "tanh": lambda l, x: np.tanh(x),
    "sigmoid": lambda l, x: 1 / (1 + np.exp(-x)),
    "softplus": lambda l, x: np.logaddexp(0, x),
    "columnScaling": lambda l, x: np.hstack([x[:, : -l["columns"]], x[:, -l["columns"] :] * l["factor"]]),
    "packed": lambda l, x: x.reshape(len(x) // l["size"], -1),
    "dropout": lambda l, x: x,
    "gaussianNoise": lambda l, x: x,
    "sequential": lambda l, x: [x := apply(layer, x) for layer in l["layers"]][-1] if l["layers"] else x,
    "conditional": lambda l, x: np.hstack([apply(l["network"], x), x[:, -l["labels"] :]]),
    "fixedLabel": lambda l, x: apply(
        l["network"], np.hstack([x, np.tile(one_hot(l["label"], l["labels"]), (len(x), 1))])),
}
apply = lambda layer, x: LAYERS[layer["layer"]](layer, x)

path, seed, rows = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
data = open(path, "rb").read()
start = 8 + struct.unpack("<Q", data[:8])[0]
header = json.loads(data[8:start])
metadata = header.pop("__metadata__")
checksum = hashlib.sha256(b"simulacra.model" + metadata["simulacra.model"].encode() + data[start:]).hexdigest()
assert checksum == metadata["simulacra.sha256"], "the file is damaged"
T = {}
for name, t in header.items():
    begin, end = t["data_offsets"]
    T[name] = np.frombuffer(data[start + begin : start + end], "<f4").astype(float).reshape(t["shape"])

model = json.loads(metadata["simulacra.model"])
assert model["version"] == 1
d, labels, columns = model["noise"]["dimension"], model["labels"], model["columns"]
for block in range(-(-rows // BLOCK)):
    law = {"normal": normal, "uniform": lambda *of: 2 * uniform(*of) - 1}[model["noise"]["law"]]
    z = law(seed, "samples", block, BLOCK * d).reshape(BLOCK, d)
    if labels:
        above = np.cumsum(labels).astype(np.float32)
        above[np.flatnonzero(labels)[-1] :] = 1
        y = np.searchsorted(above, uniform(seed, "samples/labels", block, BLOCK), side="right")
        z = np.hstack([z, one_hot(y, len(labels))])
    x = apply(model["network"], z)
    made = [c["mean"] + c["deviation"] * x[:, i] for i, c in enumerate(columns)] + ([y] if labels else [])
    for row in np.column_stack(made)[: rows - block * BLOCK]:
        print(*map(float, row), sep=",")
