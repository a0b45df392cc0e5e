"""Item-item cosine, top 50, by scipy: blocks of X'X, then argpartition. Arguments: users, items (big-endian
32-bit integers), rows of a block. Prints "ready"; then, for each line read, seconds and megabytes beside the data."""
import resource
import sys
import time

import numpy as np
import scipy.sparse as sp

users = np.fromfile(sys.argv[1], ">i4").astype(np.int32)
items = np.fromfile(sys.argv[2], ">i4").astype(np.int32)
block = int(sys.argv[3])
x = sp.csr_matrix((np.ones(len(users), np.float32), (users, items)), shape=(users.max() + 1, items.max() + 1))


def top50():
    norm = np.sqrt(np.asarray(x.multiply(x).sum(0))).ravel()
    norm[norm == 0] = 1
    n = x.shape[1]
    xn = (x @ sp.diags(1 / norm).astype(np.float32)).tocsr().astype(np.float32)
    xt = xn.T.tocsr()
    k = min(50, n - 1)
    out = np.empty((n, k), np.int32)
    for start in range(0, n, block):
        end = min(n, start + block)
        s = (xt[start:end] @ xn).toarray()
        s[np.arange(end - start), np.arange(start, end)] = -1
        out[start:end] = np.argpartition(-s, k - 1, axis=1)[:, :k]
    return out


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


before = peak()
print("ready", flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    top50()
    print(time.perf_counter() - start, peak() - before, flush=True)
