package io.shopkeeper.integration.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The real PostgreSQL server, from its Maven binaries, empty. */
public final class Database implements AutoCloseable {

  private final EmbeddedPostgres.Builder begin;
  private EmbeddedPostgres server;

  private Database(EmbeddedPostgres.Builder begin) {
    this.begin = begin.setServerConfig("listen_addresses", "127.0.0.1");
    startAgain();
  }

  /** Starts one on a free port of 127.0.0.1. */
  public static Database start() {
    return new Database(EmbeddedPostgres.builder());
  }

  /** Starts one that can be stopped and started again: with its data in a folder. */
  public static Database startIn(Path folder) {
    return new Database(
        EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false));
  }

  /** Ends it; what is connected is cut off. */
  public void stop() {
    close();
  }

  /** Starts it again on the same port and data. */
  public void startAgain() {
    try {
      server = begin.start();
      begin.setPort(server.getPort());
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
