package io.shopkeeper.recommendation.experiment;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds when a product was shown to a unit. It looks up no unit that nobody asks for. */
final class Showings {

  private final Group group;
  private final Predicate<Shown> among;
  private final Map<String, Map<String, NavigableMap<Long, Shown>>> units = new HashMap<>();

  /** In a group, as far as they are wanted. */
  Showings(Group group, Predicate<Shown> among) {
    this.group = group;
    this.among = among;
  }

  /** The last time until then, milliseconds since 1970. */
  Optional<Shown> last(String unit, String product, long at) {
    NavigableMap<Long, Shown> times = units.computeIfAbsent(unit, this::byProduct).get(product);
    return Optional.ofNullable(times == null ? null : times.floorEntry(at))
        .map(Map.Entry::getValue);
  }

  private Map<String, NavigableMap<Long, Shown>> byProduct(String unit) {
    Map<String, NavigableMap<Long, Shown>> times = new HashMap<>();
    for (Shown shown : group.of(unit)) {
      if (among.test(shown)) {
        for (String product : shown.products()) {
          times.computeIfAbsent(product, key -> new TreeMap<>()).put(shown.at(), shown);
        }
      }
    }
    return times;
  }
}
