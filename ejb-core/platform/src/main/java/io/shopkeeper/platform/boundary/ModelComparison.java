package io.shopkeeper.platform.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two versions of a model side by side.
 *
 * @param parameters algorithm, seed and hyper-parameters
 * @param metrics on all splits that either has
 * @param data what each was made from
 */
public record ModelComparison(
    ModelVersionView a,
    ModelVersionView b,
    List<Setting> parameters,
    List<Metric> metrics,
    List<Setting> data) {

  private static final double SURE = 2;

  /** What the difference of a metric says. */
  public enum Verdict {
    /** B is better, by more than two standard errors of the difference. */
    BETTER,
    /** B is worse, by more than two standard errors of the difference. */
    WORSE,
    /** The difference may be chance. */
    NO_DIFFERENCE,
    /** Nobody can tell: it is not measured in both, or not known how surely. */
    UNKNOWN
  }

  /** A value in both; null where one has it not. */
  public record Setting(String name, String a, String b) {

    /** Whether they differ. */
    public boolean differs() {
      return !Objects.equals(a, b);
    }
  }

  /**
   * A metric in both; null where one has it not.
   *
   * @param difference b − a; null where one is missing
   * @param differenceError standard error of the difference of two independent values; null where
   *     it is not known
   */
  public record Metric(
      String split,
      String name,
      Double a,
      Double aError,
      Double b,
      Double bError,
      Double difference,
      Double differenceError,
      Verdict verdict) {}

  /** Puts two versions side by side. */
  public static ModelComparison of(ModelVersionView a, ModelVersionView b) {
    return new ModelComparison(
        a, b, settings(parameters(a), parameters(b)), metrics(a, b), settings(data(a), data(b)));
  }

  private static List<Metric> metrics(ModelVersionView a, ModelVersionView b) {
    var splits = new TreeSet<>(a.metrics().keySet());
    splits.addAll(b.metrics().keySet());
    var metrics = new ArrayList<Metric>();
    for (String split : splits) {
      var names = new TreeSet<>(a.metrics().getOrDefault(split, Map.of()).keySet());
      names.addAll(b.metrics().getOrDefault(split, Map.of()).keySet());
      names.forEach(name -> metrics.add(metric(split, name, a, b)));
    }
    return metrics;
  }

  private static Metric metric(String split, String name, ModelVersionView a, ModelVersionView b) {
    Double here = a.metric(split, name).orElse(null);
    Double there = b.metric(split, name).orElse(null);
    Double hereError = a.standardError(split, name).orElse(null);
    Double thereError = b.standardError(split, name).orElse(null);
    Double difference = here == null || there == null ? null : (Double) (there - here);
    Double error =
        difference == null || hereError == null || thereError == null
            ? null
            : (Double) Math.hypot(hereError, thereError);
    return new Metric(
        split,
        name,
        here,
        hereError,
        there,
        thereError,
        difference,
        error,
        verdict(name, difference, error));
  }

  private static Verdict verdict(String name, Double difference, Double error) {
    MetricDirection direction = MetricDirection.of(name);
    if (difference == null || direction == MetricDirection.NEITHER) {
      return Verdict.UNKNOWN;
    }
    if (difference == 0) {
      return Verdict.NO_DIFFERENCE;
    }
    if (error == null) {
      return Verdict.UNKNOWN;
    }
    if (Math.abs(difference) <= SURE * error) {
      return Verdict.NO_DIFFERENCE;
    }
    return difference > 0 == (direction == MetricDirection.HIGHER_IS_BETTER)
        ? Verdict.BETTER
        : Verdict.WORSE;
  }

  private static List<Setting> settings(Map<String, String> a, Map<String, String> b) {
    var names = new TreeSet<>(a.keySet());
    names.addAll(b.keySet());
    return names.stream().map(name -> new Setting(name, a.get(name), b.get(name))).toList();
  }

  private static Map<String, String> parameters(ModelVersionView version) {
    var parameters = new TreeMap<>(version.hyperParameters());
    parameters.put("algorithm", version.algorithm());
    parameters.put("seed", Long.toString(version.seed()));
    parameters.put("formatVersion", Integer.toString(version.formatVersion()));
    return parameters;
  }

  private static Map<String, String> data(ModelVersionView version) {
    var data = new TreeMap<>(version.provenance());
    version.data().rows().forEach((name, rows) -> data.put("rows " + name, Long.toString(rows)));
    if (version.data().from() != null) {
      data.put("dataFrom", version.data().from().toString());
      data.put("dataTo", version.data().to().toString());
    }
    data.put("contentHash", version.data().contentHash());
    data.put("sizeBytes", Long.toString(version.sizeBytes()));
    return data;
  }
}
