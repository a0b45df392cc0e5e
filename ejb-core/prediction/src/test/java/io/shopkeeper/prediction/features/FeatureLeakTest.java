package io.shopkeeper.prediction.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Nothing that happens, or becomes known, at a moment or after it changes what was known then. */
class FeatureLeakTest {

  /** How a vector is made: of a shop, a customer, a product and a moment. */
  private interface Vector {

    Map<String, String> of(ShopFacts shop, String customer, String product, long moment);
  }

  private static final Vector OURS =
      (shop, customer, product, moment) -> PairFeature.cells(shop.pair(customer, product, moment));

  /** The names of features that saw what came later. */
  private static Set<String> leaks(Vector vector) {
    Set<String> leaks = new TreeSet<>();
    for (long seed = 1; seed <= 12; seed++) {
      var world = new LivedShop(seed);
      List<Fact> facts = world.facts(1_500);
      for (int question = 0; question < 12; question++) {
        String customer = "c-" + world.customer();
        String product = world.product();
        long moment = world.moment();
        var then = new ShopFacts(LivedShop.traits());
        facts.stream().filter(fact -> fact.known() < moment).forEach(then::add);
        var whole = new ShopFacts(LivedShop.traits());
        facts.forEach(whole::add);
        // At the very moment, the likeliest to slip in: the act that is to be foretold.
        for (int extra = 0; extra < 60; extra++) {
          Fact random = world.fact(10_000 + extra, moment);
          whole.add(at(random, customer, product, moment));
        }
        Map<String, String> before = vector.of(then, customer, product, moment);
        vector
            .of(whole, customer, product, moment)
            .forEach(
                (name, cell) -> {
                  if (!Objects.equals(cell, before.get(name))) {
                    leaks.add(name);
                  }
                });
      }
    }
    return leaks;
  }

  private static Fact at(Fact fact, String customer, String product, long moment) {
    return new Fact(
        moment,
        moment,
        fact.kind(),
        fact.id(),
        customer,
        fact.product() == null ? null : product,
        fact.amount(),
        fact.quantity(),
        fact.currency(),
        fact.channel(),
        fact.group());
  }

  @Test
  void noFeatureSeesWhatCameLater() {
    assertThat(leaks(OURS)).isEmpty();
  }

  /** Each sees the future in a way in which features are written by accident. */
  @Test
  void featuresThatPeekAreCaught() {
    Map<String, Function<Seen, Object>> planted =
        Map.of(
            "all_orders",
                seen -> seen.log.facts().stream().filter(f -> f.kind() == FactKind.ORDER).count(),
            "until_now_inclusive",
                seen -> seen.log.facts().stream().filter(f -> f.at() <= seen.moment).count(),
            "known_later",
                seen -> seen.log.facts().stream().filter(f -> f.at() < seen.moment).count(),
            "next_act",
                seen ->
                    seen.log.facts().stream()
                        .mapToLong(Fact::at)
                        .filter(t -> t > seen.moment)
                        .findFirst());
    Vector peeking =
        (shop, customer, product, moment) -> {
          Map<String, String> cells = OURS.of(shop, customer, product, moment);
          var seen = new Seen(shop.logOf(customer), moment);
          planted.forEach((name, feature) -> cells.put(name, feature.apply(seen).toString()));
          return cells;
        };
    assertThat(leaks(peeking)).containsExactlyInAnyOrderElementsOf(planted.keySet());
  }

  private record Seen(FactLog log, long moment) {}
}
