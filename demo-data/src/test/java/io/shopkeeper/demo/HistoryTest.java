package io.shopkeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final Instant UNTIL = Instant.parse("2026-02-01T00:00:00Z");

  private final Assortment assortment = new Assortment(new SplittableRandom(7));
  private final List<Customer> customers = Customers.make(200, UNTIL, new SplittableRandom(8));

  private History live(long seed) {
    var history = new History(assortment, UNTIL, new SplittableRandom(seed));
    history.live(customers, 100);
    return history;
  }

  @Test
  void theSameSeedGivesTheSameShop() {
    assertThat(live(3).events()).isEqualTo(live(3).events());
    assertThat(live(3).orders()).isEqualTo(live(3).orders());
    assertThat(live(3).events()).isNotEqualTo(live(4).events());
  }

  @Test
  void everythingRefersToSomethingThatExists() {
    History history = live(3);
    Set<String> products =
        assortment.products().stream().map(Product::id).collect(Collectors.toSet());
    Set<String> people = customers.stream().map(Customer::id).collect(Collectors.toSet());
    assertThat(history.events()).allMatch(event -> products.contains(event.productId()));
    assertThat(history.events())
        .allMatch(event -> (event.customerId() == null) != (event.visitorId() == null));
    assertThat(history.orders()).allMatch(order -> people.contains(order.customerId()));
    assertThat(history.orders())
        .allMatch(order -> order.lines().stream().allMatch(line -> line.quantity() > 0));
    assertThat(history.events().stream().map(Event::id)).doesNotHaveDuplicates();
    assertThat(history.orders().stream().map(Order::id)).doesNotHaveDuplicates();
    assertThat(history.events()).allMatch(event -> event.time().isBefore(UNTIL));
    assertThat(history.ratings()).allMatch(rating -> rating.stars() >= 1 && rating.stars() <= 5);
  }

  @Test
  void partnersAreBoughtTogetherMoreOftenThanChanceWouldHaveIt() {
    Map<String, Integer> baskets = new HashMap<>();
    int both = 0;
    List<Order> orders = live(3).orders();
    for (Order order : orders) {
      Set<String> kinds = new HashSet<>();
      order.lines().forEach(line -> kinds.add(line.productId().replaceAll("-\\d+$", "")));
      kinds.forEach(kind -> baskets.merge(kind, 1, Integer::sum));
      both += kinds.contains("camera") && kinds.contains("memory") ? 1 : 0;
    }
    double byChance =
        (double) baskets.getOrDefault("camera", 0)
            * baskets.getOrDefault("memory", 0)
            / orders.size();
    assertThat((double) both).isGreaterThan(2 * byChance);
  }

  @Test
  void everyKindHasAPictureWithoutScript() {
    var picture = new Picture();
    assertThat(assortment.products())
        .allSatisfy(
            product ->
                assertThat(picture.draw(product))
                    .startsWith("<svg")
                    .doesNotContain("script", "{main}", "href"));
  }
}
