package io.shopkeeper.fraud.training;

import io.shopkeeper.fraud.features.PaymentFeatures;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.training.CsvTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * On whom alerts and false alarms fall, if the highest twentieth of the scores were looked at: by
 * how long the customer is known and by where the payment goes. Finer groups, such as countries,
 * are not kept where a model learns.
 */
final class FraudGroups {

  /** Small enough to be an alert, large enough that groups can be compared. */
  static final double ALERTS = 0.05;

  /** Good payments that a group needs to be compared. */
  static final int FEWEST = 50;

  private static final int KNOWN = PaymentFeatures.place("customer.known_days");
  private static final int ABROAD = PaymentFeatures.place("other_country");
  private static final int GUEST = PaymentFeatures.place("guest");
  private static final int MONTH = 30;

  private final Map<String, Map<String, Counts>> groups = new LinkedHashMap<>();
  private final double from;

  private static final class Counts {
    private long rows;
    private long alerts;
    private long good;
    private long falseAlarms;
  }

  private FraudGroups(double from) {
    this.from = from;
    for (String group : new String[] {"guest", "new", "month", "longer"}) {
      counts("known", group);
    }
    for (String group : new String[] {"home", "abroad", "unknown"}) {
      counts("goes", group);
    }
  }

  private Counts counts(String by, String group) {
    return groups
        .computeIfAbsent(by, none -> new LinkedHashMap<>())
        .computeIfAbsent(group, none -> new Counts());
  }

  /**
   * Of payments that were held out.
   *
   * @param scores of each
   * @param fraud 1 for each that was fraud, else 0
   * @param features of each, in the order of {@link PaymentFeatures}
   */
  static CsvTable of(double[] scores, int[] fraud, float[][] features) {
    var groups = new FraudGroups(line(scores));
    for (int row = 0; row < scores.length; row++) {
      groups.add("known", known(features[row]), scores[row], fraud[row] == 1);
      groups.add("goes", goes(features[row][ABROAD]), scores[row], fraud[row] == 1);
    }
    return groups.table();
  }

  /** The score of the last that would be looked at. */
  private static double line(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    int alerts = Math.max(1, (int) Math.round(ALERTS * sorted.length));
    return sorted.length == 0 ? 0 : sorted[sorted.length - alerts];
  }

  private static String known(float[] features) {
    if (features[GUEST] == 1) {
      return "guest";
    }
    float days = features[KNOWN];
    return !(days > 0) ? "new" : days < MONTH ? "month" : "longer";
  }

  private static String goes(float abroad) {
    return Float.isNaN(abroad) ? "unknown" : abroad == 1 ? "abroad" : "home";
  }

  private void add(String by, String group, double score, boolean fraud) {
    Counts counts = counts(by, group);
    boolean alert = score >= from;
    counts.rows++;
    counts.alerts += alert ? 1 : 0;
    if (!fraud) {
      counts.good++;
      counts.falseAlarms += alert ? 1 : 0;
    }
  }

  private CsvTable table() {
    var table =
        new CsvTable()
            .row(
                "by",
                "group",
                "payments",
                "alerts",
                "alerts_low",
                "alerts_high",
                "good",
                "false_alarms",
                "false_alarms_low",
                "false_alarms_high",
                "compared");
    groups.forEach(
        (by, all) ->
            all.forEach(
                (group, counts) -> {
                  if (counts.rows > 0) {
                    Interval alerts = Interval.ofShare(counts.alerts, counts.rows);
                    Interval wrong = Interval.ofShare(counts.falseAlarms, counts.good);
                    table.row(
                        by,
                        group,
                        counts.rows,
                        counts.alerts,
                        alerts.low(),
                        alerts.high(),
                        counts.good,
                        counts.falseAlarms,
                        wrong.low(),
                        wrong.high(),
                        counts.good >= FEWEST);
                  }
                }));
    return table;
  }
}
