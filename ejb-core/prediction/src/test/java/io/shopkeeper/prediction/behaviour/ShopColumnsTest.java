package io.shopkeeper.prediction.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.analysis.ActRow;
import io.shopkeeper.catalog.boundary.analysis.BasketRow;
import io.shopkeeper.catalog.boundary.person.ConsentChange;
import io.shopkeeper.catalog.boundary.person.Door;
import io.shopkeeper.catalog.boundary.person.Identity;
import io.shopkeeper.catalog.boundary.person.PersonRegister;
import io.shopkeeper.catalog.boundary.person.Purpose;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.prediction.boundary.behaviour.BehaviourQuery;
import io.shopkeeper.prediction.boundary.behaviour.LiveView;
import io.shopkeeper.prediction.boundary.behaviour.Segment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShopColumnsTest {

  private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

  private final ShopColumns columns = new ShopColumns(Optional.empty());

  private static ActRow act(
      String id, EventType type, String customer, String visitor, long minutesAgo) {
    Instant at = NOW.minus(Duration.ofMinutes(minutesAgo));
    return new ActRow(id, type, customer, visitor, "p-" + type.code(), "web", at, at);
  }

  private static BasketRow basket(String id, String customer, boolean bought, String currency) {
    return new BasketRow(
        id, customer, bought, NOW, "store", currency, new BigDecimal("12.34"), List.of("a", "b"));
  }

  private ShopSnapshot snapshot(PersonRegister register) {
    return columns.snapshot(register, NOW);
  }

  private static ConsentChange refusal(Subject subject) {
    return new ConsentChange(subject, Purpose.ANALYTICS, false, NOW, "", Door.SHOP, null);
  }

  @Test
  void whatComesAgainIsKnown() {
    Instant since = NOW.minus(Duration.ofMinutes(5));
    columns.add(act("e1", EventType.VIEW, null, "v", 1), since);
    columns.add(act("e1", EventType.VIEW, null, "v", 1), since);
    columns.add(act("e2", EventType.VIEW, null, "v", 1), since);
    assertThat(columns.acts()).isEqualTo(2);
    columns.forgetBefore(NOW);
    columns.add(act("e1", EventType.VIEW, null, "v", 1), since);
    assertThat(columns.acts()).as("forgotten").isEqualTo(3);
  }

  @Test
  void whatIsTooOldIsNotTaken() {
    var some = new ShopColumns(Optional.of(NOW.minusSeconds(90)));
    some.add(act("e1", EventType.VIEW, null, "v", 2), NOW);
    some.add(act("e2", EventType.VIEW, null, "v", 1), NOW);
    assertThat(some.acts()).isEqualTo(1);
    assertThat(some.snapshot(PersonRegister.everybody(), NOW).left().before())
        .contains(NOW.minusSeconds(90));
  }

  @Test
  void whoRefusesIsLeftOutAndWhoIsSomebodyElseIsOne() {
    columns.add(act("e1", EventType.VIEW, null, "v", 3), NOW);
    columns.add(act("e2", EventType.CART, "c", null, 2), NOW);
    columns.add(act("e3", EventType.VIEW, "d", null, 1), NOW);
    columns.put(basket("o1", "c", true, "EUR"));
    columns.put(basket("o2", "d", true, "EUR"));
    ShopSnapshot all = snapshot(PersonRegister.everybody());
    assertThat(all.acts().people()).isEqualTo(3);
    assertThat(all.customers().cardinality()).isEqualTo(2);

    var link = new Identity("v", "c", NOW, "", Door.SHOP, null, null, null);
    ShopSnapshot some =
        snapshot(PersonRegister.of(List.of(link), List.of(refusal(Subject.customer("d"))), true));
    assertThat(some.acts().people()).as("the visitor is c").isEqualTo(1);
    assertThat(some.acts().size()).isEqualTo(2);
    assertThat(some.orders().size()).isEqualTo(1);
    assertThat(some.left().acts()).isEqualTo(1);
    assertThat(some.left().orders()).isEqualTo(1);
  }

  @Test
  void anOrderTakesThePlaceOfWhatItWas() {
    assertThat(columns.put(basket("o1", "c", true, "EUR"))).isTrue();
    assertThat(columns.put(basket("o1", "c", true, "EUR"))).isFalse();
    assertThat(snapshot(PersonRegister.everybody()).orders().amount(0)).isEqualTo(1234);
    columns.put(basket("o1", "c", false, "EUR"));
    assertThat(columns.baskets()).isEqualTo(1);
    assertThat(snapshot(PersonRegister.everybody()).orders().size()).isZero();
  }

  @Test
  void theCurrencyOfMostPurchasesIsTheUsualOne() {
    columns.put(basket("o1", "c", true, "USD"));
    columns.put(basket("o2", "c", true, "EUR"));
    columns.put(basket("o3", "c", true, "EUR"));
    ShopSnapshot now = snapshot(PersonRegister.everybody());
    assertThat(now.currency()).isEqualTo("EUR");
    assertThat(now.orders().size()).isEqualTo(3);
    assertThat(now.priced().size()).isEqualTo(2);
    assertThat(Extents.of(now, NOW).otherCurrencies()).isEqualTo(1);
  }

  @Test
  void theLastHalfHourIsSeenWithoutThePeople() {
    columns.add(act("e1", EventType.VIEW, null, "v", 31), NOW);
    columns.add(act("e2", EventType.VIEW, null, "v", 29), NOW);
    columns.add(act("e3", EventType.CART, null, "w", 0), NOW);
    columns.add(act("e4", EventType.VIEW, null, "w", 6), NOW);
    columns.add(act("e5", EventType.VIEW, null, "x", -1), NOW);
    ShopSnapshot now = snapshot(PersonRegister.everybody());
    var query =
        new BehaviourQuery(LocalDate.EPOCH, LocalDate.EPOCH, Optional.empty(), Segment.EVERYBODY);
    LiveView live = LiveScan.of(now, Filters.of(now, query), NOW);
    assertThat(live.people()).isEqualTo(2);
    assertThat(live.lately()).isEqualTo(1);
    assertThat(live.all()).isEqualTo(3);
    assertThat(live.minutes()).hasSize(30).startsWith(1L, 0L).endsWith(1L);
    assertThat(live.counts()).containsEntry(EventType.VIEW, 2L).containsEntry(EventType.CART, 1L);
    assertThat(live.acts()).extracting(LiveView.Act::productId).startsWith("p-cart", "p-view");
    assertThat(live.products().getFirst()).isEqualTo(new LiveView.Product("p-view", 2));
  }

  @Test
  void anUnknownChannelIsNowhere() {
    columns.add(act("e1", EventType.VIEW, null, "v", 0), NOW);
    ShopSnapshot now = snapshot(PersonRegister.everybody());
    for (String channel : List.of("web", "nowhere")) {
      var query =
          new BehaviourQuery(
              LocalDate.of(2026, 5, 4),
              LocalDate.of(2026, 5, 4),
              Optional.of(channel),
              Segment.EVERYBODY);
      assertThat(Filters.of(now, query).takes(now.acts().time(0), now.acts().channel(0)))
          .as(channel)
          .isEqualTo(channel.equals("web"));
    }
  }
}
