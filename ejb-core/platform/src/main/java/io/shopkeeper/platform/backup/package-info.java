/**
 * The whole database as one file that both databases write and read: rows as JSON lines, table by
 * table, with counts and checksums. Restoring brings an empty database to the schema that the
 * backup was made with, loads the rows, and lets the migrations go on from there.
 *
 * <pre>{@code
 * new BackupWriter(dataSource).write(zip, "0.1.0", now);
 * new DatabaseRestore(emptyDataSource, migrations).from(BackupFile.open(path));
 * }</pre>
 */
package io.shopkeeper.platform.backup;
