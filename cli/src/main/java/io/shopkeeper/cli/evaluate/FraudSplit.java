package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.split.DateRanges;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.SplitRows;
import java.util.List;
import java.util.Optional;

/**
 * How a table of transactions is divided: as any table, or by days.
 *
 * @param days if by days
 * @param split if not
 */
record FraudSplit(Optional<DateRanges> days, Optional<Split> split) {

  /**
   * Reads a specification.
   *
   * @throws WrongUsageException with the way to write it
   */
  static FraudSplit parse(String spec, long seed) {
    if (!spec.startsWith(DateRanges.PREFIX)) {
      return new FraudSplit(Optional.empty(), Optional.of(Split.parse(spec, seed)));
    }
    try {
      return new FraudSplit(Optional.of(DateRanges.parse(spec)), Optional.empty());
    } catch (WrongOptionException wrong) {
      throw new WrongUsageException("--" + wrong.getMessage());
    }
  }

  String spec() {
    return days.map(DateRanges::text).orElseGet(() -> split.orElseThrow().spec());
  }

  /** Whether all test rows come after the rows that are learnt from. */
  boolean inTime() {
    return days.isPresent()
        || split.map(Split::spec).filter(spec -> spec.matches("(time|forward):.*")).isPresent();
  }

  /**
   * The folds.
   *
   * @param rows what a split may look at
   * @throws WrongUsageException if the rows lack what the split needs
   */
  List<Fold> divide(SplitRows rows) {
    if (days.isEmpty()) {
      return split.orElseThrow().divide(rows);
    }
    long[] times =
        rows.times()
            .orElseThrow(
                () ->
                    new WrongUsageException(
                        "--split %s needs a column of times; name it with --time"
                            .formatted(spec())));
    Fold fold = days.get().divide(times);
    if (fold.train().length == 0 || fold.test().length == 0) {
      throw new WrongUsageException(
          "--split %s has %,d rows to learn from and %,d to judge; the table has other days"
              .formatted(spec(), fold.train().length, fold.test().length));
    }
    return List.of(fold);
  }
}
