package io.shopkeeper.ml.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Options that a search has tried, as a line of a table that grows.
 *
 * @param number from 1; the first trial is that of the options to begin with
 * @param options those that are searched, as text, in the order of the options
 * @param share of the full resource, above 0 and at most 1
 * @param score of the trial; NaN where it failed
 * @param seconds it took
 * @param problem why it failed; empty where it did not
 */
public record TriedOptions(
    int number,
    Map<String, String> options,
    double share,
    double score,
    double seconds,
    String problem) {

  public TriedOptions {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /** Whether it was tried with all, so that its score can be compared. */
  public boolean isFull() {
    return share == 1;
  }
}
