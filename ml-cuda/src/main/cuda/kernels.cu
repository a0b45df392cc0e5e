// Shopkeeper's kernels for NVIDIA devices. ptx.sh makes kernels.ptx of this file; with
// emulator.h they compile as plain C++ too, so that the tests can run them without a device.
//
// Conventions: matrices are row by row; a launch brings exactly the number of threads that the
// kernel's constant names; a thread never leaves before the last barrier.

#ifndef __CUDACC__
#include "emulator.h"
#endif

#define NOTHING 0x7fffffff

// --- C <- alpha * op(A) * op(B) + beta * C ------------------------------------------------------
// 256 threads make a 64 x 64 tile of C, 4 x 4 values each, from strips of 16 in shared memory.

#define TILE 64
#define STRIP 16

extern "C" __global__ void sk_gemm(int m, int n, int k, float alpha, const float* a, int lda, int transposeA,
                                   const float* b, int ldb, int transposeB, float beta, float* c, int ldc) {
  __shared__ float left[STRIP][TILE + 1];
  __shared__ float right[STRIP][TILE + 1];
  int row = blockIdx.y * TILE;
  int column = blockIdx.x * TILE;
  int thread = threadIdx.x;
  int tr = thread / 16 * 4;
  int tc = thread % 16 * 4;
  float sum[4][4] = {};
  for (int deep = 0; deep < k; deep += STRIP) {
    for (int e = thread; e < TILE * STRIP; e += 256) {
      // Neighbouring threads read neighbouring values, whichever way A and B are stored.
      int ai = transposeA ? e % TILE : e / STRIP;
      int ap = transposeA ? e / TILE : e % STRIP;
      bool inA = row + ai < m && deep + ap < k;
      left[ap][ai] = inA ? (transposeA ? a[(size_t)(deep + ap) * lda + row + ai] : a[(size_t)(row + ai) * lda + deep + ap]) : 0.0f;
      int bj = transposeB ? e / STRIP : e % TILE;
      int bp = transposeB ? e % STRIP : e / TILE;
      bool inB = column + bj < n && deep + bp < k;
      right[bp][bj] = inB ? (transposeB ? b[(size_t)(column + bj) * ldb + deep + bp] : b[(size_t)(deep + bp) * ldb + column + bj]) : 0.0f;
    }
    __syncthreads();
    int depth = k - deep < STRIP ? k - deep : STRIP;
    for (int p = 0; p < depth; p++) {
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          sum[i][j] = fmaf(left[p][tr + i], right[p][tc + j], sum[i][j]);
        }
      }
    }
    __syncthreads();
  }
  for (int i = 0; i < 4; i++) {
    for (int j = 0; j < 4; j++) {
      if (row + tr + i < m && column + tc + j < n) {
        size_t at = (size_t)(row + tr + i) * ldc + column + tc + j;
        float product = alpha * sum[i][j];
        c[at] = beta == 0.0f ? product : product + beta * c[at];
      }
    }
  }
}

// --- The best of many ---------------------------------------------------------------------------
// A block of 256 threads keeps the best in front of a shared list, k rounded up to a power of two.
// Candidates gather behind them, and only when there may be no room for another round all are sorted
// (bitonic, Batcher 1968): the worst kept score is then out of date, which lets more candidates in and
// loses none.

#define THREADS 128
#define LIST_THREADS 256
#define LIST 512

struct Best {
  float score[LIST];
  int item[LIST];
  int kept;
  int waiting;
};

__device__ inline bool before(float s, int i, float t, int j) {
  return s > t || (s == t && i < j);
}

__device__ inline void best_forget(Best* best, int from) {
  for (int e = from + threadIdx.x; e < LIST; e += LIST_THREADS) {
    best->score[e] = -INFINITY;
    best->item[e] = NOTHING;
  }
}

// At most 128 are kept. Before the first offer lies a barrier.
__device__ inline void best_start(Best* best, int k) {
  best_forget(best, 0);
  if (threadIdx.x == 0) {
    best->kept = 1;
    while (best->kept < k) {
      best->kept *= 2;
    }
    best->waiting = 0;
  }
}

