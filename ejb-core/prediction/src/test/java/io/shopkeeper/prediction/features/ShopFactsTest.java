package io.shopkeeper.prediction.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told of customers while a shop lives is what is told of them afterwards. */
class ShopFactsTest {

  private static final int FACTS = 10_000;
  private static final int QUESTIONS = 400;

  /** A question, and what was answered while the shop lived. */
  private record Asked(String customer, String product, long moment, Map<String, String> answer) {}

  /**
   * Facts come in as the shop learns of them, and questions are asked in between, as serving asks;
   * later all facts are there at once, in another order, as training finds them.
   */
  @Test
  void onlineIsWhatBatchSaysAsOfThen() {
    var shop = new LivedShop(7);
    List<Fact> facts = new ArrayList<>(shop.facts(FACTS));
    facts.sort(Comparator.comparingLong(Fact::known));
    List<Long> moments = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      moments.add(shop.moment());
    }
    moments.add(facts.getLast().known() + 1);
    moments.sort(Comparator.naturalOrder());

    var online = new ShopFacts(LivedShop.traits());
    List<Asked> asked = new ArrayList<>();
    int next = 0;
    for (long moment : moments) {
      while (next < facts.size() && facts.get(next).known() < moment) {
        online.add(facts.get(next++));
      }
      String customer = "c-" + shop.customer();
      String product = shop.product();
      asked.add(
          new Asked(
              customer,
              product,
              moment,
              PairFeature.cells(online.pair(customer, product, moment))));
    }
    assertThat(next).as("replayed").isEqualTo(FACTS);

    var batch = new ShopFacts(LivedShop.traits());
    facts.sort(Comparator.comparing(Fact::id).reversed());
    facts.forEach(batch::add);
    for (Asked each : asked) {
      assertThat(PairFeature.cells(batch.pair(each.customer(), each.product(), each.moment())))
          .as("%s and %s at %d", each.customer(), each.product(), each.moment())
          .isEqualTo(each.answer());
    }
    assertThat(filled(asked)).as("every feature says something somewhere").isEmpty();
  }

  private static List<String> filled(List<Asked> asked) {
    Map<String, Integer> said = new LinkedHashMap<>();
    for (Asked each : asked) {
      each.answer().forEach((name, cell) -> said.merge(name, cell == null ? 0 : 1, Integer::sum));
    }
    return said.entrySet().stream()
        .filter(entry -> entry.getValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void aFactCountsOnce() {
    var shop = new LivedShop(8);
    var log = new FactLog();
    List<Fact> facts = shop.facts(300);
    facts.forEach(log::add);
    facts.forEach(log::add);
    assertThat(log.facts()).hasSize(300).isSorted();
  }
}
