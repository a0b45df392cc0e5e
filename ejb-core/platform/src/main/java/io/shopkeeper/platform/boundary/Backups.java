package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.backup.BackupFolders;
import io.shopkeeper.platform.backup.BackupWriter;
import io.shopkeeper.platform.database.DataDirectory;
import io.shopkeeper.platform.database.EnvDataSource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.zip.ZipOutputStream;

/** The whole shop as one file: database, pictures, uploads. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Backups {

  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Writes a backup of this moment while the shop goes on.
   *
   * @param out is left open; if this fails in the middle, what was written is no whole backup
   */
  public void write(OutputStream out, String by) {
    audit.record(by, "backup", "shop", "");
    // A connection of its own, so that what is special about it never reaches the pool.
    var writer = new BackupWriter(new EnvDataSource());
    try {
      var zip = new ZipOutputStream(out);
      BackupFolders.write(DataDirectory.root().toAbsolutePath(), zip);
      writer.write(zip, SystemHealth.VERSION, clock.instant());
      zip.finish();
      zip.flush();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (SQLException problem) {
      throw new IllegalStateException("the database could not be written to a backup", problem);
    }
  }
}
