package io.shopkeeper.fraud.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The features of payments: names such as {@code card.declined.1h} and {@code amount}, and their
 * values. A value is NaN where it cannot be said, such as of the card of a payment without one.
 */
public final class PaymentFeatures {

  private static final List<Feature> ALL = all();
  private static final Map<String, Integer> PLACES = places();

  private PaymentFeatures() {}

  /**
   * One of them: of the payment itself, of a key over a window, or how long a key is known.
   *
   * @param own null but for the first
   * @param key null for the first
   * @param measure null but for the second
   * @param window null but for the second
   */
  public record Feature(OwnFeature own, KeyKind key, Measure measure, Window window) {

    /** Such as {@code card.declined.1h}. */
    public String name() {
      if (own != null) {
        return own.code();
      }
      return measure == null
          ? key.code() + ".known_days"
          : key.code() + "." + measure.code() + "." + window.code();
    }
  }

  /** All, in the order of their values. */
  public static List<Feature> list() {
    return ALL;
  }

  /** The one of a name. */
  public static Optional<Feature> find(String name) {
    return Optional.ofNullable(PLACES.get(name)).map(ALL::get);
  }

  /** Where the value of a name is. */
  public static int place(String name) {
    Integer place = PLACES.get(name);
    if (place == null) {
      throw new IllegalArgumentException("There is no feature " + name + ".");
    }
    return place;
  }

  /**
   * What is known of a payment at its time.
   *
   * @param history may hold the payment and later ones: they do not count
   * @return values in the order of {@link #list()}
   */
  public static double[] of(Payment payment, PaymentHistory history) {
    return of(payment, history, Deadline.NONE).values();
  }

  /**
   * What is known of a payment at its time.
   *
   * @param values in the order of {@link #list()}
   * @param complete whether the time was enough; where it was not, values that were not worked out
   *     are NaN
   */
  public record Known(double[] values, boolean complete) {}

  /** The same within a time. */
  public static Known of(Payment payment, PaymentHistory history, Deadline deadline) {
    double[] values =
        own(payment, history.before(payment, KeyKind.CUSTOMER), new Links(payment, history));
    int at = OwnFeature.values().length;
    for (KeyKind kind : KeyKind.values()) {
      if (deadline.hasPassed()) {
        return new Known(values, false);
      }
      boolean known = kind.of(payment).isPresent();
      KeyFigures figures =
          known ? new KeyFigures(payment, kind, history.before(payment, kind)) : null;
      for (Measure measure : Measure.values()) {
        if (measure.suits(kind)) {
          for (Window window : measure.windows()) {
            values[at++] = known ? figures.of(measure, window) : Double.NaN;
          }
        }
      }
      values[at++] = known ? figures.knownDays() : Double.NaN;
    }
    return new Known(values, true);
  }

  /** What the payment itself says, where nobody could look at those before it. */
  public static double[] alone(Payment payment) {
    return own(payment, new PaymentHistory.View(List.of(), 0), null);
  }

  private static double[] own(Payment payment, PaymentHistory.View before, Links links) {
    double[] values = new double[ALL.size()];
    Arrays.fill(values, Double.NaN);
    var habits = new Habits(payment, before, links);
    int at = 0;
    for (OwnFeature own : OwnFeature.values()) {
      values[at++] = own.of(payment, habits);
    }
    return values;
  }

  /** The values that can be said, by name. */
  public static Map<String, Double> named(double[] values) {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        named.put(ALL.get(i).name(), values[i]);
      }
    }
    return named;
  }

  private static List<Feature> all() {
    List<Feature> all = new ArrayList<>();
    for (OwnFeature own : OwnFeature.values()) {
      all.add(new Feature(own, null, null, null));
    }
    for (KeyKind kind : KeyKind.values()) {
      for (Measure measure : Measure.values()) {
        if (measure.suits(kind)) {
          measure.windows().forEach(window -> all.add(new Feature(null, kind, measure, window)));
        }
      }
      all.add(new Feature(null, kind, null, null));
    }
    return Collections.unmodifiableList(all);
  }

  private static Map<String, Integer> places() {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < ALL.size(); i++) {
      places.put(ALL.get(i).name(), i);
    }
    return places;
  }
}
