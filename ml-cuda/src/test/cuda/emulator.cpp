// Runs the kernels of kernels.cu on the host. Built by the tests: g++ -shared -fPIC -O2 -ffp-contract=off.
#include "emulator.h"

#include <cstdlib>
#include <cstring>
#include <mutex>
#include <vector>
#if !defined(__x86_64__)
#include <ucontext.h>
#endif

Index threadIdx, blockIdx, gridDim, blockDim;

#include "kernels.cu"

namespace {

const size_t STACK = 64 * 1024;
void (*body)(const long long*);
const long long* arguments;

struct Coroutine {
#if defined(__x86_64__)
  void* stackPointer;
#else
  ucontext_t context;
#endif
  char* stack;
  bool done;
};

std::vector<Coroutine> threads;
size_t current;
#if defined(__x86_64__)
void* scheduler;
#else
ucontext_t scheduler;
#endif

void leave(Coroutine& thread);

void run() {
  body(arguments);
  threads[current].done = true;
  leave(threads[current]);
  std::abort();
}

#if defined(__x86_64__)
extern "C" void sk_switch(void** from, void* to);
asm(R"(
.text
sk_switch:
  pushq %rbp
  pushq %rbx
  pushq %r12
  pushq %r13
  pushq %r14
  pushq %r15
  movq %rsp, (%rdi)
  movq %rsi, %rsp
  popq %r15
  popq %r14
  popq %r13
  popq %r12
  popq %rbx
  popq %rbp
  ret
)");

void prepare(Coroutine& thread) {
  uintptr_t top = (reinterpret_cast<uintptr_t>(thread.stack) + STACK) & ~uintptr_t(15);
  void** place = reinterpret_cast<void**>(top);
  *--place = nullptr;  // so that run() finds the stack as a call leaves it
  *--place = reinterpret_cast<void*>(run);
  for (int i = 0; i < 6; i++) *--place = nullptr;
  thread.stackPointer = place;
}
void enter(Coroutine& thread) { sk_switch(&scheduler, thread.stackPointer); }
void leave(Coroutine& thread) { sk_switch(&thread.stackPointer, scheduler); }
#else
void prepare(Coroutine& thread) {
  getcontext(&thread.context);
  thread.context.uc_stack.ss_sp = thread.stack;
  thread.context.uc_stack.ss_size = STACK;
  thread.context.uc_link = nullptr;
  makecontext(&thread.context, run, 0);
}
void enter(Coroutine& thread) { swapcontext(&scheduler, &thread.context); }
void leave(Coroutine& thread) { swapcontext(&thread.context, &scheduler); }
#endif

// False if some threads ended while others wait at a barrier: a device would hang there.
bool block(unsigned count) {
  for (unsigned i = 0; i < count; i++) {
    threads[i].done = false;
    prepare(threads[i]);
  }
  while (true) {
    unsigned done = 0;
    for (unsigned i = 0; i < count; i++) {
      current = i;
      threadIdx = {i, 0, 0};
      enter(threads[i]);
      done += threads[i].done;
    }
    if (done == count) return true;
    if (done != 0) return false;
  }
}

float real(long long bits) {
  float value;
  int low = (int)bits;
  std::memcpy(&value, &low, sizeof value);
  return value;
}
template <typename T>
T* pointer(long long address) {
  return reinterpret_cast<T*>(address);
}

struct Entry {
  const char* name;
  void (*call)(const long long*);
};

const Entry ENTRIES[] = {
    {"sk_gemm",
     [](const long long* a) {
       sk_gemm((int)a[0], (int)a[1], (int)a[2], real(a[3]), pointer<float>(a[4]), (int)a[5], (int)a[6], pointer<float>(a[7]),
               (int)a[8], (int)a[9], real(a[10]), pointer<float>(a[11]), (int)a[12]);
     }},
    {"sk_top",
     [](const long long* a) {
       sk_top((int)a[0], (int)a[1], (int)a[2], (int)a[3], (int)a[4], pointer<float>(a[5]), pointer<float>(a[6]),
              pointer<int>(a[7]), pointer<float>(a[8]));
     }},
    {"sk_merge",
     [](const long long* a) {
       sk_merge((int)a[0], (int)a[1], pointer<int>(a[2]), pointer<float>(a[3]), pointer<int>(a[4]), pointer<float>(a[5]));
     }},
    {"sk_neighbours",
     [](const long long* a) {
       sk_neighbours((int)a[0], (int)a[1], (int)a[2], (int)a[3], (int)a[4], (int)a[5], real(a[6]), (int)a[7], real(a[8]),
                     (int)a[9], pointer<int>(a[10]), pointer<int>(a[11]), pointer<float>(a[12]), pointer<int>(a[13]),
                     pointer<int>(a[14]), pointer<float>(a[15]), pointer<int>(a[16]), pointer<int>(a[17]), pointer<float>(a[18]));
     }},
    {"sk_cholesky",
     [](const long long* a) { sk_cholesky((int)a[0], pointer<float>(a[1]), pointer<float>(a[2]), pointer<int>(a[3])); }},
    {"sk_softmax", [](const long long* a) { sk_softmax((int)a[0], (int)a[1], pointer<float>(a[2])); }},
    {"sk_activate",
     [](const long long* a) { sk_activate((int)a[0], (int)a[1], pointer<float>(a[2]), pointer<float>(a[3])); }},
    {"sk_gradient",
     [](const long long* a) {
       sk_gradient((int)a[0], (int)a[1], pointer<float>(a[2]), pointer<float>(a[3]), pointer<float>(a[4]));
     }},
};

std::mutex oneLaunch;

}  // namespace

