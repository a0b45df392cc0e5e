package io.shopkeeper.cli.worked;

import io.shopkeeper.cli.worked.ExperimentReport.Estimator;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.experiment.ConfidenceSequence;
import io.shopkeeper.ml.experiment.Effect;
import io.shopkeeper.ml.experiment.OffPolicy;
import io.shopkeeper.ml.experiment.Reading;
import io.shopkeeper.ml.experiment.Sample;
import io.shopkeeper.ml.experiment.SampleSize;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.worked.ExperimentShop;
import io.shopkeeper.ml.worked.LoggedShop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/**
 * What experiments promise, tried on shops whose truth is known: no false alarm for who looks
 * daily, a lift found with the stated power, and an estimate from the log whose interval holds.
 */
final class ExperimentCase implements WorkedCase {

  private static final int DAYS = 28;
  private static final double ALPHA = 0.05;
  private static final double POWER = 0.8;

  private final int runs;
  private final double conversion;
  private final double lift;
  private final int loggedVisitors;

  ExperimentCase() {
    this(100, 0.1, 0.05, 5_000);
  }

  /**
   * Of another size.
   *
   * @param conversion of the control
   * @param loggedVisitors of each log
   */
  ExperimentCase(int runs, double conversion, double lift, int loggedVisitors) {
    this.runs = runs;
    this.conversion = conversion;
    this.lift = lift;
    this.loggedVisitors = loggedVisitors;
  }

  @Override
  public String name() {
    return "experiment";
  }

  @Override
  public Printed run(long seed) {
    long planned = new SampleSize(ALPHA, POWER).sequentialOfShare(conversion, lift);
    int daily = (int) Math.ceil(2.0 * planned / DAYS);
    long[] seeds = new SplittableRandom(seed).longs(3L * runs).toArray();
    List<Course> same =
        all(seeds, 0, one -> course(new ExperimentShop(rates(0), one), daily, planned));
    List<Course> planted =
        all(seeds, runs, one -> course(new ExperimentShop(rates(lift), one), daily, planned));
    List<List<Estimator>> logs = all(seeds, 2 * runs, this::estimates);
    return new ExperimentReport(seed, runs, DAYS, daily, planned, lift, POWER, same, planted, logs);
  }

  private double[] rates(double more) {
    return new double[] {conversion, conversion * (1 + more)};
  }

  private <T> List<T> all(long[] seeds, int from, LongFunction<T> run) {
    List<T> found = new ArrayList<>(Collections.nCopies(runs, null));
    KernelBackends.current()
        .workers()
        .forEach(runs, index -> found.set(index, run.apply(seeds[from + index])));
    return found;
  }

  /**
   * An experiment that is looked at every evening.
   *
   * @param found the first day on which the arm was called better; 0 for never
   * @param worse the first day on which it was called worse
   * @param mismatch the first day of an alarm about the numbers of visitors
   * @param naive the first day on which a 95 % interval for one look left 0 out
   */
  record Course(int found, int worse, int mismatch, int naive) {}

  private static Course course(ExperimentShop shop, int daily, long planned) {
    ConfidenceSequence level = ConfidenceSequence.planned(ALPHA, 2.0 * planned);
    int[] first = new int[4];
    for (int day = 1; day <= DAYS; day++) {
      shop.open(daily);
      List<Sample> bought = shop.conversion();
      Reading reading =
          Reading.of(
              shop.shares(),
              bought,
              List.of(new Reading.GuardSamples(0.05, shop.revenue())),
              level,
              planned);
      Effect effect = reading.arms().getFirst().primary();
      boolean[] now = {
        effect.isBetter(), effect.isWorse(), reading.ratio().isMismatch(), naive(bought)
      };
      for (int i = 0; i < now.length; i++) {
        first[i] = first[i] == 0 && now[i] ? day : first[i];
      }
    }
    return new Course(first[0], first[1], first[2], first[3]);
  }

  private static boolean naive(List<Sample> bought) {
    double error = Math.hypot(bought.getFirst().standardError(), bought.getLast().standardError());
    return Math.abs(bought.getLast().mean() - bought.getFirst().mean()) > 1.959964 * error;
  }

  private List<Estimator> estimates(long seed) {
    LoggedShop shop = LoggedShop.of(loggedVisitors, seed);
    ConfidenceSequence level = ConfidenceSequence.planned(ALPHA, loggedVisitors);
    return Arrays.asList(
        estimator("ips", OffPolicy.ips(shop.log(), level), shop.truth()),
        estimator("snips", OffPolicy.selfNormalised(shop.log(), level), shop.truth()),
        estimator(
            "doubly-robust",
            OffPolicy.doublyRobust(shop.log(), shop.modelled(), shop.expected(), level),
            shop.truth()));
  }

  private static Estimator estimator(String name, OffPolicy found, double truth) {
    double half = 1.959964 * found.estimate().standardError();
    var once = new Interval(found.estimate().mean() - half, found.estimate().mean() + half);
    return new Estimator(
        name,
        found.interval().contains(truth),
        once.contains(truth),
        (found.interval().high() - found.interval().low()) / 2 / truth,
        (found.estimate().mean() - truth) / truth,
        found.warnings().size());
  }
}
