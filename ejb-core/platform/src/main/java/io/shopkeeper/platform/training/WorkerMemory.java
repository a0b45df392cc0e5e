package io.shopkeeper.platform.training;

/** How much memory a worker gets where nobody says. */
final class WorkerMemory {

  /** Less than this is no use. */
  static final long LEAST = 256L << 20;

  private static final long MOST = 64L << 30;

  private WorkerMemory() {}

  /**
   * Half of what the machine has beside the server's heap.
   *
   * @param machine what the machine, or the container, has
   * @param serverHeap the most that the server's heap may become
   */
  static long usual(long machine, long serverHeap) {
    return Math.clamp((machine - serverHeap) / 2, LEAST, MOST);
  }
}
