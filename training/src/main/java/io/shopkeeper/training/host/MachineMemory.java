package io.shopkeeper.training.host;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/** What the machine, or the container around this process, has of memory. */
public final class MachineMemory {

  /** Less than this is no use to a worker. */
  public static final long LEAST = 256L << 20;

  private static final long MOST = 64L << 30;

  private static final Path FACTS = Path.of("/proc/meminfo");
  private static final String AVAILABLE = "MemAvailable:";

  private MachineMemory() {}

  /** All of it; twice the heap where the system does not tell. */
  public static long total() {
    try {
      Object told =
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "TotalMemorySize");
      return ((Number) told).longValue();
    } catch (JMException unknown) {
      return 2 * Runtime.getRuntime().maxMemory();
    }
  }

  /** What nobody uses now; empty where the system does not tell. */
  public static OptionalLong available() {
    try (Stream<String> lines =
        Files.isReadable(FACTS) ? Files.lines(FACTS) : Stream.<String>empty()) {
      return lines
          .filter(line -> line.startsWith(AVAILABLE))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kilobytes -> Long.parseLong(kilobytes) << 10)
          .findFirst();
    } catch (IOException unknown) {
      return OptionalLong.empty();
    }
  }

  /**
   * What a worker may use where nobody says: half of what the machine has beside the server's heap.
   *
   * @param serverHeap the most that the server's heap may become
   */
  public static long usual(long serverHeap) {
    return usual(total(), serverHeap);
  }

  static long usual(long machine, long serverHeap) {
    return Math.clamp((machine - serverHeap) / 2, LEAST, MOST);
  }
}
