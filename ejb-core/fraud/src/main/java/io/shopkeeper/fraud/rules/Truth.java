package io.shopkeeper.fraud.rules;

/** Whether a condition holds; nobody knows where what it asks for cannot be said (Kleene). */
public enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  /** The one that says so. */
  public static Truth of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  Truth not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> FALSE;
    };
  }
}
