package io.shopkeeper.platform.health;

import io.shopkeeper.platform.boundary.SystemReport;
import io.shopkeeper.platform.database.DataDirectory;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What the virtual machine and its disk tell. */
@Dependent
public class MachineFacts {

  /** The disk of the data folder. */
  public SystemReport.Disk disk() {
    Path folder = DataDirectory.root().toAbsolutePath();
    try {
      FileStore store = Files.getFileStore(Files.createDirectories(folder));
      return new SystemReport.Disk(
          folder.toString(), store.getUsableSpace(), store.getTotalSpace());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** What it runs on. */
  public SystemReport.Machine machine(Instant startedAt) {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new SystemReport.Machine(
        System.getProperty("java.vendor") + " " + Runtime.version(),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        heap.getUsed(),
        heap.getMax(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        startedAt);
  }
}
