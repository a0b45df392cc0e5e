package io.shopkeeper.bench;

import io.shopkeeper.bench.peer.Timed;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Runs ours and a peer by turns and takes medians. */
final class Turns {

  private Turns() {}

  /**
   * What came of it.
   *
   * @param ours median seconds
   * @param peer median seconds; NaN without a peer
   */
  record Medians(double ours, double peer) {}

  static Medians take(Timed ours, Timed peer, int warmUps, int runs) {
    for (int i = 0; i < warmUps; i++) {
      ours.run();
      if (peer != null) {
        peer.run();
      }
    }
    double[] one = new double[runs];
    double[] two = new double[runs];
    for (int i = 0; i < runs; i++) {
      one[i] = ours.run();
      two[i] = peer == null ? Double.NaN : peer.run();
    }
    return new Medians(median(one), median(two));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Times work of ours. */
  static Timed timed(Supplier<?> work) {
    return () -> {
      long start = System.nanoTime();
      Object result = work.get();
      double seconds = (System.nanoTime() - start) * 1e-9;
      return result == null ? Double.NaN : seconds;
    };
  }

  /**
   * Most heap that work takes beside what was in use, in megabytes: an upper bound, garbage counts.
   */
  static double heap(Supplier<?> work) {
    System.gc();
    long before = used();
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    Object result = work.get();
    long peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return result == null ? 0 : Math.max(0, peak - before) / 1048576.0;
  }

  private static long used() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
