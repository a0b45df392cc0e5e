package io.shopkeeper.platform.database;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The shop's database as the environment names it: PostgreSQL where {@code SHOPKEEPER_DB_URL} is
 * set, else an H2 file below the data directory. The server pools the connections it makes.
 *
 * <p>The embedded default carries {@code WRITE_DELAY=0}: without it H2 acknowledges commits up to
 * half a second before they are on disk, and a killed server would lose accepted events.
 */
public class EnvDataSource implements DataSource {

  /** Until a new connection stands; the address may say something else. */
  private static final int LOGIN_SECONDS = 10;

  private final DataSource target = fromEnvironment();
  private final AtomicLong losses = new AtomicLong();
  private String profile = "env";

  /** Servers refuse a data source definition without a property of its own. */
  public String getProfile() {
    return profile;
  }

  public void setProfile(String profile) {
    this.profile = profile;
  }

  private static DataSource fromEnvironment() {
    String url = System.getenv("SHOPKEEPER_DB_URL");
    String user = System.getenv("SHOPKEEPER_DB_USER");
    String password = System.getenv("SHOPKEEPER_DB_PASSWORD");
    if (url != null && url.startsWith("jdbc:postgresql:")) {
      var postgres = new PGSimpleDataSource();
      postgres.setLoginTimeout(LOGIN_SECONDS);
      postgres.setUrl(url);
      postgres.setUser(user);
      postgres.setPassword(password);
      return postgres;
    }
    if (url != null && !url.isBlank() && !url.startsWith("jdbc:h2:")) {
      throw new IllegalStateException(
          "SHOPKEEPER_DB_URL must start with jdbc:postgresql: or jdbc:h2:, but is " + url);
    }
    var h2 = new JdbcDataSource();
    h2.setURL(url == null || url.isBlank() ? embeddedUrl() : url);
    h2.setUser(user == null ? "sa" : user);
    h2.setPassword(password == null ? "" : password);
    return h2;
  }

  private static String embeddedUrl() {
    Path file = DataDirectory.root().resolve("database").resolve("shop").toAbsolutePath();
    return "jdbc:h2:file:"
        + file
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";
  }

  /** Of a database of its own process, one that outlives its restart. */
  @Override
  public Connection getConnection() throws SQLException {
    return target instanceof PGSimpleDataSource
        ? LastingConnection.open(target, losses)
        : target.getConnection();
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    // A server whose pool has no user of its own asks with an empty one: the environment's is
    // meant.
    return username == null || username.isEmpty()
        ? getConnection()
        : target.getConnection(username, password);
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return target.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    target.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    target.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return target.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("io.shopkeeper.platform.database");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(target) ? type.cast(target) : target.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(target) || target.isWrapperFor(type);
  }
}
