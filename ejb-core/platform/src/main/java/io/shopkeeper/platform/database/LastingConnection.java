package io.shopkeeper.platform.database;

import io.shopkeeper.platform.boundary.StoragePatience;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * A connection that outlives its database's restart. A server's pool keeps connections for ever and
 * cannot be told, for a data source that the application brings along, to look whether they still
 * live: after a restart of the database each of them would fail for good.
 *
 * <p>Looked at is only before the first call of a transaction, since what fails within one has to
 * fail: one that was found closed is opened again, with all that was set on it. Where one is found
 * closed, the others, which may have been idle meanwhile, are asked whether they live before their
 * next transaction. Each call waits for the database as long as {@link StoragePatience} says for
 * the thread. As any connection, for one thread at a time.
 */
final class LastingConnection implements InvocationHandler {

  private static final int PATIENCE_SECONDS = 2;

  private final DataSource source;
  private final AtomicLong losses;
  private final Map<Method, Object[]> settings = new LinkedHashMap<>();
  private Connection target;
  private long lossesSeen;
  private int patience;
  private boolean withinTransaction;
  private boolean closed;

  private LastingConnection(DataSource source, AtomicLong losses) throws SQLException {
    this.source = source;
    this.losses = losses;
    this.lossesSeen = losses.get();
    this.target = source.getConnection();
  }

  /**
   * Opens one.
   *
   * @param source of the database's own connections
   * @param losses how many were found closed so far, shared by all of a database
   */
  static Connection open(DataSource source, AtomicLong losses) throws SQLException {
    return (Connection)
        Proxy.newProxyInstance(
            LastingConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new LastingConnection(source, losses));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      case "toString" -> "lasting " + target;
      case "isClosed" -> closed;
      case "close", "abort" -> {
        closed = true;
        yield call(method, arguments);
      }
      case "rollback" -> arguments == null ? rollback(method) : call(method, arguments);
      case "commit" -> end(method);
      default -> use(method, arguments);
    };
  }

  /** The database has rolled back what a lost connection had begun. */
  private Object rollback(Method method) throws Throwable {
    if (target.isClosed()) {
      withinTransaction = false;
      return null;
    }
    return end(method);
  }

  private Object end(Method method) throws Throwable {
    withinTransaction = false;
    waitAsLongAsTheThread();
    return call(method, null);
  }

  private Object use(Method method, Object[] arguments) throws Throwable {
    if (!withinTransaction && !closed) {
      mend();
    }
    waitAsLongAsTheThread();
    Object result = call(method, arguments);
    if (method.getName().startsWith("set") && method.getReturnType() == void.class) {
      settings.put(method, arguments);
    } else {
      withinTransaction = !target.isClosed() && !target.getAutoCommit();
    }
    return result;
  }

  private void mend() throws Throwable {
    if (target.isClosed()) {
      losses.incrementAndGet();
    } else if (lossesSeen == losses.get() || target.isValid(PATIENCE_SECONDS)) {
      lossesSeen = losses.get();
      return;
    }
    target.close();
    target = source.getConnection();
    patience = 0;
    lossesSeen = losses.get();
    for (Map.Entry<Method, Object[]> setting : settings.entrySet()) {
      call(setting.getKey(), setting.getValue());
    }
  }

  private void waitAsLongAsTheThread() throws SQLException {
    int millis = StoragePatience.millis();
    if (millis != patience && !target.isClosed()) {
      target.setNetworkTimeout(Runnable::run, millis);
      patience = millis;
    }
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
