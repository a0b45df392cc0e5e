package io.shopkeeper.fraud.attempt;

import io.shopkeeper.fraud.boundary.attempt.AttemptKind;
import io.shopkeeper.fraud.features.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an attempt as of its moment, by name, such as {@code ip.accounts.1h}: pure, and
 * without what cannot be said. Names are written as those of payments are, so that the language of
 * rules can take them over.
 */
public final class AttemptFeatures {

  /** Of a key with more attempts within 30 days, the latest count. */
  public static final int MOST = 2_000;

  /** Over which counts are made. */
  static final List<Window> WINDOWS =
      List.of(
          Window.MINUTE, Window.TEN_MINUTES, Window.HOUR, Window.DAY, Window.WEEK, Window.MONTH);

  /** How far back is looked. */
  static final Window LONGEST = Window.MONTH;

  private static final double HOUR = 3_600_000.0;
  private static final double MINUTE = 60_000.0;

  /** So near the places of addresses are all one: they are guesses of a town. */
  private static final double NEAR_KM = 50;

  private AttemptFeatures() {}

  /**
   * All that can be said, but for what only the question tells.
   *
   * @param past what was tried before
   */
  public static Map<String, Double> of(Attempt attempt, AttemptPast past) {
    Map<String, Double> features = new LinkedHashMap<>();
    for (AttemptKey key : AttemptKey.of(attempt.kind())) {
      if (key.of(attempt).isPresent()) {
        List<Attempt> before = past.before(key, attempt);
        counts(features, key, attempt, before);
        if (key == AttemptKey.ACCOUNT) {
          habits(features, attempt, before);
        }
      }
    }
    return features;
  }

  /** The names of all counts of a kind. */
  static List<String> counts(AttemptKind kind) {
    List<String> names = new ArrayList<>();
    for (AttemptKey key : AttemptKey.of(kind)) {
      for (AttemptMeasure measure : AttemptMeasure.of(kind, key)) {
        WINDOWS.forEach(window -> names.add(name(key, measure, window)));
      }
    }
    return names;
  }

  private static String name(AttemptKey key, AttemptMeasure measure, Window window) {
    return key.code() + "." + measure.code() + "." + window.code();
  }

  private static void counts(
      Map<String, Double> features, AttemptKey key, Attempt attempt, List<Attempt> before) {
    for (Window window : WINDOWS) {
      long from = attempt.time() - window.length().toMillis();
      List<Attempt> within = new ArrayList<>();
      within.add(attempt);
      before.stream().filter(one -> one.time() > from).forEach(within::add);
      for (AttemptMeasure measure : AttemptMeasure.of(attempt.kind(), key)) {
        features.put(name(key, measure, window), measure.of(within));
      }
    }
  }

  /** Beside what got in before; where nothing did, nothing can be said. */
  private static void habits(Map<String, Double> features, Attempt attempt, List<Attempt> before) {
    List<Attempt> good = before.stream().filter(Attempt::gotIn).toList();
    if (good.isEmpty()) {
      return;
    }
    Attempt last = good.getFirst();
    double minutes = (attempt.time() - last.time()) / MINUTE;
    features.put("minutes_since_last", minutes);
    fresh(attempt.device(), good.stream().map(Attempt::device).toList())
        .ifPresent(value -> features.put("new_device", value));
    fresh(attempt.country(), good.stream().map(Attempt::country).toList())
        .ifPresent(value -> features.put("new_country", value));
    fresh(attempt.network(), good.stream().map(Attempt::network).toList())
        .ifPresent(value -> features.put("new_network", value));
    good.stream()
        .filter(one -> one.latitude() != null)
        .findFirst()
        .filter(one -> attempt.latitude() != null)
        .ifPresent(one -> travel(features, one, attempt));
  }

  private static Optional<Double> fresh(String now, List<String> before) {
    List<String> known = before.stream().filter(Objects::nonNull).toList();
    return now == null || known.isEmpty()
        ? Optional.empty()
        : Optional.of(known.contains(now) ? 0.0 : 1.0);
  }

  private static void travel(Map<String, Double> features, Attempt from, Attempt to) {
    double km = Places.km(from.latitude(), from.longitude(), to.latitude(), to.longitude());
    features.put("distance_km", km);
    // Within a minute two addresses may be of one person, such as of phone and computer.
    double hours = Math.max((double) (to.time() - from.time()), MINUTE) / HOUR;
    features.put("speed_kmh", km < NEAR_KM ? 0 : km / hours);
  }
}
