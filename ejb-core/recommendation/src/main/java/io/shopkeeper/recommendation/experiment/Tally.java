package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentView;
import io.shopkeeper.recommendation.entity.ImpressionEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts what the visitors of an experiment did, some hundred visitors at a time: memory does not
 * grow with the experiment.
 */
@Dependent
public class Tally {

  private static final int PAGE = 5_000;
  private static final int UNITS = 400;
  private static final String VISITOR = "v:";
  private static final String CUSTOMER = "c:";

  @Inject private ImpressionPages pages;
  @Inject private BehaviourEvents events;
  @Inject private Products products;

  /** A visitor and what was shown. */
  private record Unit(String arm, List<Attribution.Shown> shown) {}

  /**
   * Counts, by the name of the arm; those who are kept out are {@code holdout}.
   *
   * @param now acts until then count
   */
  Map<String, ArmTally> of(ExperimentView experiment, Instant now) {
    var attribution =
        new Attribution(Duration.ofHours(experiment.design().windowHours()).toMillis());
    Map<String, ArmTally> arms = new HashMap<>();
    Map<String, Unit> units = new LinkedHashMap<>();
    String unit = "";
    long id = 0;
    List<ImpressionEntry> page;
    do {
      page = pages.read(experiment.name(), unit, id, PAGE);
      for (ImpressionEntry each : page) {
        if (units.size() >= UNITS && !each.unit().equals(unit)) {
          count(units, experiment.startedAt(), now, attribution, arms);
          units.clear();
        }
        unit = each.unit();
        id = each.id();
        units
            .computeIfAbsent(unit, key -> new Unit(each.arm(), new ArrayList<>()))
            .shown()
            .add(new Attribution.Shown(each.at(), each.products().lines().toList()));
      }
    } while (page.size() == PAGE);
    count(units, experiment.startedAt(), now, attribution, arms);
    return arms;
  }

  private void count(
      Map<String, Unit> units,
      Instant from,
      Instant until,
      Attribution attribution,
      Map<String, ArmTally> arms) {
    List<BehaviourEvent> done =
        events.of(idsOf(units, VISITOR), idsOf(units, CUSTOMER), Attribution.TYPES, from, until);
    Map<String, BigDecimal> prices = prices(done);
    Map<String, List<BehaviourEvent>> byUnit =
        done.stream().collect(Collectors.groupingBy(Tally::unitOf));
    units.forEach(
        (key, unit) ->
            arms.computeIfAbsent(unit.arm(), arm -> new ArmTally())
                .add(
                    unit.shown().size(),
                    attribution.of(unit.shown(), byUnit.getOrDefault(key, List.of()), prices)));
  }

  /** Whose impressions an act or an answer is counted with. */
  private static String unitOf(BehaviourEvent event) {
    return event.visitorId() == null ? CUSTOMER + event.customerId() : VISITOR + event.visitorId();
  }

  private static List<String> idsOf(Map<String, Unit> units, String kind) {
    return units.keySet().stream()
        .filter(key -> key.startsWith(kind))
        .map(key -> key.substring(kind.length()))
        .toList();
  }

  private Map<String, BigDecimal> prices(List<BehaviourEvent> done) {
    List<String> bought =
        done.stream()
            .filter(event -> event.type() == EventType.PURCHASE && event.productId() != null)
            .map(BehaviourEvent::productId)
            .distinct()
            .toList();
    Map<String, BigDecimal> prices = new HashMap<>();
    products.findAll(bought).forEach((id, product) -> prices.put(id, product.price()));
    return prices;
  }
}
