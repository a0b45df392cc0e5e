package io.shopkeeper.ml.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A way of foretelling demand. The order is part of stored models. */
public enum DemandMethod {
  /** Trees that learnt from all products together. */
  BOOSTED("boosted"),
  /** Exponential smoothing. */
  SMOOTHING("smoothing"),
  /** Demand that comes now and then and may cease. */
  FADING("fading"),
  /** Demand that comes now and then. */
  CROSTON("croston"),
  /** The mean of the last eight weeks. */
  RECENT_MEAN("recent-mean"),
  /** The week a year ago; the last week where so much is not known. */
  SEASONAL_NAIVE("seasonal-naive");

  /** Weeks of a year. */
  static final int YEAR = 52;

  private final String code;

  DemandMethod(String code) {
    this.code = code;
  }

  /** The name outside. */
  public String code() {
    return code;
  }

  /** How it foretells a series alone; empty where it looks at all products. */
  Optional<SeriesForecaster> alone() {
    return switch (this) {
      case BOOSTED -> Optional.empty();
      case SMOOTHING -> Optional.of(new ExponentialSmoothing(YEAR));
      case FADING -> Optional.of(new FadingDemand());
      case CROSTON -> Optional.of(new Croston(0.1, true));
      case RECENT_MEAN -> Optional.of(new RecentMean(8));
      case SEASONAL_NAIVE -> Optional.of(new SeasonalNaive(YEAR));
    };
  }

  /** All. */
  public static List<DemandMethod> all() {
    return List.of(values());
  }

  /** By its code. */
  public static Optional<DemandMethod> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
