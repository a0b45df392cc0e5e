package io.shopkeeper.catalog.clean;

import io.shopkeeper.ml.sketch.Reservoir;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A cleaner that keeps some rows of the first pass for previews. For one thread. */
final class SamplingCleaner implements RowCleaner {

  private static final int KEPT = 25;
  private static final int LONGEST = 20_000;
  private static final long SEED = 42;

  private final RowCleaner cleaner;
  private final Consumer<List<Map<String, String>>> keeper;
  private final Reservoir<Map<String, String>> rows = new Reservoir<>(KEPT, SEED);
  private boolean handedOver;

  SamplingCleaner(RowCleaner cleaner, Consumer<List<Map<String, String>>> keeper) {
    this.cleaner = cleaner;
    this.keeper = keeper;
  }

  @Override
  public void observe(Map<String, String> fields) {
    if (fields.values().stream().mapToInt(String::length).sum() < LONGEST) {
      rows.add(Map.copyOf(fields));
    }
    cleaner.observe(fields);
  }

  @Override
  public CleanedRow clean(Map<String, String> fields) {
    if (!handedOver) {
      handedOver = true;
      if (rows.seen() > 0) {
        keeper.accept(rows.items());
      }
    }
    return cleaner.clean(fields);
  }
}
