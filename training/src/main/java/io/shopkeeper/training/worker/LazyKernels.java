package io.shopkeeper.training.worker;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Workers;

/** The kernels, looked for when an algorithm first asks: counting needs none. */
final class LazyKernels implements AutoCloseable {

  private final Workers workers;
  private final String choice;
  private KernelBackends started;

  LazyKernels(Workers workers, String choice) {
    this.workers = workers;
    this.choice = choice;
  }

  synchronized KernelBackends get() {
    if (started == null) {
      started = KernelBackends.start(workers, choice);
    }
    return started;
  }

  @Override
  public synchronized void close() {
    KernelBackends.install(null);
    if (started != null) {
      started.close();
    }
  }
}
