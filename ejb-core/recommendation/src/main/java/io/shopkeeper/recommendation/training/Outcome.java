package io.shopkeeper.recommendation.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of rankings.
 *
 * @param standardErrors of those metrics that are means over users or folds
 * @param recallByPlace of one place, two, and so on
 * @param table a line of metrics for each user, without saying who
 * @param values the same as numbers, in the order of {@link UserMeans#metricNames}
 */
record Outcome(
    Map<String, Double> metrics,
    Map<String, Double> standardErrors,
    List<Double> recallByPlace,
    String table,
    List<double[]> values) {

  private static final String USERS = "users";

  /**
   * The mean of several folds, with the standard error of the folds; users are added up. The table
   * says in which fold each line was.
   */
  static Outcome ofFolds(List<Outcome> folds) {
    if (folds.size() == 1) {
      return folds.getFirst();
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    Map<String, Double> errors = new LinkedHashMap<>();
    for (String name : folds.getFirst().metrics().keySet()) {
      double[] values = folds.stream().mapToDouble(fold -> fold.metrics().get(name)).toArray();
      double sum = Arrays.stream(values).sum();
      double mean = sum / values.length;
      double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
      metrics.put(name, name.equals(USERS) ? sum : mean);
      if (!name.equals(USERS)) {
        errors.put(name, Math.sqrt(squares / (values.length - 1) / values.length));
      }
    }
    List<double[]> values = new ArrayList<>();
    folds.forEach(fold -> values.addAll(fold.values()));
    return new Outcome(metrics, errors, recall(folds), table(folds), values);
  }

  /** One metric of each user. */
  double[] users(int metric) {
    return values.stream().mapToDouble(user -> user[metric]).toArray();
  }

  private static List<Double> recall(List<Outcome> folds) {
    List<Double> means = new ArrayList<>();
    for (int place = 0; place < folds.getFirst().recallByPlace().size(); place++) {
      int at = place;
      means.add(
          folds.stream().mapToDouble(fold -> fold.recallByPlace().get(at)).average().orElse(0));
    }
    return means;
  }

  private static String table(List<Outcome> folds) {
    var table = new StringBuilder();
    for (int fold = 0; fold < folds.size(); fold++) {
      String[] lines = folds.get(fold).table().split("\n");
      if (fold == 0) {
        table.append("fold,").append(lines[0]).append('\n');
      }
      for (int line = 1; line < lines.length; line++) {
        table.append(fold + 1).append(',').append(lines[line]).append('\n');
      }
    }
    return table.toString();
  }
}
