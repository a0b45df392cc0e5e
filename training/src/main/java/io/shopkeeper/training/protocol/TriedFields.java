package io.shopkeeper.training.protocol;

import io.shopkeeper.ml.training.TriedOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tried options as fields of a line: five of the trial, then names and values in turn. */
final class TriedFields {

  static final String NAME = "tried";

  private static final int BEFORE_OPTIONS = 6;

  private TriedFields() {}

  static String[] of(TriedOptions trial) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                NAME,
                Integer.toString(trial.number()),
                Double.toString(trial.share()),
                Double.toString(trial.score()),
                Double.toString(trial.seconds()),
                trial.problem()));
    trial
        .options()
        .forEach(
            (name, value) -> {
              fields.add(name);
              fields.add(value);
            });
    return fields.toArray(String[]::new);
  }

  /**
   * Reads them; empty where some are missing.
   *
   * @throws IllegalArgumentException if one is no number
   */
  static Optional<TriedOptions> read(List<String> fields) {
    if (fields.size() < BEFORE_OPTIONS || fields.size() % 2 != 0) {
      return Optional.empty();
    }
    Map<String, String> options = new LinkedHashMap<>();
    for (int place = BEFORE_OPTIONS; place < fields.size(); place += 2) {
      options.put(fields.get(place), fields.get(place + 1));
    }
    return Optional.of(
        new TriedOptions(
            Integer.parseInt(fields.get(1)),
            options,
            Double.parseDouble(fields.get(2)),
            Double.parseDouble(fields.get(3)),
            Double.parseDouble(fields.get(4)),
            fields.get(5)));
  }
}
