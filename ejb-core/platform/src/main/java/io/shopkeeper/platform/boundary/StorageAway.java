package io.shopkeeper.platform.boundary;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.transaction.xa.XAException;

/** Tells a database that does not answer from one that refuses what it is given. */
public final class StorageAway {

  /**
   * The first two signs of SQL states (ISO 9075, and those of PostgreSQL and H2): connection, out
   * of resources, stopped by its operator, system error, H2's own, time is up.
   */
  private static final Set<String> AWAY = Set.of("08", "53", "57", "58", "90", "HY");

  private StorageAway() {}

  /**
   * Whether a failure says that the database does not answer; the cause may lie deep. What the
   * database itself refused, such as an id that is there already, does not. A commit of which it is
   * not known whether it was one does.
   */
  public static boolean isSaidBy(Throwable thrown) {
    List<Throwable> causes = causes(thrown);
    boolean refused =
        causes.stream().anyMatch(one -> one instanceof SQLException problem && !isAway(problem));
    return !refused
        && causes.stream()
            .anyMatch(
                one ->
                    one instanceof SQLException
                        || one instanceof XAException
                        || one instanceof RollbackException
                        || one instanceof SystemException);
  }

  private static boolean isAway(SQLException problem) {
    String state = problem.getSQLState();
    return state == null || state.length() < 2 || AWAY.contains(state.substring(0, 2));
  }

  private static List<Throwable> causes(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> open = new ArrayDeque<>();
    open.add(thrown);
    while (!open.isEmpty()) {
      Throwable one = open.remove();
      if (seen.add(one)) {
        open.addAll(Arrays.asList(one.getSuppressed()));
        if (one.getCause() != null) {
          open.add(one.getCause());
        }
      }
    }
    return new ArrayList<>(seen);
  }
}
