package io.shopkeeper.ml.worked;

import io.shopkeeper.ml.experiment.Arm;
import io.shopkeeper.ml.experiment.Assignment;
import io.shopkeeper.ml.experiment.Moments;
import io.shopkeeper.ml.experiment.Sample;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A shop with an experiment in which every arm's truth is known: each visitor comes once, is placed
 * by the real {@link Assignment}, buys with the probability of its arm, and who buys spends exp(3 +
 * N(0, 1)). For one thread.
 */
public final class ExperimentShop {

  private final Assignment plan;
  private final double[] conversion;
  private final SplittableRandom random;
  private final long[] units;
  private final long[] buyers;
  private final Moments[] revenue;
  private long visitors;

  /**
   * Opens it; all arms get the same share.
   *
   * @param conversion the probability of a purchase in each arm, the control first
   */
  public ExperimentShop(double[] conversion, long seed) {
    this.conversion = conversion.clone();
    this.random = new SplittableRandom(seed);
    int arms = conversion.length;
    this.plan =
        new Assignment(
            "worked-" + seed,
            0,
            1,
            IntStream.range(0, arms).mapToObj(arm -> new Arm("arm " + arm, 1)).toList());
    this.units = new long[arms];
    this.buyers = new long[arms];
    this.revenue = IntStream.range(0, arms).mapToObj(arm -> new Moments()).toArray(Moments[]::new);
  }

  /** Lets so many new visitors in. */
  public void open(int more) {
    for (int i = 0; i < more; i++) {
      int arm = plan.place("visitor-" + visitors++).arm();
      boolean buys = random.nextDouble() < conversion[arm];
      units[arm]++;
      buyers[arm] += buys ? 1 : 0;
      revenue[arm].add(buys ? Math.exp(3 + random.nextGaussian()) : 0);
    }
  }

  /** The shares of the traffic. */
  public double[] shares() {
    return plan.shares();
  }

  /** Who bought, of all until now, by arm. */
  public List<Sample> conversion() {
    return IntStream.range(0, units.length)
        .mapToObj(arm -> Sample.ofShare(buyers[arm], units[arm]))
        .toList();
  }

  /** What visitors spent, by arm. */
  public List<Sample> revenue() {
    return IntStream.range(0, units.length).mapToObj(arm -> revenue[arm].sample()).toList();
  }
}