// A candidate, or NOTHING, of each thread; k of the kept ones are wanted. Between two calls for the
// same list lies best_crowded and a barrier.
__device__ inline void best_offer(Best* best, int k, float score, int item) {
  if (item != NOTHING && !isnan(score) &&
      (best->item[k - 1] == NOTHING || before(score, item, best->score[k - 1], best->item[k - 1]))) {
    int place = best->kept + atomicAdd(&best->waiting, 1);
    best->score[place] = score;
    best->item[place] = item;
  }
}

__device__ inline bool best_crowded(const Best* best) {
  return best->waiting > LIST - best->kept - LIST_THREADS;
}

// Sorts several lists side by side. All threads call it.
__device__ inline void best_sort(Best* best, int lists) {
  __syncthreads();
  int used = 0;
  for (int l = 0; l < lists; l++) {
    used = best[l].waiting > used ? best[l].waiting : used;
  }
  used += best->kept;
  int all = 1;
  while (all < used) {
    all *= 2;
  }
  for (int size = 2; size <= all; size *= 2) {
    for (int step = size / 2; step > 0; step /= 2) {
      int low = 2 * (int)threadIdx.x - ((int)threadIdx.x & (step - 1));
      int high = low + step;
      bool falling = (low & size) == 0;
      for (int l = 0; high < all && l < lists; l++) {
        float s = best[l].score[low];
        float t = best[l].score[high];
        int i = best[l].item[low];
        int j = best[l].item[high];
        if (before(t, j, s, i) == falling && !(s == t && i == j)) {
          best[l].score[low] = t;
          best[l].item[low] = j;
          best[l].score[high] = s;
          best[l].item[high] = i;
        }
      }
      __syncthreads();
    }
  }
  for (int l = 0; l < lists; l++) {
    best_forget(&best[l], best->kept);
    if (threadIdx.x == 0) {
      best[l].waiting = 0;
    }
  }
  __syncthreads();
}

__device__ inline void best_store(const Best* best, int k, int* items, float* scores) {
  if ((int)threadIdx.x < k) {
    items[threadIdx.x] = best->item[threadIdx.x];
    scores[threadIdx.x] = best->score[threadIdx.x];
  }
}

// Block (part, eight queries): the best k of one part of the items for each. Items lie value by value
// (width x items), so that neighbouring threads read neighbouring items; so do the queries of an eight.
#define EIGHT 8

extern "C" __global__ void sk_top(int items, int width, int each, int k, int count, const float* vectors,
                                  const float* queries, int* outItems, float* outScores) {
  __shared__ Best best[EIGHT];
  int first = blockIdx.y * EIGHT;
  int asked = count - first < EIGHT ? count - first : EIGHT;
  const float4* eight = (const float4*)(queries + (size_t)first * width);
  for (int q = 0; q < asked; q++) {
    best_start(&best[q], k);
  }
  __syncthreads();
  int from = blockIdx.x * each;
  int to = from + each < items ? from + each : items;
  for (int start = from; start < to; start += LIST_THREADS) {
    int item = start + threadIdx.x;
    float score[EIGHT] = {};
#pragma unroll 8
    for (int i = 0; i < width; i++) {
      float value = item < to ? vectors[(size_t)i * items + item] : 0.0f;
      float4 low = eight[2 * i];
      float4 high = eight[2 * i + 1];
      score[0] = fmaf(low.x, value, score[0]);
      score[1] = fmaf(low.y, value, score[1]);
      score[2] = fmaf(low.z, value, score[2]);
      score[3] = fmaf(low.w, value, score[3]);
      score[4] = fmaf(high.x, value, score[4]);
      score[5] = fmaf(high.y, value, score[5]);
      score[6] = fmaf(high.z, value, score[6]);
      score[7] = fmaf(high.w, value, score[7]);
    }
#pragma unroll
    for (int q = 0; q < EIGHT; q++) {
      if (q < asked) {
        best_offer(&best[q], k, score[q], item < to ? item : NOTHING);
      }
    }
    __syncthreads();
    bool crowded = false;
    for (int q = 0; q < asked; q++) {
      crowded = crowded || best_crowded(&best[q]);
    }
    __syncthreads();
    if (crowded) {
      best_sort(best, asked);
    }
  }
  best_sort(best, asked);
  for (int q = 0; q < asked; q++) {
    size_t at = ((size_t)(first + q) * gridDim.x + blockIdx.x) * k;
    best_store(&best[q], k, outItems + at, outScores + at);
  }
}

