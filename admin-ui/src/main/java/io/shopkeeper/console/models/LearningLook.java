package io.shopkeeper.console.models;

import io.shopkeeper.platform.boundary.MetricDirection;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * A learning curve and what it says.
 *
 * @param metric that was measured
 * @param points by rising number of rows, at least two
 */
public record LearningLook(String metric, List<Point> points) {

  /** Part of a figure below which a change is nothing, where chance is not known. */
  private static final double NOTHING = 0.003;

  /** Part of a figure by which one on the rows learnt from may well be better. */
  private static final double CLOSE = 0.03;

  public LearningLook {
    points = List.copyOf(points);
  }

  /**
   * A number of rows.
   *
   * @param train figure on the rows that were learnt from
   * @param test figure on rows that were held out
   * @param error standard error of that; NaN where it is not known
   */
  public record Point(Long rows, Double train, Double test, double error) {}

  /** What more rows would do. */
  public enum Verdict {
    /** They would help. */
    MORE,
    /** They would not: the model knows what there is to know. */
    FLAT,
    /** They alone would not: the model learns its rows by heart. */
    GAP
  }

  /** Of the table that is kept with a version. */
  static LearningLook of(List<CSVRecord> table) {
    String metric = table.getFirst().getParser().getHeaderNames().get(2);
    return new LearningLook(
        metric,
        table.stream()
            .map(
                row ->
                    new Point(
                        Long.valueOf(row.get("rows")),
                        Double.valueOf(row.get(1)),
                        Double.valueOf(row.get(2)),
                        Double.parseDouble(row.get("error"))))
            .toList());
  }

  /** All rows that can be learnt from. */
  public Point last() {
    return points.getLast();
  }

  /** The size before. */
  public Point before() {
    return points.get(points.size() - 2);
  }

  /** By how much the last step made the figure on held-out rows better; below 0 if worse. */
  public Double gain() {
    return better(last().test(), before().test());
  }

  private double better(double one, double other) {
    return MetricDirection.of(metric) == MetricDirection.LOWER_IS_BETTER
        ? other - one
        : one - other;
  }

  /** What more rows would do. */
  public Verdict verdict() {
    double size = Math.abs(last().test());
    double chance = Double.isNaN(last().error()) ? 0 : last().error();
    if (gain() > Math.max(chance, NOTHING * size)) {
      return Verdict.MORE;
    }
    boolean close = better(last().train(), last().test()) <= Math.max(3 * chance, CLOSE * size);
    return close ? Verdict.FLAT : Verdict.GAP;
  }
}
