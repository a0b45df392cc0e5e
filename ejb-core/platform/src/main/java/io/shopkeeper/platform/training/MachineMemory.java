package io.shopkeeper.platform.training;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/** What the machine, or the container around this process, has of memory. */
final class MachineMemory {

  private static final Path FACTS = Path.of("/proc/meminfo");
  private static final String AVAILABLE = "MemAvailable:";

  private MachineMemory() {}

  /** All of it; twice the heap where the system does not tell. */
  static long total() {
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
  static OptionalLong available() {
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
}
