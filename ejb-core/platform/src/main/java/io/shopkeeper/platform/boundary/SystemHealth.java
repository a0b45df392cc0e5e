package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.database.DataDirectory;
import io.shopkeeper.platform.health.HealthStore;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;

/**
 * How the shop is. Where {@code SHOPKEEPER_READY_FILE} names a file, the shop is not ready before
 * that file exists: so a first start can import and train before anybody is sent here.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SystemHealth {

  /** The version of this build. */
  public static final String VERSION = "0.1.0";

  private static final long NEEDED_BYTES = 256L << 20;

  @Inject private HealthStore database;
  @Inject private Clock clock;

  private Instant startedAt;

  @PostConstruct
  void begin() {
    startedAt = clock.instant();
  }

  /** Looks at everything now. */
  public HealthView check() {
    var checks = new LinkedHashMap<String, String>();
    checks.put("database", database.answers() ? "ok" : "does not answer");
    checks.put("disk", disk());
    checks.put("setup", setUp() ? "ok" : "the first start is still importing and training");
    boolean ready = checks.values().stream().allMatch("ok"::equals);
    return new HealthView(ready, checks, VERSION, startedAt);
  }

  private static boolean setUp() {
    String file = System.getenv("SHOPKEEPER_READY_FILE");
    return file == null || file.isBlank() || Files.exists(Path.of(file));
  }

  private static String disk() {
    Path folder = DataDirectory.root().toAbsolutePath();
    try {
      Files.createDirectories(folder);
      long free = Files.getFileStore(folder).getUsableSpace();
      return free > NEEDED_BYTES ? "ok" : (free >> 20) + " MB left";
    } catch (IOException problem) {
      return "cannot be read";
    }
  }
}
