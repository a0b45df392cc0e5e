package io.shopkeeper.recommendation.estimate;

import io.shopkeeper.ml.experiment.ConfidenceSequence;
import io.shopkeeper.ml.experiment.LoggedChoices;
import io.shopkeeper.ml.experiment.OffPolicy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Weighs places of lists: the item-position estimator of S. Li, Y. Abbasi-Yadkori, B. Kveton, S.
 * Muthukrishnan, V. Vinay and Z. Wen ("Offline Evaluation of Ranking Policies with Click Models",
 * KDD 2018), which takes what comes of a place to depend on the visitor, the product and the place,
 * but not on the other products of the list. Weights are those of Li, Chu, Langford and Wang
 * ("Unbiased Offline Evaluation of Contextual-bandit-based News Article Recommendation Algorithms",
 * WSDM 2011) where an act is taken for the reward. Visitors are the units, since the lists of one
 * are alike. For one thread; some 30 bytes of each place.
 */
final class Weighing {

  private static final double ALPHA = 0.05;

  /** Of visitors, for whom the intervals are narrowest. */
  private static final double PLANNED = 2_000;

  private static final ConfidenceSequence LEVEL = ConfidenceSequence.planned(ALPHA, PLANNED);

  private final Map<String, Integer> units = new HashMap<>();
  private int[] unit = new int[1024];
  private double[] reward = new double[1024];
  private double[] propensity = new double[1024];
  private double[] candidate = new double[1024];
  private int size;
  private int lists;
  private long supported;
  private long agreed;

  /**
   * Takes a list in.
   *
   * @param wanted what the candidate would have shown, the first place first
   * @param acted products of the list on which the visitor acted
   */
  void add(LoggedList list, List<String> wanted, Set<String> acted) {
    int number = units.computeIfAbsent(list.unit(), added -> units.size());
    lists++;
    for (int place = 0; place < list.products().size(); place++) {
      grow();
      String shown = list.products().get(place);
      String instead = place < wanted.size() ? wanted.get(place) : null;
      boolean same = shown.equals(instead);
      unit[size] = number;
      reward[size] = acted.contains(shown) ? 1 : 0;
      propensity[size] = list.propensities().get(place);
      candidate[size++] = same ? 1 : 0;
      agreed += same ? 1 : 0;
      supported += instead != null && list.couldShow(instead, place) ? 1 : 0;
    }
  }

  private void grow() {
    if (size == unit.length) {
      unit = Arrays.copyOf(unit, 2 * size);
      reward = Arrays.copyOf(reward, 2 * size);
      propensity = Arrays.copyOf(propensity, 2 * size);
      candidate = Arrays.copyOf(candidate, 2 * size);
    }
  }

  int lists() {
    return lists;
  }

  /** What they say together. */
  Weighed result() {
    int[] of = Arrays.copyOf(unit, size);
    double[] earned = Arrays.copyOf(reward, size);
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    var log =
        new LoggedChoices(
            of, earned, Arrays.copyOf(propensity, size), Arrays.copyOf(candidate, size));
    double[] more =
        IntStream.range(0, size).mapToDouble(i -> (log.weight(i) - 1) * earned[i]).toArray();
    return new Weighed(
        lists,
        units.size(),
        size,
        (double) supported / Math.max(1, size),
        (double) agreed / Math.max(1, size),
        OffPolicy.ips(new LoggedChoices(of, earned, ones, ones), LEVEL),
        OffPolicy.ips(log, LEVEL),
        OffPolicy.selfNormalised(log, LEVEL),
        OffPolicy.ips(new LoggedChoices(of, more, ones, ones), LEVEL));
  }
}