// Block = one query: the best k of its parts' lists, so many candidates.
extern "C" __global__ void sk_merge(int candidates, int k, const int* items, const float* scores, int* outItems,
                                    float* outScores) {
  __shared__ Best best;
  best_start(&best, k);
  __syncthreads();
  size_t first = (size_t)blockIdx.x * candidates;
  for (int start = 0; start < candidates; start += LIST_THREADS) {
    int c = start + threadIdx.x;
    best_offer(&best, k, c < candidates ? scores[first + c] : 0.0f, c < candidates ? items[first + c] : NOTHING);
    __syncthreads();
    bool crowded = best_crowded(&best);
    __syncthreads();
    if (crowded) {
      best_sort(&best, 1);
    }
  }
  best_sort(&best, 1);
  best_store(&best, k, outItems + (size_t)blockIdx.x * k, outScores + (size_t)blockIdx.x * k);
}

// --- Similar rows of a sparse matrix ------------------------------------------------------------
// Block = one row. The rows of its columns are added into shared places, a span of the others at a time;
// what is good enough goes to the list. Others are numbered from 0 within the part that is on the device.
// Cosines are sums of products of values of rows of length 1, so neither a sum nor a part of it passes 1 by
// more than rounding: as whole numbers of 2^-30 they do not depend on the order in which threads add.

#define PLACES 10240
#define ONE 1073741824.0f
#define LANES 8
#define COSINE 0
#define CO_OCCURRENCE 1
#define JACCARD 2
#define LOG_LIKELIHOOD 3

__device__ inline double entropy(double count) {
  return count > 0 ? count * log(count) : 0;
}

__device__ inline double affinity(int measure, double shared, double one, double two, double population) {
  if (measure == CO_OCCURRENCE) {
    return shared / sqrt(one * two);
  }
  if (measure == JACCARD) {
    return shared / (one + two - shared);
  }
  if (shared * population <= one * two) {
    return 0;
  }
  double cells = entropy(shared) + entropy(one - shared) + entropy(two - shared) + entropy(population - one - two + shared);
  double margins = entropy(one) + entropy(population - one) + entropy(two) + entropy(population - two);
  double ratio = 2 * (cells - margins + entropy(population));
  return ratio > 0 ? ratio : 0;
}

// The first cell from here on whose row is not less.
__device__ inline int reach(const int* rows, int from, int end, int row) {
  while (from < end) {
    int middle = (from + end) / 2;
    if (rows[middle] < row) {
      from = middle + 1;
    } else {
      end = middle;
    }
  }
  return from;
}

