package io.shopkeeper.ml.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much a band for one week ahead may leave out, so that it covers what it states. Weeks are not
 * alike: what all products share in a week makes its errors great or small together, so that a band
 * of few weeks' errors is too narrow for the next one. So each origin is held out with all weeks
 * that it foretells; bands of the errors in the other weeks are made for it, as later ones will be
 * for weeks that nobody knows; and the share is the greatest with which these bands hold as often
 * as they should. That is the jackknife+ by blocks of weeks (R. Barber, E. Candès, A. Ramdas, R.
 * Tibshirani, "Predictive inference with the jackknife+", Annals of Statistics 49, 2021) with the
 * score of nested bands (C. Gupta, A. Kuchibhotla, A. Ramdas, "Nested conformal prediction and
 * quantile out-of-bag ensemble methods", Pattern Recognition 127, 2022) and the quantile of a
 * finite sample, (n + 1) / n of what is stated.
 */
final class BandCalibration {

  /** Halvings of the interval in which the share lies. */
  private static final int STEPS = 20;

  /** A band that is too wide gets narrower, but leaves out at most so many times what it states. */
  private static final double MOST = 2;

  /** An origin that is held out, and the errors in weeks that it does not foretell. */
  private record Fold(List<Misses.Miss> held, Misses others) {

    long within(double outside) {
      double[][] ends = new double[Misses.GROUPS][];
      for (int group = 0; group < ends.length; group++) {
        ends[group] = others.ends(group, outside);
      }
      return held.stream().filter(one -> one.within(ends[one.group()])).count();
    }
  }

  private final List<Fold> folds = new ArrayList<>();

  /**
   * Of all errors for one week ahead.
   *
   * @param horizon weeks that each origin foretells
   */
  BandCalibration(List<Misses.Miss> all, int horizon) {
    all.stream()
        .collect(Collectors.groupingBy(Misses.Miss::origin, TreeMap::new, Collectors.toList()))
        .forEach(
            (origin, held) -> {
              var others =
                  new Misses(
                      all.stream()
                          .filter(one -> one.week() < origin || one.week() >= origin + horizon)
                          .toList());
              if (!others.isEmpty()) {
                folds.add(new Fold(held, others));
              }
            });
  }

  /**
   * The share that bands of all errors may leave out.
   *
   * @param level what they state to cover, between 0 and 1
   * @return at most twice what is stated; as stated where no origin can be held out
   */
  double outside(double level) {
    long count = folds.stream().mapToLong(fold -> fold.held().size()).sum();
    if (count == 0) {
      return 1 - level;
    }
    double least = 0;
    double most = Math.min(1, MOST * (1 - level));
    for (int step = 0; step < STEPS; step++) {
      double middle = (least + most) / 2;
      if (folds.stream().mapToLong(fold -> fold.within(middle)).sum() >= level * (count + 1)) {
        least = middle;
      } else {
        most = middle;
      }
    }
    return least;
  }
}
