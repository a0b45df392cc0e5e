package io.shopkeeper.platform.jobs;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/** Which unexpected errors are worth another try. */
final class Transience {

  private static final int DEEPEST = 12;

  private Transience() {}

  /** Whether the database was away, overloaded, or chose this one in a deadlock. */
  static boolean of(Throwable problem) {
    Throwable cause = problem;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof SQLTransientException || cause instanceof SQLRecoverableException) {
        return true;
      }
      if (cause instanceof SQLException sql && passing(sql.getSQLState())) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** Connection (08), rolled back (40), resources (53), operator (57); H2's time-out of a lock. */
  private static boolean passing(String state) {
    return state != null
        && (state.startsWith("08")
            || state.startsWith("40")
            || state.startsWith("53")
            || state.startsWith("57")
            || state.equals("HYT00"));
  }
}