// rowStarts are counted from base; the row's values only matter to a cosine.
extern "C" __global__ void sk_neighbours(int firstRow, int firstOther, int others, int base, int measure, int k,
                                         float threshold, int minimumSupport, float shrinkage, int population,
                                         const int* rowStarts, const int* rowColumns, const float* rowValues,
                                         const int* columnStarts, const int* columnRows, const float* columnValues,
                                         const int* otherCounts, int* outItems, float* outScores) {
  __shared__ Best best;
  __shared__ int places[PLACES];
  __shared__ int firsts[LIST_THREADS];
  __shared__ int ends[LIST_THREADS];
  bool summing = measure == COSINE;
  bool counting = !summing || minimumSupport > 1 || shrinkage > 0.0f;
  int span = summing && counting ? PLACES / 2 : PLACES;
  int* sums = places;
  int* counts = summing && counting ? places + span : places;
  best_start(&best, k);
  int from = rowStarts[blockIdx.x] - base;
  int to = rowStarts[blockIdx.x + 1] - base;
  int self = firstRow + blockIdx.x - firstOther;
  for (int low = 0; low < others; low += span) {
    int high = low + span < others ? low + span : others;
    for (int e = threadIdx.x; e < PLACES; e += LIST_THREADS) {
      places[e] = 0;
    }
    for (int start = from; start < to; start += LIST_THREADS) {
      int mine = start + threadIdx.x;
      __syncthreads();
      if (mine < to) {
        int column = rowColumns[mine];
        int first = columnStarts[column];
        int end = columnStarts[column + 1];
        first = low == 0 ? first : reach(columnRows, first, end, low);
        firsts[threadIdx.x] = first;
        ends[threadIdx.x] = high == others ? end : reach(columnRows, first, end, high);
      }
      __syncthreads();
      // Eight threads share a column, so that what they read lies together.
      int some = to - start < LIST_THREADS ? to - start : LIST_THREADS;
      for (int cell = threadIdx.x / LANES; cell < some; cell += LIST_THREADS / LANES) {
        float value = summing ? rowValues[start + cell] * ONE : 0.0f;
        int end = ends[cell];
        for (int c = firsts[cell] + threadIdx.x % LANES; c < end; c += LANES) {
          int place = columnRows[c] - low;
          if (counting) {
            atomicAdd(&counts[place], 1);
          }
          if (summing) {
            atomicAdd(&sums[place], (int)rintf(value * columnValues[c]));
          }
        }
      }
    }
    __syncthreads();
    for (int start = low; start < high; start += LIST_THREADS) {
      int other = start + threadIdx.x;
      int item = NOTHING;
      float score = 0.0f;
      if (other < high && other != self && places[other - low] != 0) {
        double count = counting ? counts[other - low] : 1;
        if (count >= minimumSupport) {
          double bare = summing ? (double)sums[other - low] / ONE
                                : affinity(measure, count, to - from, otherCounts[other], population);
          double similarity = bare * (count / (count + shrinkage));
          score = (float)similarity;
          item = similarity > threshold ? firstOther + other : NOTHING;
        }
      }
      best_offer(&best, k, score, item);
      __syncthreads();
      bool crowded = best_crowded(&best);
      __syncthreads();
      if (crowded) {
        best_sort(&best, 1);
      }
    }
  }
  best_sort(&best, 1);
  best_store(&best, k, outItems + (size_t)blockIdx.x * k, outScores + (size_t)blockIdx.x * k);
}

// --- Many small systems -------------------------------------------------------------------------
// Block = one system of at most 96 unknowns, wholly in shared memory.

#define MOST_UNKNOWNS 96

extern "C" __global__ void sk_cholesky(int n, const float* matrices, float* sides, int* bad) {
  __shared__ float l[MOST_UNKNOWNS * (MOST_UNKNOWNS + 1)];
  __shared__ float x[MOST_UNKNOWNS];
  __shared__ int failed;
  int width = n + 1;
  const float* a = matrices + (size_t)blockIdx.x * n * n;
  float* side = sides + (size_t)blockIdx.x * n;
  for (int e = threadIdx.x; e < n * n; e += THREADS) {
    l[e / n * width + e % n] = e % n <= e / n ? a[e] : 0.0f;
  }
  if ((int)threadIdx.x < n) {
    x[threadIdx.x] = side[threadIdx.x];
  }
  if (threadIdx.x == 0) {
    failed = 0;
  }
  __syncthreads();
  for (int column = 0; column < n; column++) {
    float pivot = l[column * width + column];
    if (threadIdx.x == 0 && (!(pivot > 0.0f) || isinf(pivot))) {
      failed = 1;
    }
    float root = sqrtf(pivot);
    __syncthreads();
    for (int row = column + threadIdx.x; row < n; row += THREADS) {
      l[row * width + column] = row == column ? root : l[row * width + column] / root;
    }
    __syncthreads();
    int rest = n - column - 1;
    for (int e = threadIdx.x; e < rest * rest; e += THREADS) {
      int row = column + 1 + e / rest;
      int other = column + 1 + e % rest;
      if (other <= row) {
        l[row * width + other] = fmaf(-l[row * width + column], l[other * width + column], l[row * width + other]);
      }
    }
    __syncthreads();
  }
  for (int column = 0; column < n; column++) {
    if (threadIdx.x == 0) {
      x[column] /= l[column * width + column];
    }
    __syncthreads();
    for (int row = column + 1 + threadIdx.x; row < n; row += THREADS) {
      x[row] = fmaf(-l[row * width + column], x[column], x[row]);
    }
    __syncthreads();
  }
  for (int column = n - 1; column >= 0; column--) {
    if (threadIdx.x == 0) {
      x[column] /= l[column * width + column];
    }
    __syncthreads();
    for (int row = threadIdx.x; row < column; row += THREADS) {
      x[row] = fmaf(-l[column * width + row], x[column], x[row]);
    }
    __syncthreads();
  }
  if ((int)threadIdx.x < n) {
    side[threadIdx.x] = failed ? NAN : x[threadIdx.x];
  }
  if (threadIdx.x == 0) {
    bad[blockIdx.x] = failed;
  }
}

