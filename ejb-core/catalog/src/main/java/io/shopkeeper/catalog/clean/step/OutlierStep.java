package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.ml.outlier.IqrFences;
import io.shopkeeper.ml.outlier.IsolationForest;
import io.shopkeeper.ml.outlier.RobustScale;
import io.shopkeeper.ml.sketch.QuantileSketch;
import io.shopkeeper.ml.sketch.Reservoir;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values far from the usual ones are flagged and stay. What is usual is learnt in the first pass
 * and from the shop's own rows: per field a quantile sketch for all rows and one for each of up to
 * 500 groups, for isolation a sample of 10,000 rows. Measures: {@link RobustScale}, {@link
 * IqrFences}, {@link IsolationForest}. Fewer than 20 values say nothing.
 */
final class OutlierStep implements Step {

  private static final int FEWEST = 20;
  private static final int MOST_GROUPS = 500;
  private static final int SKETCH = 200;
  private static final int SAMPLE = 10_000;
  private static final int POINTS = 999;
  private static final long SEED = 42;

  /** How it is measured. */
  enum Method {
    ROBUST_Z(5),
    IQR(3),
    ISOLATION(0.65);

    private final double standard;

    Method(double standard) {
      this.standard = standard;
    }
  }

  /** On which scale. */
  enum Scale {
    LINEAR,
    LOG
  }

  /**
   * What to do.
   *
   * @param by a field whose values are groups of their own; empty for none
   * @param limit from which on a value is far out: z, times the interquartile range, or score
   */
  record Options(Method method, List<String> fields, String by, Scale scale, double limit) {

    Options {
      if (fields.isEmpty()) {
        throw InvalidInputException.of("fields", "is missing: say which numbers to look at");
      }
      if (!(limit > 0) || (method == Method.ISOLATION && limit >= 1)) {
        throw InvalidInputException.of(
            "limit", "must be above 0" + (method == Method.ISOLATION ? " and below 1" : ""));
      }
    }

    static Options read(OptionReader reader) {
      Method method = reader.choice("method", Method.class);
      return new Options(
          method,
          reader.words("fields"),
          reader.text("by"),
          reader.choice("scale", Scale.class),
          reader.number("limit").orElse(method.standard));
    }
  }

  private final Options options;
  private final Map<String, QuantileSketch> sketches = new HashMap<>();
  private final Map<String, RobustScale> scales = new HashMap<>();
  private final Reservoir<double[]> sample = new Reservoir<>(SAMPLE, SEED);
  private Optional<IsolationForest> forest = Optional.empty();
  private boolean fitted;

  OutlierStep(Options options) {
    this.options = options;
  }

  @Override
  public void observe(Draft row) {
    if (options.method() == Method.ISOLATION) {
      vector(row).ifPresent(sample::add);
      return;
    }
    for (String field : options.fields()) {
      value(row, field).ifPresent(value -> groups(row, field).forEach(group -> add(group, value)));
    }
  }

  private void add(String group, double value) {
    if (sketches.size() < MOST_GROUPS || sketches.containsKey(group)) {
      sketches.computeIfAbsent(group, fresh -> new QuantileSketch(SKETCH, SEED)).add(value);
    }
  }

  @Override
  public void clean(Draft row) {
    if (options.method() == Method.ISOLATION) {
      isolated(row);
      return;
    }
    for (String field : options.fields()) {
      value(row, field).ifPresent(value -> check(row, field, value));
    }
  }

  private void check(Draft row, String field, double value) {
    for (String group : groups(row, field)) {
      QuantileSketch sketch = sketches.get(group);
      if (sketch != null && sketch.count() >= FEWEST) {
        String of = group.equals(field) ? "" : " of " + group.substring(field.length() + 1);
        if (options.method() == Method.IQR) {
          fences(row, field, value, sketch, of);
        } else {
          robust(row, field, value, group, of);
        }
        return;
      }
    }
  }

  private void robust(Draft row, String field, double value, String group, String of) {
    RobustScale scale = scales.computeIfAbsent(group, known -> scale(sketches.get(known)));
    double z = scale.z(value);
    if (Math.abs(z) > options.limit()) {
      row.doubt(
          field,
          "outlier.robust",
          "is %.1f robust deviations from the median %s%s".formatted(z, back(scale.median()), of));
    }
  }

  private void fences(Draft row, String field, double value, QuantileSketch sketch, String of) {
    double[] quartiles = sketch.quantiles(0.25, 0.75);
    IqrFences fences = IqrFences.of(quartiles[0], quartiles[1], options.limit());
    if (fences.outside(value)) {
      row.doubt(
          field,
          "outlier.iqr",
          "lies outside %s to %s%s".formatted(back(fences.low()), back(fences.high()), of));
    }
  }

  private void isolated(Draft row) {
    if (!fitted) {
      fitted = true;
      List<double[]> rows = sample.items();
      forest =
          rows.size() < FEWEST
              ? Optional.empty()
              : Optional.of(
                  IsolationForest.fit(
                      rows.toArray(double[][]::new), IsolationForest.Options.standard(SEED)));
    }
    Optional<double[]> vector = vector(row);
    if (forest.isPresent() && vector.isPresent()) {
      double score = forest.get().score(vector.get());
      if (score > options.limit()) {
        row.doubt(
            options.fields().getFirst(),
            "outlier.isolation",
            "%s together stand apart (score %.2f)"
                .formatted(String.join(", ", options.fields()), score));
      }
    }
  }

  private static RobustScale scale(QuantileSketch sketch) {
    double[] fractions = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      fractions[i] = (i + 1.0) / (POINTS + 1);
    }
    return RobustScale.of(sketch.quantiles(fractions));
  }

  private Optional<double[]> vector(Draft row) {
    double[] vector = new double[options.fields().size()];
    for (int i = 0; i < vector.length; i++) {
      Optional<Double> value = value(row, options.fields().get(i));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      vector[i] = value.get();
    }
    return Optional.of(vector);
  }

  private Optional<Double> value(Draft row, String field) {
    return options.scale() == Scale.LINEAR
        ? row.number(field)
        : row.number(field).filter(value -> value > 0).map(Math::log);
  }

  private String back(double value) {
    return "%.4g".formatted(options.scale() == Scale.LOG ? Math.exp(value) : value);
  }

  /** From the narrowest to all rows. */
  private List<String> groups(Draft row, String field) {
    var groups = new ArrayList<String>();
    if (!options.by().isEmpty()) {
      row.get(options.by()).ifPresent(value -> groups.add(field + " " + value));
    }
    groups.add(field);
    return groups;
  }
}
