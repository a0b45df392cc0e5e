package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.RowOutcome;
import io.shopkeeper.catalog.boundary.RowStatus;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param results one for each row, in the order of the request
 */
public record Batch(long accepted, long duplicates, long quarantined, List<RowOutcome> results) {

  /** Most rows of one request. */
  public static final int MOST = 1000;

  /** Counts outcomes. */
  static Batch of(List<RowOutcome> outcomes) {
    return new Batch(
        count(outcomes, RowStatus.ACCEPTED) + count(outcomes, RowStatus.REPAIRED),
        count(outcomes, RowStatus.DUPLICATE),
        count(outcomes, RowStatus.QUARANTINED),
        outcomes);
  }

  /**
   * Refuses empty and too large batches.
   *
   * @throws InvalidInputException if so, or if a row is null
   */
  static <T> List<T> check(List<T> rows) {
    if (rows.isEmpty() || rows.size() > MOST) {
      throw InvalidInputException.of("", "send 1 to %d rows at once".formatted(MOST));
    }
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row) == null) {
        throw InvalidInputException.of("/" + row, "is null");
      }
    }
    return rows;
  }

  private static long count(List<RowOutcome> outcomes, RowStatus status) {
    return outcomes.stream().filter(outcome -> outcome.status() == status).count();
  }
}
