package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A group as a test tells it. */
final class Told {

  private final Map<String, List<Shown>> shown = new LinkedHashMap<>();
  private final Map<String, List<Shown>> beside = new LinkedHashMap<>();
  private final List<Group.Act> acts = new ArrayList<>();

  Told shown(String unit, String placement, int version, long at, String... products) {
    put(shown, new Shown(unit, "arm-" + unit, placement, version, at, List.of(products)));
    return this;
  }

  Told beside(String unit, String placement, long at, String... products) {
    put(beside, new Shown(unit, "arm-" + unit, placement, 0, at, List.of(products)));
    return this;
  }

  private static void put(Map<String, List<Shown>> units, Shown one) {
    units.computeIfAbsent(one.unit(), key -> new ArrayList<>()).add(one);
  }

  Told act(EventType type, String product, Double pieces, long at, Worth worth, String... units) {
    var event =
        new BehaviourEvent(
            "e" + acts.size(),
            type,
            null,
            units[0].substring(2),
            product,
            pieces,
            "web",
            null,
            null,
            Instant.ofEpochMilli(at));
    acts.add(new Group.Act(event, List.of(units), worth));
    return this;
  }

  Told click(String product, long at, String... units) {
    return act(EventType.CLICK, product, null, at, Worth.UNKNOWN, units);
  }

  Group group() {
    return new Group(shown, beside, acts);
  }
}
