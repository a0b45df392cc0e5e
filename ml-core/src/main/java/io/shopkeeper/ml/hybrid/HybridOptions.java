package io.shopkeeper.ml.hybrid;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.ranking.LogSize;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the options of both hybrids have in common. */
final class HybridOptions {

  /** Where the order of time says much. */
  static final List<String> NEXT =
      List.of(
          "ease/near",
          "ease/fading",
          "slim/fading",
          "als",
          "rp3beta/recent",
          "popularity/trending");

  /** Where it does not. */
  static final List<String> TASTE =
      List.of("ease/near", "ease", "slim", "als", "user-neighbours", "ease/fading", "popularity");

  /**
   * Where users do little and the last of it says most: what was done after it, what is met with
   * it, what is like it. Nothing here grows with the square of the items.
   */
  static final List<String> LIGHT =
      List.of("session-knn/whole", "item-neighbours-cosine/recent", "content-based/recent");

  /** The same with what explains whole histories; slow for more than some thousand items. */
  static final List<String> COMPLETE =
      List.of(
          "session-knn/whole",
          "item-neighbours-cosine/recent",
          "content-based/recent",
          "ease/close");

  /** Within a visit: what others did after the same items, and a little of who is near whom. */
  static final List<String> CLICK = List.of("session-knn", "light-gcn");

  private static final int MOST = 20;

  private HybridOptions() {}

  static List<String> algorithms(List<String> names) {
    if (names.isEmpty() || names.size() > MOST || new HashSet<>(names).size() < names.size()) {
      throw new WrongOptionException(
          "algorithms", "must be 1 to %d names, each once, but are %s".formatted(MOST, names));
    }
    return List.copyOf(names);
  }

  static List<String> weights(List<String> weights, int algorithms) {
    if (!weights.isEmpty() && weights.size() != algorithms) {
      throw new WrongOptionException(
          "weights",
          "must be as many as algorithms (%d) or none, but are %d"
              .formatted(algorithms, weights.size()));
    }
    for (String weight : weights) {
      try {
        WrongOptionException.unlessWithin("weights", Double.parseDouble(weight), 0, 1e6);
      } catch (NumberFormatException wrong) {
        throw new WrongOptionException("weights", "must be numbers, but one is “" + weight + "”");
      }
    }
    return List.copyOf(weights);
  }

  static void check(HeldOutChoice heldOut, double part, int most) {
    if (heldOut == null) {
      throw new WrongOptionException("heldOut", "is missing");
    }
    WrongOptionException.unlessWithin("part", part, 0, 0.5);
    WrongOptionException.unlessWithin("most", most, 1, 1000);
  }

  static long memoryBytes(
      List<String> algorithms, Function<String, Optional<RankingAlgorithm<?>>> find, LogSize size) {
    return algorithms.stream()
        .mapToLong(name -> Component.parse(name, find).memoryBytes(size))
        .sum();
  }
}
