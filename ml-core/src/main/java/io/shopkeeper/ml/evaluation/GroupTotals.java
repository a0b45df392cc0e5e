package io.shopkeeper.ml.evaluation;

/** Sums over the rows of each group, rows counting as often as they were drawn. */
final class GroupTotals {

  private final long[] rows;
  private final long[] positives;
  private final long[] chosen;
  private final long[] chosenPositives;
  private final double[] predicted;

  GroupTotals(FairnessReport.Rows data, int[] times) {
    int count = data.names().size();
    rows = new long[count];
    positives = new long[count];
    chosen = new long[count];
    chosenPositives = new long[count];
    predicted = new double[count];
    for (int row = 0; row < times.length; row++) {
      int group = data.groups()[row];
      int weight = times[row];
      boolean isChosen = data.probabilities()[row] >= data.threshold();
      rows[group] += weight;
      predicted[group] += weight * data.probabilities()[row];
      if (data.positive()[row]) {
        positives[group] += weight;
        chosenPositives[group] += isChosen ? weight : 0;
      }
      chosen[group] += isChosen ? weight : 0;
    }
  }

  long rows(int group) {
    return rows[group];
  }

  long positives(int group) {
    return positives[group];
  }

  long chosen(int group) {
    return chosen[group];
  }

  long chosenPositives(int group) {
    return chosenPositives[group];
  }

  double selectionRate(int group) {
    return (double) chosen[group] / rows[group];
  }

  double truePositiveRate(int group) {
    return (double) chosenPositives[group] / positives[group];
  }

  double falsePositiveRate(int group) {
    return (double) (chosen[group] - chosenPositives[group]) / (rows[group] - positives[group]);
  }

  double predicted(int group) {
    return predicted[group] / rows[group];
  }

  double observed(int group) {
    return (double) positives[group] / rows[group];
  }

  /** How far the mean probability is from the share that came true. */
  double miscalibration(int group) {
    return predicted(group) - observed(group);
  }
}
