package io.shopkeeper.ml.ranking;

import io.shopkeeper.ml.table.Table;
import java.util.List;

/**
 * What a ranking is learnt from.
 *
 * @param log who did what when
 * @param attributes of the items, one row each; perhaps without a column
 */
public record RankingData(InteractionLog log, Table attributes) {

  public RankingData {
    if (attributes.rows() != log.items()) {
      throw new IllegalArgumentException(
          "%,d items, but attributes of %,d".formatted(log.items(), attributes.rows()));
    }
  }

  /** Where nothing is known of the items. */
  public RankingData(InteractionLog log) {
    this(log, new Table(log.items(), List.of()));
  }
}
