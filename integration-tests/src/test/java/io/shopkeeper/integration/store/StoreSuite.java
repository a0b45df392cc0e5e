package io.shopkeeper.integration.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.CategoryCount;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.OrderLine;
import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.ProductQuery;
import io.shopkeeper.catalog.boundary.QuarantineQuery;
import io.shopkeeper.catalog.boundary.QuarantinedRow;
import io.shopkeeper.catalog.boundary.person.ConsentChange;
import io.shopkeeper.catalog.boundary.person.Door;
import io.shopkeeper.catalog.boundary.person.Identity;
import io.shopkeeper.catalog.boundary.person.Purpose;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.catalog.entity.Product;
import io.shopkeeper.catalog.entity.QuarantinedRowEntry;
import io.shopkeeper.catalog.entity.ShopOrder;
import io.shopkeeper.catalog.event.EventStore;
import io.shopkeeper.catalog.ingest.QuarantineStore;
import io.shopkeeper.catalog.order.OrderStore;
import io.shopkeeper.catalog.person.ConsentStore;
import io.shopkeeper.catalog.person.IdentityStore;
import io.shopkeeper.catalog.product.ProductStore;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.ModelCandidate;
import io.shopkeeper.platform.boundary.Role;
import io.shopkeeper.platform.boundary.Stage;
import io.shopkeeper.platform.entity.ModelPiece;
import io.shopkeeper.platform.entity.ModelVersion;
import io.shopkeeper.platform.entity.Person;
import io.shopkeeper.platform.identity.PersonStore;
import io.shopkeeper.platform.registry.Checksum;
import io.shopkeeper.platform.registry.ModelStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreSuite {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123Z");

  private DataSource database;
  private Schema platform;
  private Schema catalog;

  abstract DataSource open();

  @BeforeAll
  void migrate() {
    database = open();
    platform = Schema.of(database, "platform");
    catalog = Schema.of(database, "catalog");
  }

  @AfterAll
  void close() {
    platform.close();
    catalog.close();
  }

  @Test
  void migrationsRunOnce() {
    assertThat(Schema.migrate(database)).isZero();
  }

  @Test
  void aProductComesBackAsItWas() {
    ProductData knife =
        new ProductData(
            "store-1",
            "Knife 100%_!",
            "刀😀",
            null,
            "描述",
            "Store/Kitchen",
            "O'Neil \\ \"Co\"",
            new BigDecimal("99999999999.99"),
            "EUR",
            0,
            Map.of("鋼", "a\"b\\c\n"),
            null,
            false,
            NOW);
    keep(knife);
    var found1 = catalog.read(e -> new ProductStore(e).find("store-1").orElseThrow().data());
    assertThat(found1).isEqualTo(knife);
  }

  @Test
  void productsAreFoundByLiteralTextAndCategory() {
    keep(product("find-1", "50% off_now!", "Find/A", true));
    keep(product("find-2", "50 percent off now", "Find/A/B", true));
    keep(product("find-3", "other", "FindMore", false));
    assertThat(ids(new ProductQuery(null, "50% off_now!", null, 10, false)))
        .containsExactly("find-1");
    assertThat(ids(new ProductQuery(null, "OTHER", null, 10, false))).containsExactly("find-3");
    assertThat(ids(new ProductQuery("Find", null, null, 10, false)))
        .containsExactly("find-1", "find-2");
    assertThat(ids(new ProductQuery("FindMore", null, null, 10, true))).isEmpty();
    assertThat(ids(new ProductQuery("Find", null, "find-1", 10, true))).containsExactly("find-2");
    List<CategoryCount> categories = catalog.read(e -> new ProductStore(e).categories());
    assertThat(categories)
        .contains(new CategoryCount("Find/A", 1), new CategoryCount("Find/A/B", 1));
    assertThat(categories).noneMatch(category -> category.toString().contains("FindMore"));
  }

  @Test
  void anOrdersLinesAreReplaced() {
    OrderLine a = new OrderLine("a", 1, new BigDecimal("1.50"));
    OrderLine b = new OrderLine("b", 2, new BigDecimal("2.50"));
    OrderLine c = new OrderLine("c", 3, new BigDecimal("3.50"));
    for (List<OrderLine> lines :
        List.of(List.of(a, b), List.of(b), List.of(c, a, b), List.of(b, a, c), List.of(a, a))) {
      OrderData order =
          new OrderData("store-o", "c-1", OrderStatus.PAID, NOW, "EUR", "web", null, null, lines);
      catalog.write(
          e -> {
            var store = new OrderStore(e);
            ShopOrder kept = store.findAll(List.of("store-o")).get("store-o");
            if (kept == null) {
              kept = new ShopOrder("store-o");
              kept.replace(order, NOW);
              store.add(kept);
            } else {
              kept.replace(order, NOW);
            }
          });
      var found2 = catalog.read(e -> new OrderStore(e).find("store-o").orElseThrow().data());
      assertThat(found2).isEqualTo(order);
      var found3 = catalog.read(e -> new OrderStore(e).ofCustomer("c-1", 5));
      assertThat(found3).hasSize(1);
    }
    catalog.write(e -> new OrderStore(e).remove(new OrderStore(e).find("store-o").orElseThrow()));
    var found4 = catalog.read(e -> new OrderStore(e).find("store-o"));
    assertThat(found4).isEmpty();
  }

  @Test
  void anEventIsStoredOnceAndComesBack() {
    BehaviourEvent rating =
        new BehaviourEvent("s-1", EventType.RATING, "sc", "sv", "p", 4.5, "web", "s", "名\"", NOW);
    BehaviourEvent search =
        new BehaviourEvent("s-2", EventType.SEARCH, null, "sv", null, null, "web", null, "q", NOW);
    assertThat(add(rating, search)).containsExactly(true, true);
    assertThat(add(search, rating, rating)).containsExactly(false, false, false);
    var found5 = catalog.read(e -> new EventStore(e).recent("sc", "sv", 10));
    assertThat(found5).containsExactlyInAnyOrder(rating, search);
  }

  @Test
  void aTransactionThatIsRolledBackLeavesNoEvent() {
    BehaviourEvent lost =
        new BehaviourEvent(
            "s-lost", EventType.VIEW, "lost", null, "p", null, "web", null, null, NOW);
    assertThatThrownBy(
            () ->
                catalog.write(
                    e -> {
                      new EventStore(e).add(List.of(lost), NOW);
                      throw new IllegalStateException("power cut");
                    }))
        .hasMessage("power cut");
    var found6 = catalog.read(e -> new EventStore(e).recent("lost", null, 10));
    assertThat(found6).isEmpty();
  }

  @Test
  void eventsAreReadInTheOrderOfTimePageByPage() {
    Instant day = Instant.parse("2001-01-01T00:00:00Z");
    for (int i = 0; i < 25; i++) {
      add(
          new BehaviourEvent(
              "page-%02d".formatted(24 - i),
              EventType.VIEW,
              "pc",
              null,
              "p",
              null,
              "web",
              null,
              null,
              day.plusSeconds(i / 5)));
    }
    long from = day.toEpochMilli();
    List<BehaviourEvent> first =
        catalog.read(e -> new EventStore(e).page(from, from + 60_000, from, "", 10));
    BehaviourEvent last = first.getLast();
    List<BehaviourEvent> second =
        catalog.read(
            e ->
                new EventStore(e)
                    .page(from, from + 60_000, last.time().toEpochMilli(), last.eventId(), 100));
    assertThat(first).hasSize(10);
    assertThat(second).hasSize(15).doesNotContainAnyElementsOf(first);
    assertThat(second.getFirst().time()).isAfterOrEqualTo(last.time());
  }

  @Test
  void aVisitorIsLinkedOnceAtATime() {
    Identity first = link("sc-1", NOW);
    boolean kept = catalog.read(e -> new IdentityStore(e).add(first));
    boolean twice = catalog.read(e -> new IdentityStore(e).add(link("sc-2", NOW.plusMillis(1))));
    assertThat(kept).isTrue();
    assertThat(twice).as("two tabs at once").isFalse();
    var held = catalog.read(e -> new IdentityStore(e).find("sv-link"));
    assertThat(held).contains(first);
    boolean ended = catalog.read(e -> new IdentityStore(e).end("sv-link", "mei", NOW));
    boolean again = catalog.read(e -> new IdentityStore(e).add(link("sc-2", NOW.plusMillis(2))));
    assertThat(ended && again).isTrue();
    var former = catalog.read(e -> new IdentityStore(e).of("sc-1"));
    assertThat(former).isEmpty();
    var past = catalog.read(e -> new IdentityStore(e).history("sc-1", 5));
    assertThat(past).singleElement().extracting(Identity::endedBy).isEqualTo("mei");
  }

  private static Identity link(String customer, Instant at) {
    return new Identity("sv-link", customer, at, "key", Door.PAGE, "名", null, null);
  }

  @Test
  void decisionsComeBackInTheirOrder() {
    Subject customer = Subject.customer("sc-consent");
    ConsentChange yes = decision(customer, true, NOW);
    ConsentChange no = decision(customer, false, NOW);
    ConsentChange old = decision(customer, true, NOW.minusMillis(5));
    for (ConsentChange change : List.of(yes, no, old)) {
      catalog.write(e -> new ConsentStore(e).add(change));
    }
    var found =
        catalog.read(e -> new ConsentStore(e).of(List.of(customer), Purpose.PERSONALISATION));
    assertThat(found).containsExactly(old, yes, no);
    var others = catalog.read(e -> new ConsentStore(e).of(List.of(customer), Purpose.MARKETING));
    assertThat(others).isEmpty();
    var newest = catalog.read(e -> new ConsentStore(e).history(List.of(customer), 1));
    assertThat(newest).containsExactly(no);
  }

  private static ConsentChange decision(Subject subject, boolean granted, Instant at) {
    return new ConsentChange(
        subject, Purpose.PERSONALISATION, granted, at, "key", Door.SHOP, "banner");
  }

  @Test
  void quarantinedRowsAreFoundByTheirText() {
    for (int i = 0; i < 3; i++) {
      long row = i;
      catalog.write(
          e ->
              new QuarantineStore(e)
                  .add(
                      77L,
                      ImportKind.PRODUCTS,
                      row,
                      "{\"id\":\"Row%_" + row + "\"}",
                      List.of(new FieldError("/id", "名")),
                      NOW));
    }
    List<QuarantinedRow> found =
        catalog.read(
            e ->
                new QuarantineStore(e)
                    .list(new QuarantineQuery(77L, "row%_1", null, 10)).stream()
                        .map(QuarantinedRowEntry::view)
                        .toList());
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().errors()).containsExactly(new FieldError("/id", "名"));
    var page =
        catalog.read(e -> new QuarantineStore(e).list(new QuarantineQuery(null, null, null, 2)));
    assertThat(page).hasSize(2);
  }

  @Test
  void aPersonComesBack() {
    platform.write(
        e -> new PersonStore(e).add(new Person("mei", "hash", EnumSet.of(Role.ADMIN), NOW)));
    var found7 = platform.read(e -> new PersonStore(e).find("mei").orElseThrow().roles());
    assertThat(found7).containsExactly(Role.ADMIN);
    var found8 = platform.read(e -> new PersonStore(e).isEmpty());
    assertThat(found8).isFalse();
    var found9 = platform.read(e -> new PersonStore(e).find("nobody"));
    assertThat(found9).isEmpty();
  }

  @Test
  void aModelOfSeveralPiecesComesBackWhole() {
    byte[] artefact = new byte[2 * ModelPiece.SIZE + 7];
    new Random(7).nextBytes(artefact);
    var candidate =
        new ModelCandidate(
            "store-model",
            "popularity",
            1,
            artefact,
            Map.of("k", "v"),
            42,
            Map.of("test", Map.of("ndcg_at_10", 0.5)),
            Map.of("java", "25"),
            Map.of("loss", List.of(1.0, 0.5)));
    platform.write(
        e -> {
          var store = new ModelStore(e);
          assertThat(store.nextVersion("store-model")).isEqualTo(1);
          store.add(new ModelVersion(candidate, 1, Checksum.of(artefact), "mei", NOW), artefact);
        });
    byte[] kept =
        platform.read(
            e -> {
              var store = new ModelStore(e);
              return store.artefact(store.find("store-model", 1).orElseThrow());
            });
    assertThat(kept).isEqualTo(artefact);
    var found12 = platform.read(e -> new ModelStore(e).nextVersion("store-model"));
    assertThat(found12).isEqualTo(2);
    var found13 = platform.read(e -> new ModelStore(e).live("store-model"));
    assertThat(found13).isEmpty();
    platform.write(
        e -> new ModelStore(e).find("store-model", 1).orElseThrow().moveTo(Stage.LIVE, NOW));
    var found14 = platform.read(e -> new ModelStore(e).live("store-model").orElseThrow().version());
    assertThat(found14).isEqualTo(1);
  }

  private boolean[] add(BehaviourEvent... events) {
    return catalog.read(e -> new EventStore(e).add(List.of(events), NOW));
  }

  private List<String> ids(ProductQuery query) {
    return catalog.read(e -> new ProductStore(e).list(query).stream().map(Product::id).toList());
  }

  private void keep(ProductData data) {
    catalog.write(
        e -> {
          var product = new Product(data.id());
          product.replace(data, NOW);
          new ProductStore(e).add(product);
        });
  }

  private static ProductData product(String id, String title, String category, boolean active) {
    return new ProductData(
        id,
        title,
        null,
        null,
        null,
        category,
        null,
        BigDecimal.ONE,
        "EUR",
        1,
        Map.of(),
        null,
        active,
        null);
  }
}
