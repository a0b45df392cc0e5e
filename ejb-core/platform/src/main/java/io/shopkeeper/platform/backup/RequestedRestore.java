package io.shopkeeper.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Restores the backup that {@code SHOPKEEPER_RESTORE} names, when the server starts: once. If it
 * cannot be restored, the application does not start.
 */
public final class RequestedRestore {

  private static final System.Logger LOG = System.getLogger(RequestedRestore.class.getName());

  private RequestedRestore() {}

  /** Does so, where it is asked for and not done yet. */
  public static void run(DataSource database, ClassLoader migrations, Path data) {
    requested().ifPresent(file -> run(file, database, migrations, data));
  }

  private static Optional<Path> requested() {
    return Optional.ofNullable(System.getenv("SHOPKEEPER_RESTORE"))
        .filter(file -> !file.isBlank())
        .map(Path::of);
  }

  private static void run(Path file, DataSource database, ClassLoader migrations, Path data) {
    var restore = new DatabaseRestore(database, migrations, data);
    try (BackupFile backup = BackupFile.open(file)) {
      String id = backup.manifest().id();
      if (restore.restoredFrom().filter(id::equals).isPresent()) {
        LOG.log(System.Logger.Level.INFO, "SHOP-0031 {0} was restored before", file);
        return;
      }
      restore.from(backup);
      BackupFolders.restore(file, data);
      LOG.log(
          System.Logger.Level.INFO,
          "SHOP-0030 restored {0}: {1} rows of {2} tables",
          file,
          backup.manifest().tables().stream().mapToLong(BackupManifest.Table::rows).sum(),
          backup.manifest().tables().size());
    } catch (IOException problem) {
      throw new UncheckedIOException("cannot restore " + file, problem);
    } catch (SQLException problem) {
      throw new IllegalStateException("cannot restore " + file, problem);
    }
  }
}
