package io.shopkeeper.catalog.clean;

import io.shopkeeper.ml.sketch.Reservoir;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A cleaner that keeps some rows of the first pass for previews, and counts which fields have
 * values. For one thread.
 */
final class SamplingCleaner implements RowCleaner {

  private static final int KEPT = 25;
  private static final int LONGEST = 20_000;
  private static final long SEED = 42;

  private final RowCleaner cleaner;
  private final Keeper keeper;
  private final Reservoir<Map<String, String>> rows = new Reservoir<>(KEPT, SEED);
  private final Map<String, Long> filled = new HashMap<>();
  private long seen;
  private boolean handedOver;

  /** Takes what was seen in the first pass. */
  interface Keeper {

    /**
     * Keeps it.
     *
     * @param rows some of the rows
     * @param count how many there were
     * @param filled rows with a value, by field
     */
    void keep(List<Map<String, String>> rows, long count, Map<String, Long> filled);
  }

  SamplingCleaner(RowCleaner cleaner, Keeper keeper) {
    this.cleaner = cleaner;
    this.keeper = keeper;
  }

  @Override
  public void observe(Map<String, String> fields) {
    fields.forEach((field, value) -> filled.merge(field, value.isBlank() ? 0L : 1L, Long::sum));
    seen++;
    if (fields.values().stream().mapToInt(String::length).sum() < LONGEST) {
      rows.add(Map.copyOf(fields));
    }
    cleaner.observe(fields);
  }

  @Override
  public CleanedRow clean(Map<String, String> fields) {
    if (!handedOver) {
      handedOver = true;
      if (seen > 0) {
        keeper.keep(rows.items(), seen, Map.copyOf(filled));
      }
    }
    return cleaner.clean(fields);
  }
}
