package io.shopkeeper.platform.boundary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Options that a search has tried.
 *
 * @param number from 1; the first trial is that of the options to begin with
 * @param options those that are searched, in their order
 * @param share of the data, above 0 and at most 1
 * @param score null where it failed
 * @param seconds it took
 * @param problem why it failed; empty where it did not
 */
public record TrialView(
    int number,
    Map<String, String> options,
    double share,
    Double score,
    double seconds,
    String problem) {

  public TrialView {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /** Whether it was tried with all the data, so that its score can be compared. */
  public boolean full() {
    return share == 1;
  }
}
