package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.Holdout;
import io.shopkeeper.ml.split.SplitRows;
import io.shopkeeper.ml.split.SplitSpec;
import java.util.List;

/** Divides rows into training and test rows, the same for the same rows and specification. */
final class Split {

  private final SplitSpec spec;

  private Split(SplitSpec spec) {
    this.spec = spec;
  }

  /**
   * Reads a specification.
   *
   * @param seed where it names none
   * @throws WrongUsageException with the way to write it
   */
  static Split parse(String spec, long seed) {
    try {
      return new Split(SplitSpec.parse(spec, seed));
    } catch (WrongOptionException wrong) {
      throw new WrongUsageException("--" + wrong.getMessage());
    }
  }

  /** As it was written. */
  String spec() {
    return spec.text();
  }

  /** Whether nothing is held out. */
  boolean isNone() {
    return spec.isNone();
  }

  /**
   * The folds: one, except for several parts in turn.
   *
   * @throws WrongUsageException if the rows lack what the split needs
   */
  List<Fold> divide(Interactions rows) {
    SplitRows known = SplitRows.of(rows.size()).withGroups(rows.user());
    return divide(rows.timed() ? known.withTimes(rows.time()) : known);
  }

  /**
   * The folds with all rows of a user or session in one part; {@code time} then holds out those
   * that began last, and learns from what had ended before.
   *
   * @throws WrongUsageException if the split would cut them, or the rows lack what it needs
   */
  List<Fold> divideWhole(Interactions rows) {
    return switch (spec.kind()) {
      case TIME -> {
        if (!rows.timed()) {
          throw new WrongUsageException(
              "--split %s needs a column timestamp in every row of the data".formatted(spec()));
        }
        yield List.of(Holdout.latestGroups(rows.user(), rows.time(), spec.part()));
      }
      case GROUPED, GROUPED_KFOLD, NONE -> divide(rows);
      default ->
          throw new WrongUsageException(
              "--split %s would cut sessions; time:F, grouped:F, grouped-kfold:K and none do not"
                  .formatted(spec()));
    };
  }

  /**
   * The same of rows of any kind.
   *
   * @throws WrongUsageException if the rows lack what the split needs
   */
  List<Fold> divide(SplitRows rows) {
    try {
      return spec.divide(rows);
    } catch (WrongOptionException wrong) {
      throw new WrongUsageException("--" + wrong.getMessage());
    }
  }
}
