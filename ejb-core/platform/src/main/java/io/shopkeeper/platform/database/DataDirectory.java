package io.shopkeeper.platform.database;

import java.nio.file.Path;

/** Where the shop keeps what is not in a remote database: embedded database, uploads, pictures. */
public final class DataDirectory {

  private DataDirectory() {}

  /** {@code SHOPKEEPER_DATA}, or {@code .shopkeeper} below the user's home; it need not exist. */
  public static Path root() {
    String configured = System.getenv("SHOPKEEPER_DATA");
    return configured == null || configured.isBlank()
        ? Path.of(System.getProperty("user.home"), ".shopkeeper")
        : Path.of(configured);
  }
}
