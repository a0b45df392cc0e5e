package io.shopkeeper.fraud.rules;

import java.util.Arrays;
import java.util.Optional;

/** How a feature is held against a number. */
public enum Comparison {
  LESS("<") {
    @Override
    boolean holds(double seen, double limit) {
      return seen < limit;
    }
  },
  AT_MOST("<=") {
    @Override
    boolean holds(double seen, double limit) {
      return seen <= limit;
    }
  },
  MORE(">") {
    @Override
    boolean holds(double seen, double limit) {
      return seen > limit;
    }
  },
  AT_LEAST(">=") {
    @Override
    boolean holds(double seen, double limit) {
      return seen >= limit;
    }
  },
  EQUAL("=") {
    @Override
    boolean holds(double seen, double limit) {
      return seen == limit;
    }
  },
  NOT_EQUAL("!=") {
    @Override
    boolean holds(double seen, double limit) {
      return seen != limit;
    }
  };

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  /** As it is written. */
  public String sign() {
    return sign;
  }

  /** What holds where this does not. */
  public Comparison opposite() {
    return switch (this) {
      case LESS -> AT_LEAST;
      case AT_MOST -> MORE;
      case MORE -> AT_MOST;
      case AT_LEAST -> LESS;
      case EQUAL -> NOT_EQUAL;
      case NOT_EQUAL -> EQUAL;
    };
  }

  /** The one of a sign. */
  public static Optional<Comparison> find(String sign) {
    return Arrays.stream(values()).filter(each -> each.sign.equals(sign)).findFirst();
  }

  /** Of two numbers that can be said. */
  abstract boolean holds(double seen, double limit);
}
