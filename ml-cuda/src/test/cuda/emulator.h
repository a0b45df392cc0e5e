// A block of threads on one CPU thread: each device thread is a coroutine that runs up to the next
// barrier; shared memory is a static array, since blocks run one after the other.
#pragma once
#include <cmath>
#include <cstddef>
#include <cstdint>

#define __global__
#define __device__
#define __shared__ static

struct Index {
  unsigned x, y, z;
};

struct float4 {
  float x, y, z, w;
};

extern Index threadIdx, blockIdx, gridDim, blockDim;

void __syncthreads();

template <typename T>
inline T atomicAdd(T* place, T value) {
  T old = *place;
  *place = old + value;
  return old;
}

using std::isinf;
using std::isnan;
