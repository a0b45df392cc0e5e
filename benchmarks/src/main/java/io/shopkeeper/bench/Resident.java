package io.shopkeeper.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The most memory that native code took, by Linux's own account of this process. */
final class Resident {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path RESET = Path.of("/proc/self/clear_refs");

  private Resident() {}

  /** Megabytes that came on top while the work ran; 0 where the system does not say. */
  static double growth(Runnable work) {
    boolean known = reset();
    double before = megabytes("VmRSS:");
    work.run();
    return known ? Math.max(0, megabytes("VmHWM:") - before) : 0;
  }

  /** Sets the peak to what is in use now. */
  private static boolean reset() {
    try {
      Files.writeString(RESET, "5");
      return true;
    } catch (IOException unknown) {
      return false;
    }
  }

  private static double megabytes(String key) {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(key))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException unknown) {
      return 0;
    }
  }
}
