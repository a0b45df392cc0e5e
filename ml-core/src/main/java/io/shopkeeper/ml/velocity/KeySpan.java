package io.shopkeeper.ml.velocity;

import java.time.Duration;

/**
 * The lengths of a kind's plan in milliseconds.
 *
 * @param windows rising
 * @param delay of labels; negative for none
 * @param lateness of the plan
 * @param horizon how far behind the newest event anything is kept
 * @param memory of the plan
 */
record KeySpan(long[] windows, long delay, long lateness, long horizon, long memory) {

  static KeySpan of(KeyPlan key, VelocityPlan plan) {
    long[] windows = key.windows().stream().mapToLong(Duration::toMillis).toArray();
    long delay = key.labelDelay().map(Duration::toMillis).orElse(-1L);
    long lateness = plan.lateness().toMillis();
    return new KeySpan(
        windows, delay, lateness, key.reach().toMillis() + lateness, plan.memory().toMillis());
  }

  boolean labelled() {
    return delay >= 0;
  }
}
