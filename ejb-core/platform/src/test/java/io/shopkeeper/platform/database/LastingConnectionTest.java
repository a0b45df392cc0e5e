package io.shopkeeper.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.platform.boundary.StoragePatience;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class LastingConnectionTest {

  private final List<Opened> opened = new ArrayList<>();
  private final AtomicLong losses = new AtomicLong();
  private boolean away;

  /** A connection of a database that can go away. */
  private static final class Opened {

    private final List<String> calls = new ArrayList<>();
    private boolean autoCommit = true;
    private boolean closed;
    private boolean dead;

    private Object answer(String method, Object[] arguments) throws SQLException {
      switch (method) {
        case "isClosed" -> {
          return closed;
        }
        case "isValid" -> {
          calls.add("isValid");
          closed = closed || dead;
          return !closed;
        }
        case "getAutoCommit" -> {
          return autoCommit;
        }
        case "close" -> {
          closed = true;
          return null;
        }
        default -> {
          if (closed || dead) {
            closed = true;
            throw new SQLException("This connection has been closed.", "08003");
          }
          calls.add(method + (arguments == null ? "" : " " + arguments[arguments.length - 1]));
          if (method.equals("setAutoCommit")) {
            autoCommit = (boolean) arguments[0];
          }
          return null;
        }
      }
    }

    private Connection proxy() {
      return proxied(Connection.class, this::answer);
    }
  }

  @FunctionalInterface
  private interface Answering {
    Object to(String method, Object[] arguments) throws SQLException;
  }

  private static <T> T proxied(Class<T> type, Answering answering) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answering.to(method.getName(), arguments)));
  }

  private Connection open() throws SQLException {
    return LastingConnection.open(
        proxied(
            DataSource.class,
            (method, arguments) -> {
              if (away) {
                throw new SQLException("Connection refused", "08001");
              }
              opened.add(new Opened());
              return opened.getLast().proxy();
            }),
        losses);
  }

  private void restart() {
    opened.forEach(each -> each.dead = true);
  }

  @Test
  void whatWasBegunFailsAndTheNextTransactionHasAConnectionAsItWasSet() throws SQLException {
    Connection connection = open();
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
    connection.createStatement();
    restart();
    assertThatThrownBy(connection::createStatement).isInstanceOf(SQLException.class);
    assertThatThrownBy(connection::createStatement)
        .as("a second time within the transaction")
        .isInstanceOf(SQLException.class);
    connection.rollback();
    connection.createStatement();
    assertThat(opened).hasSize(2);
    assertThat(opened.getLast().calls)
        .containsExactly("setTransactionIsolation 2", "setAutoCommit false", "createStatement");
  }

  @Test
  void aCommitThatIsLostFails() throws SQLException {
    Connection connection = open();
    connection.setAutoCommit(false);
    connection.createStatement();
    restart();
    assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
    connection.createStatement();
    assertThat(opened).hasSize(2);
  }

  @Test
  void whatWasIdleIsAskedOnceAfterALoss() throws SQLException {
    Connection busy = open();
    Connection idle = open();
    Connection resting = open();
    opened.get(0).dead = true;
    opened.get(1).dead = true;
    assertThatThrownBy(busy::createStatement).isInstanceOf(SQLException.class);
    busy.createStatement();
    idle.createStatement();
    resting.createStatement();
    resting.createStatement();
    assertThat(opened).as("two were opened again").hasSize(5);
    assertThat(opened.get(2).calls)
        .containsExactly("isValid", "createStatement", "createStatement");
  }

  @Test
  void whileTheDatabaseIsAwayEachTransactionFailsAtItsBegin() throws SQLException {
    Connection connection = open();
    away = true;
    restart();
    assertThatThrownBy(connection::createStatement).hasMessageContaining("closed");
    assertThatThrownBy(connection::createStatement).hasMessageContaining("refused");
    away = false;
    connection.createStatement();
    assertThat(opened).hasSize(2);
  }

  @Test
  void whatItsOwnerClosedStaysClosed() throws SQLException {
    Connection connection = open();
    connection.close();
    assertThat(connection.isClosed()).isTrue();
    assertThatThrownBy(connection::createStatement).isInstanceOf(SQLException.class);
    assertThat(opened).hasSize(1);
  }

  @Test
  void eachThreadWaitsAsLongAsItHasPatience() throws SQLException {
    Connection connection = open();
    connection.setAutoCommit(false);
    StoragePatience.within(Duration.ofSeconds(2), () -> twice(connection));
    connection.createStatement();
    connection.commit();
    assertThat(opened.getFirst().calls)
        .containsExactly(
            "setAutoCommit false",
            "setNetworkTimeout 2000",
            "createStatement",
            "commit",
            "createStatement",
            "setNetworkTimeout 0",
            "createStatement",
            "commit");
  }

  private static Connection twice(Connection connection) {
    try {
      connection.createStatement();
      connection.commit();
      connection.createStatement();
      return connection;
    } catch (SQLException problem) {
      throw new AssertionError(problem);
    }
  }
}