// --- Rows and elements --------------------------------------------------------------------------

// Block = one row: e^x / sum of e^x, shifted by the greatest value.
extern "C" __global__ void sk_softmax(int columns, int stride, float* a) {
  __shared__ float part[THREADS];
  float* row = a + (size_t)blockIdx.x * stride;
  float greatest = -INFINITY;
  bool odd = false;
  for (int i = threadIdx.x; i < columns; i += THREADS) {
    odd = odd || isnan(row[i]);
    greatest = row[i] > greatest ? row[i] : greatest;
  }
  part[threadIdx.x] = odd ? NAN : greatest;
  __syncthreads();
  for (int half = THREADS / 2; half > 0; half /= 2) {
    if ((int)threadIdx.x < half) {
      float other = part[threadIdx.x + half];
      if (isnan(other) || other > part[threadIdx.x]) {
        part[threadIdx.x] = other;
      }
    }
    __syncthreads();
  }
  greatest = part[0];
  __syncthreads();
  float sum = 0.0f;
  for (int i = threadIdx.x; i < columns; i += THREADS) {
    row[i] = expf(row[i] - greatest);
    sum += row[i];
  }
  part[threadIdx.x] = sum;
  __syncthreads();
  for (int half = THREADS / 2; half > 0; half /= 2) {
    if ((int)threadIdx.x < half) {
      part[threadIdx.x] += part[threadIdx.x + half];
    }
    __syncthreads();
  }
  sum = part[0];
  for (int i = threadIdx.x; i < columns; i += THREADS) {
    row[i] /= sum;
  }
}

#define RELU 0
#define SIGMOID 1
#define TANH 2
#define GELU 3

__device__ inline float gelu_tanh(float x) {
  return tanhf(0.7978845608f * (x + 0.044715f * x * x * x));
}

__device__ inline float sigmoid(float x) {
  return 1.0f / (1.0f + expf(-x));
}

extern "C" __global__ void sk_activate(int function, int n, const float* x, float* y) {
  int i = blockIdx.x * THREADS + threadIdx.x;
  if (i < n) {
    float v = x[i];
    float result;
    if (function == RELU) {
      result = isnan(v) || v > 0.0f ? v : 0.0f;
    } else if (function == SIGMOID) {
      result = sigmoid(v);
    } else if (function == TANH) {
      result = tanhf(v);
    } else {
      result = isinf(v) && v < 0.0f ? 0.0f : 0.5f * v * (1.0f + gelu_tanh(v));
    }
    y[i] = result;
  }
}

extern "C" __global__ void sk_gradient(int function, int n, const float* x, const float* upstream, float* result) {
  int i = blockIdx.x * THREADS + threadIdx.x;
  if (i < n) {
    float v = x[i];
    float slope;
    if (function == RELU) {
      slope = isnan(v) ? v : v > 0.0f ? 1.0f : 0.0f;
    } else if (function == SIGMOID) {
      slope = sigmoid(v) * sigmoid(-v);
    } else if (function == TANH) {
      float t = tanhf(v);
      slope = 1.0f - t * t;
    } else if (fabsf(v) > 20.0f) {
      slope = v > 0.0f ? 1.0f : 0.0f;
    } else {
      float t = gelu_tanh(v);
      slope = 0.5f * (1.0f + t) + 0.5f * v * (1.0f - t * t) * 0.7978845608f * (1.0f + 0.134145f * v * v);
    }
    result[i] = slope * upstream[i];
  }
}
