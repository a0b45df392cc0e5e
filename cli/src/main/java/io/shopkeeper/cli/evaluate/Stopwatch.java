package io.shopkeeper.cli.evaluate;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.function.Consumer;

/** Time and memory of one algorithm. For one thread. */
final class Stopwatch {

  private long started = System.nanoTime();

  /** Starts with a clean heap. */
  static Stopwatch start() {
    System.gc();
    pools(MemoryPoolMXBean::resetPeakUsage);
    return new Stopwatch();
  }

  /** Seconds since the last lap. */
  double lap() {
    long now = System.nanoTime();
    double seconds = (now - started) / 1e9;
    started = now;
    return seconds;
  }

  /** Most heap that was in use since the start, in MiB; the pools' peaks added up. */
  static long peakMegabytes() {
    long[] sum = {0};
    pools(pool -> sum[0] += pool.getPeakUsage().getUsed());
    return sum[0] >> 20;
  }

  private static void pools(Consumer<MemoryPoolMXBean> visitor) {
    ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .forEach(visitor);
  }
}
