package io.shopkeeper.integration.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The real PostgreSQL server, from its Maven binaries, empty. */
public final class Database implements AutoCloseable {

  private final EmbeddedPostgres server;

  private Database(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts one on a free port of 127.0.0.1. */
  public static Database start() {
    try {
      return new Database(
          EmbeddedPostgres.builder().setServerConfig("listen_addresses", "127.0.0.1").start());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** How a program reaches it. */
  public javax.sql.DataSource dataSource() {
    return server.getPostgresDatabase();
  }

  /** How the shop reaches it. */
  public Map<String, String> environment() {
    return Map.of(
        "SHOPKEEPER_DB_URL",
        "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
        "SHOPKEEPER_DB_USER",
        "postgres",
        "SHOPKEEPER_DB_PASSWORD",
        "postgres");
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
