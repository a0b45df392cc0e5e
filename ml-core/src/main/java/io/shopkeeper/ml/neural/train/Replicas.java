package io.shopkeeper.ml.neural.train;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * A trained network for several threads: as many replicas are kept as were ever at work at once, so
 * that a question costs no memory of its own. Safe for use by several threads.
 */
public final class Replicas {

  private final Network network;
  private final int rows;
  private final Queue<Ready> idle = new ConcurrentLinkedQueue<>();

  private record Ready(Kernels kernels, Replica replica) {}

  /**
   * Of a network that learns no more.
   *
   * @param rows of a mini-batch at most
   */
  public Replicas(Network network, int rows) {
    this.network = network;
    this.rows = rows;
  }

  /** Rows of a mini-batch at most. */
  public int rows() {
    return rows;
  }

  /**
   * Computes.
   *
   * @param work must not keep the replica
   */
  public <T> T use(Function<Replica, T> work) {
    Kernels kernels = KernelBackends.current().steady();
    Ready ready = idle.poll();
    // What another backend has left is of no use: it may be closed.
    if (ready == null || ready.kernels != kernels) {
      ready = new Ready(kernels, network.evaluator(rows, kernels));
    }
    try {
      return work.apply(ready.replica);
    } finally {
      idle.add(ready);
    }
  }
}
