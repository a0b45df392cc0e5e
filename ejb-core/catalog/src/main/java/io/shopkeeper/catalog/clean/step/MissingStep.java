package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.ml.impute.AdditiveEffects;
import io.shopkeeper.ml.sketch.FrequentItems;
import io.shopkeeper.ml.sketch.QuantileSketch;
import io.shopkeeper.ml.sketch.Reservoir;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a field without a value: set aside, a fixed value, or one that is worked out from
 * the accepted data and the first pass over the file. Median and mode are taken among rows that
 * share the fields of {@code by} where there are ten of them, else among all. The model is {@link
 * AdditiveEffects} over the fields of {@code by}, of the logarithm for numbers that are all above
 * 0; each level of a category path is a field of its own. Memory: sketches for at most 2,000 groups
 * and a sample of 20,000 rows.
 */
final class MissingStep implements Step {

  private static final int FEWEST = 10;
  private static final int MOST_GROUPS = 2000;
  private static final int SKETCH = 100;
  private static final int ITEMS = 500;
  private static final int SAMPLE = 20_000;
  private static final int LEVELS = 3;
  private static final double SHRINKAGE = 5;
  private static final long SEED = 42;

  /** What becomes of it. */
  enum Action {
    QUARANTINE,
    DEFAULT,
    MEDIAN,
    MODE,
    MODEL,
    FLAG
  }

  /**
   * What to do.
   *
   * @param value the fixed one
   * @param by fields that say what a row is like
   */
  record Options(String field, Action action, String value, List<String> by) {

    Options {
      if (action == Action.DEFAULT && value.isEmpty()) {
        throw InvalidInputException.of("value", "is missing: say the value to put in");
      }
      boolean counts = action == Action.MEDIAN || action == Action.MODEL;
      if (counts && !Fields.isNumber(field)) {
        throw InvalidInputException.of("action", "%s is no number; take the mode".formatted(field));
      }
      if (action == Action.MODEL && by.isEmpty()) {
        throw InvalidInputException.of(
            "by", "is missing: say from which fields, such as categoryPath, brand");
      }
      if (by.contains(field)) {
        throw InvalidInputException.of("by", "must not be the field itself");
      }
    }

    static Options read(OptionReader reader) {
      return new Options(
          reader.field("field"),
          reader.choice("action", Action.class),
          reader.text("value"),
          reader.words("by"));
    }
  }

  private final Options options;
  private final Map<String, QuantileSketch> sketches = new HashMap<>();
  private final Map<String, FrequentItems> items = new HashMap<>();
  private final Reservoir<AdditiveEffects.Row> sample = new Reservoir<>(SAMPLE, SEED);
  private Optional<AdditiveEffects> model = Optional.empty();
  private boolean fitted;

  MissingStep(Options options) {
    this.options = options;
  }

  @Override
  public void observe(Draft row) {
    Optional<String> value = row.get(options.field());
    if (value.isEmpty()) {
      return;
    }
    Optional<Double> number = row.number(options.field());
    switch (options.action()) {
      case MEDIAN -> number.ifPresent(known -> groups(row).forEach(group -> sketch(group, known)));
      case MODE -> groups(row).forEach(group -> count(group, value.get()));
      case MODEL ->
          number
              .filter(known -> known > 0)
              .ifPresent(
                  known -> {
                    sample.add(new AdditiveEffects.Row(traits(row), Math.log(known)));
                    sketch("", known);
                  });
      default -> {}
    }
  }

  private void sketch(String group, double value) {
    if (sketches.size() < MOST_GROUPS || sketches.containsKey(group)) {
      sketches.computeIfAbsent(group, fresh -> new QuantileSketch(SKETCH, SEED)).add(value);
    }
  }

  private void count(String group, String value) {
    if (items.size() < MOST_GROUPS || items.containsKey(group)) {
      items.computeIfAbsent(group, fresh -> new FrequentItems(ITEMS)).add(value);
    }
  }

  @Override
  public void clean(Draft row) {
    if (row.get(options.field()).isPresent()) {
      return;
    }
    switch (options.action()) {
      case QUARANTINE -> row.fault(options.field(), "missing.refused", "is missing");
      case FLAG -> row.doubt(options.field(), "missing.flagged", "is missing");
      case DEFAULT ->
          row.repair(options.field(), options.value(), "missing.default", "the fixed value");
      case MEDIAN -> median(row);
      case MODE -> mode(row);
      case MODEL -> model(row);
    }
  }

  private void median(Draft row) {
    for (String group : groups(row)) {
      QuantileSketch sketch = sketches.get(group);
      if (sketch != null && sketch.count() >= (group.isEmpty() ? 1 : FEWEST)) {
        row.repair(
            options.field(),
            format(sketch.quantile(0.5)),
            "missing.median",
            "median of %,d values%s".formatted(sketch.count(), named(group)));
        return;
      }
    }
    row.fault(
        options.field(), "missing.refused", "is missing, and nothing is known to take a median of");
  }

  private void mode(Draft row) {
    for (String group : groups(row)) {
      FrequentItems counts = items.get(group);
      if (counts != null && counts.total() >= (group.isEmpty() ? 1 : FEWEST)) {
        Map.Entry<String, Long> most = counts.top(1).getFirst();
        row.repair(
            options.field(),
            most.getKey(),
            "missing.mode",
            "most frequent of %,d values%s".formatted(counts.total(), named(group)));
        return;
      }
    }
    row.fault(
        options.field(), "missing.refused", "is missing, and no value is known to be frequent");
  }

  private void model(Draft row) {
    if (!fitted) {
      fitted = true;
      List<AdditiveEffects.Row> rows = sample.items();
      model =
          rows.size() < FEWEST
              ? Optional.empty()
              : Optional.of(AdditiveEffects.fit(rows, SHRINKAGE));
    }
    List<String> traits = traits(row);
    if (model.isPresent() && model.get().known(traits) > 0) {
      double guess = Math.exp(model.get().estimate(traits));
      row.repair(
          options.field(),
          format(guess),
          "missing.model",
          "model of %,d rows from %s"
              .formatted(model.get().rows(), String.join(", ", options.by())));
    } else {
      row.fault(
          options.field(),
          "missing.refused",
          "is missing, and nothing that is like this row is known");
    }
  }

  private String format(double value) {
    int decimals = Fields.isWhole(options.field()) ? 0 : 2;
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** From the narrowest group to all rows, whose name is empty. */
  private List<String> groups(Draft row) {
    if (options.by().isEmpty()) {
      return List.of("");
    }
    var values = new ArrayList<String>();
    options.by().forEach(field -> values.add(row.get(field).orElse("")));
    return List.of(String.join(" · ", values), "");
  }

  private static String named(String group) {
    return group.isEmpty() ? "" : " of " + group;
  }

  private List<String> traits(Draft row) {
    var traits = new ArrayList<String>();
    for (String field : options.by()) {
      String value = row.get(field).orElse(null);
      if (!field.equals("categoryPath")) {
        traits.add(value);
        continue;
      }
      String[] levels = value == null ? new String[0] : value.split("/", -1);
      String path = "";
      for (int level = 0; level < LEVELS; level++) {
        path = level < levels.length ? path + "/" + levels[level] : null;
        traits.add(path);
        path = path == null ? "" : path;
      }
    }
    return traits;
  }
}