void __syncthreads() { leave(threads[current]); }

// 0: done; 1: no such kernel; 2: threads parted at a barrier.
extern "C" int sk_launch(const char* name, int gridX, int gridY, int count, const long long* given) {
  std::lock_guard<std::mutex> lock(oneLaunch);
  body = nullptr;
  for (const Entry& entry : ENTRIES) {
    if (std::strcmp(entry.name, name) == 0) body = entry.call;
  }
  if (body == nullptr) return 1;
  arguments = given;
  while (threads.size() < (size_t)count) {
    threads.push_back(Coroutine());
    threads.back().stack = static_cast<char*>(std::malloc(STACK));
  }
  gridDim = {(unsigned)gridX, (unsigned)gridY, 1};
  blockDim = {(unsigned)count, 1, 1};
  for (int y = 0; y < gridY; y++) {
    for (int x = 0; x < gridX; x++) {
      blockIdx = {(unsigned)x, (unsigned)y, 0};
      if (!block((unsigned)count)) return 2;
    }
  }
  return 0;
}

extern "C" long long sk_allocate(long long bytes) { return reinterpret_cast<long long>(std::malloc((size_t)bytes)); }
extern "C" void sk_free(long long address) { std::free(reinterpret_cast<void*>(address)); }
extern "C" void sk_copy(void* to, const void* from, long long bytes) { std::memcpy(to, from, (size_t)bytes); }

// The functions of cuBLAS that are used, column by column as there.
extern "C" int cublasCreate_v2(void** handle) {
  static int library;
  *handle = &library;
  return 0;
}
extern "C" int cublasDestroy_v2(void*) { return 0; }
extern "C" int cublasSgemm_v2(void* handle, int transA, int transB, int m, int n, int k, const float* alpha, const float* a, int lda,
                              const float* b, int ldb, const float* beta, float* c, int ldc) {
  if (!handle || lda < (transA ? k : m) || ldb < (transB ? n : k) || ldc < m) return 7;
  for (int j = 0; j < n; j++)
    for (int i = 0; i < m; i++) {
      float sum = 0;
      for (int p = 0; p < k; p++) sum += (transA ? a[i * lda + p] : a[p * lda + i]) * (transB ? b[p * ldb + j] : b[j * ldb + p]);
      c[j * ldc + i] = *alpha * sum + (*beta == 0 ? 0 : *beta * c[j * ldc + i]);
    }
  return 0;
}
