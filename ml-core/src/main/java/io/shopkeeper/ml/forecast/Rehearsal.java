package io.shopkeeper.ml.forecast;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Forecasts from earlier weeks with a rolling origin, beside what came (L. Tashman, "Out-of-sample
 * Tests of Forecasting Accuracy", International Journal of Forecasting 16, 2000).
 *
 * @param trials of all products and origins
 */
record Rehearsal(List<Trial> trials) {

  /** A product of which less is known is not rehearsed. */
  static final int FEWEST_WEEKS = 8;

  /**
   * One product as of one week.
   *
   * @param product its place in the log
   * @param origin the first week that is not known
   * @param forecasts by method, in the order that was asked for
   * @param actual what came in those weeks of the horizon that are known by now
   */
  record Trial(
      int product, int origin, DemandHistory past, double[][] forecasts, double[] actual) {}

  /**
   * Rehearses the last weeks of a log.
   *
   * @param origins how many
   * @param early trees that know no week from the first origin on; empty where there are none
   */
  static Rehearsal of(
      DemandLog log,
      List<DemandMethod> methods,
      int origins,
      int horizon,
      Optional<BoostedDemand> early,
      TrainingListener listener) {
    List<Trial> trials = new ArrayList<>();
    for (int back = origins; back >= 1; back--) {
      listener.stopIfCancelled();
      listener.progress(1 - (double) back / origins, "rehearsing");
      trials.addAll(as(log, log.end() - back, methods, horizon, early));
    }
    return new Rehearsal(trials);
  }

  private static List<Trial> as(
      DemandLog log,
      int origin,
      List<DemandMethod> methods,
      int horizon,
      Optional<BoostedDemand> early) {
    List<Integer> places = new ArrayList<>();
    List<DemandHistory> pasts = new ArrayList<>();
    for (int place = 0; place < log.products().size(); place++) {
      DemandHistory whole = log.products().get(place).history();
      if (origin - whole.begin() >= FEWEST_WEEKS) {
        places.add(place);
        pasts.add(whole.before(origin));
      }
    }
    Map<DemandMethod, double[][]> foretold = Forecasts.of(pasts, methods, horizon, early);
    List<Trial> trials = new ArrayList<>();
    for (int one = 0; one < places.size(); one++) {
      DemandHistory whole = log.products().get(places.get(one)).history();
      double[] actual = new double[Math.min(horizon, whole.end() - origin)];
      System.arraycopy(whole.units(), origin - whole.begin(), actual, 0, actual.length);
      double[][] forecasts = new double[methods.size()][];
      for (int method = 0; method < forecasts.length; method++) {
        forecasts[method] = foretold.get(methods.get(method))[one];
      }
      trials.add(new Trial(places.get(one), origin, pasts.get(one), forecasts, actual));
    }
    return trials;
  }

  /** Forecasts of many products. */
  static final class Forecasts {

    private Forecasts() {}

    /** By each method; where there are no trees, those of trees are the mean of the last weeks. */
    static Map<DemandMethod, double[][]> of(
        List<DemandHistory> pasts,
        List<DemandMethod> methods,
        int horizon,
        Optional<BoostedDemand> trees) {
      Map<DemandMethod, double[][]> all = new EnumMap<>(DemandMethod.class);
      for (DemandMethod method : methods) {
        if (method == DemandMethod.BOOSTED && trees.isPresent()) {
          all.put(method, trees.get().forecast(pasts, horizon));
          continue;
        }
        SeriesForecaster alone =
            method.alone().orElseGet(() -> DemandMethod.RECENT_MEAN.alone().orElseThrow());
        double[][] results = new double[pasts.size()][];
        KernelBackends.current()
            .workers()
            .forEach(
                pasts.size(),
                one -> results[one] = alone.forecast(pasts.get(one).units(), horizon));
        all.put(method, results);
      }
      return all;
    }
  }
}
