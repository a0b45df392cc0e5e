package io.shopkeeper.platform.boundary;

import java.util.Optional;

/**
 * Which jobs, newest first.
 *
 * @param kind null for all
 * @param state null for all
 * @param schedule those that it started; null for all
 * @param before only jobs with a smaller id; null from the newest
 * @param n at most so many, 1 to 500
 */
public record JobQuery(String kind, JobState state, Long schedule, Long before, int n) {

  public JobQuery {
    n = Math.clamp(n, 1, 500);
  }

  /** The newest of all kinds. */
  public static JobQuery newest(int n) {
    return new JobQuery(null, null, null, null, n);
  }

  /** The kind, if one is asked for. */
  public Optional<String> ofKind() {
    return Optional.ofNullable(kind).filter(text -> !text.isBlank());
  }
}
