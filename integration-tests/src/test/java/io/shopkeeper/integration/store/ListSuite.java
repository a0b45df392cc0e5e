package io.shopkeeper.integration.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.OrderLine;
import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.ProductRow;
import io.shopkeeper.catalog.entity.Product;
import io.shopkeeper.catalog.entity.ShopOrder;
import io.shopkeeper.catalog.event.EventStore;
import io.shopkeeper.catalog.list.ListStore;
import io.shopkeeper.catalog.list.Tables;
import io.shopkeeper.platform.boundary.AuditAct;
import io.shopkeeper.platform.boundary.AuditEntry;
import io.shopkeeper.platform.boundary.AuditSource;
import io.shopkeeper.platform.boundary.JobRow;
import io.shopkeeper.platform.boundary.Note;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.ListTable;
import io.shopkeeper.platform.boundary.list.RowCount;
import io.shopkeeper.platform.entity.AuditRecord;
import io.shopkeeper.platform.entity.Job;
import io.shopkeeper.platform.entity.ListChoice;
import io.shopkeeper.platform.entity.NotificationEntry;
import io.shopkeeper.platform.entity.SavedViewEntry;
import io.shopkeeper.platform.lists.PlatformListStore;
import io.shopkeeper.platform.notification.NotificationStore;
import io.shopkeeper.platform.views.ViewStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Long lists, notes and saved views; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ListSuite {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final int EVENTS = 137;

  private Schema platform;
  private Schema catalog;

  abstract DataSource open();

  @BeforeAll
  void seed() {
    DataSource database = open();
    platform = Schema.of(database, "platform");
    catalog = Schema.of(database, "catalog");
    List<BehaviourEvent> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      // Seven events share each moment: what decides between them is their id.
      events.add(event(i, NOW.minusSeconds(60L * (i / 7))));
    }
    catalog.write(entities -> new EventStore(entities).add(events, NOW));
    catalog.write(
        entities -> {
          for (int i = 0; i < 9; i++) {
            entities.persist(product(i));
          }
          entities.persist(order());
        });
  }

  private static BehaviourEvent event(int i, Instant time) {
    return new BehaviourEvent(
        "e-%04d".formatted(i),
        i % 3 == 0 ? EventType.PURCHASE : EventType.VIEW,
        i % 2 == 0 ? "c-even" : null,
        "v-" + i % 5,
        "p-" + i % 4,
        null,
        "web",
        null,
        null,
        time);
  }

  private static Product product(int i) {
    var product = new Product("list-" + i);
    product.replace(
        new ProductData(
            "list-" + i,
            i == 4 ? "A 100%_! Tea" : "Cup " + i,
            null,
            null,
            null,
            i < 5 ? "Kitchen/Cups" : "Kitchen2",
            "Brand",
            new BigDecimal("10.50").add(BigDecimal.valueOf(i / 2)),
            "EUR",
            i,
            Map.of(),
            null,
            i != 8,
            null),
        NOW);
    return product;
  }

  private static ShopOrder order() {
    var order = new ShopOrder("list-o");
    order.replace(
        new OrderData(
            "list-o",
            "c-even",
            OrderStatus.PAID,
            NOW,
            "EUR",
            "web",
            null,
            null,
            List.of(
                new OrderLine("p-1", 2, new BigDecimal("1.50")),
                new OrderLine("p-2", 1, new BigDecimal("0.25")))),
        NOW);
    return order;
  }

  @AfterAll
  void close() {
    platform.close();
    catalog.close();
  }

  @Test
  void everyRowIsOnOnePageOnThereAndBack() {
    for (String sort : List.of("time", "type")) {
      for (boolean down : List.of(true, false)) {
        ListQuery first = new ListQuery(Map.of(), sort, down, "", false, 10);
        List<String> there = walk(first, ListPage::next, false);
        assertThat(there).hasSize(EVENTS).doesNotHaveDuplicates();
        ListPage<BehaviourEvent> last = lastPage(first);
        List<String> back = walkBack(first, last);
        assertThat(back).isEqualTo(there);
      }
    }
  }

  private List<String> walk(
      ListQuery first, Function<ListPage<BehaviourEvent>, String> next, boolean backwards) {
    List<String> ids = new ArrayList<>();
    ListQuery query = first;
    while (true) {
      ListPage<BehaviourEvent> page = events(query);
      page.rows().forEach(event -> ids.add(event.eventId()));
      String place = next.apply(page);
      if (place.isEmpty()) {
        return ids;
      }
      query =
          new ListQuery(
              first.filters(), first.sort(), first.descending(), place, backwards, first.limit());
    }
  }

  private ListPage<BehaviourEvent> lastPage(ListQuery first) {
    ListPage<BehaviourEvent> page = events(first);
    while (!page.next().isEmpty()) {
      page = events(first.after(page.next()));
    }
    return page;
  }

  private List<String> walkBack(ListQuery first, ListPage<BehaviourEvent> last) {
    List<String> ids = new ArrayList<>(ids(last));
    ListPage<BehaviourEvent> page = last;
    while (!page.previous().isEmpty()) {
      page =
          events(
              new ListQuery(
                  first.filters(),
                  first.sort(),
                  first.descending(),
                  page.previous(),
                  true,
                  first.limit()));
      ids.addAll(0, ids(page));
    }
    return ids;
  }

  private static List<String> ids(ListPage<BehaviourEvent> page) {
    return page.rows().stream().map(BehaviourEvent::eventId).toList();
  }

  @Test
  void theNewestComesFirst() {
    assertThat(events(ListQuery.first(8)).rows())
        .extracting(BehaviourEvent::eventId)
        .startsWith("e-0006", "e-0005")
        .endsWith("e-0013");
  }

  @Test
  void filtersNarrowTogether() {
    ListQuery query =
        ListQuery.first(200)
            .with("type", "PURCHASE")
            .with("customer", "c-even")
            .with("day", "2026-11-24");
    assertThat(events(query).rows()).hasSize(23).allMatch(e -> "c-even".equals(e.customerId()));
    assertThat(count(query)).isEqualTo(RowCount.exact(23));
    assertThat(events(query.with("day", "2026-11-23")).rows()).isEmpty();
  }

  @Test
  void whatNobodyCouldMeanFindsNothingAndBreaksNothing() {
    assertThat(events(ListQuery.first(10).with("day", "tomorrow")).rows()).isEmpty();
    assertThat(events(ListQuery.first(10).with("customer", "' OR '1'='1")).rows()).isEmpty();
    assertThat(events(ListQuery.first(10).with("unknown", "x")).rows()).hasSize(10);
    assertThat(events(ListQuery.first(10).after("no cursor!")).rows()).hasSize(10);
    assertThat(events(new ListQuery(Map.of(), "1; DROP TABLE product", true, "", false, 10)).rows())
        .hasSize(10);
  }

  @Test
  void productsAreFoundByLiteralTextAndBelowACategory() {
    assertThat(products(ListQuery.first(10).with("text", "100%_!"))).containsExactly("list-4");
    assertThat(products(ListQuery.first(10).with("category", "Kitchen"))).hasSize(5);
    assertThat(products(ListQuery.first(10).with("active", "N"))).containsExactly("list-8");
    assertThat(products(ListQuery.first(10).with("stock", "1"))).hasSize(2);
  }

  @Test
  void amountsAreSortedAsAmountsAcrossPages() {
    ListQuery first = new ListQuery(Map.of(), "price", false, "", false, 2);
    List<String> ids = new ArrayList<>();
    ListPage<ProductRow> page = catalog.read(e -> new ListStore(e).page(Tables.PRODUCTS, first));
    while (true) {
      page.rows().forEach(product -> ids.add(product.id()));
      if (page.next().isEmpty()) {
        break;
      }
      ListQuery next = first.after(page.next());
      page = catalog.read(e -> new ListStore(e).page(Tables.PRODUCTS, next));
    }
    assertThat(ids)
        .containsExactly(
            "list-0", "list-1", "list-2", "list-3", "list-4", "list-5", "list-6", "list-7",
            "list-8");
  }

  private List<String> products(ListQuery query) {
    return catalog.read(e -> new ListStore(e).page(Tables.PRODUCTS, query)).rows().stream()
        .map(ProductRow::id)
        .toList();
  }

  @Test
  void anOrderHasItsTotalAndIsFoundByWhatIsInIt() {
    var orders =
        catalog.read(
            e -> new ListStore(e).page(Tables.ORDERS, ListQuery.first(5).with("product", "p-2")));
    assertThat(orders.rows())
        .singleElement()
        .satisfies(order -> assertThat(order.total()).isEqualByComparingTo("3.25"));
  }

  @Test
  void countsGoAsFarAsTheyAreWorthIt() {
    assertThat(count(ListQuery.first(1))).isEqualTo(RowCount.exact(EVENTS));
    assertThat(ListTable.COUNTED).isGreaterThan(EVENTS);
  }

  @Test
  void jobsAndActsCanBeListed() {
    platform.write(
        e -> {
          e.persist(new Job("import", "Import", Map.of("file", "a.csv"), "anna", NOW));
          e.persist(
              new AuditRecord(
                  NOW,
                  new AuditAct("anna", "model.promote", "recommendation v3", ""),
                  AuditSource.CONSOLE,
                  ""));
        });
    List<JobRow> jobs =
        platform
            .read(e -> new PlatformListStore(e).page(PlatformListStore.JOBS, about("by")))
            .rows();
    assertThat(jobs).singleElement().extracting(JobRow::kind).isEqualTo("import");
    List<AuditEntry> acts =
        platform
            .read(e -> new PlatformListStore(e).page(PlatformListStore.AUDIT, about("actor")))
            .rows();
    assertThat(acts).singleElement().extracting(AuditEntry::act).isEqualTo("model.promote");
  }

  private static ListQuery about(String filter) {
    return ListQuery.first(5).with(filter, "anna").with("day", "2026-11-24");
  }

  @Test
  void notesAreReadOneByOneAndAllAtOnceByEachForThemselves() {
    platform.write(
        e -> {
          var store = new NotificationStore(e);
          store.add(new NotificationEntry(note("a", Note.EVERYBODY), NOW));
          store.add(new NotificationEntry(note("b", "anna"), NOW));
          store.add(new NotificationEntry(note("c", Note.EVERYBODY), NOW));
        });
    assertThat(unread("anna")).isEqualTo(3);
    assertThat(unread("ben")).isEqualTo(2);
    long newest = platform.read(e -> new NotificationStore(e).of("anna", 1).getFirst().id());
    platform.write(e -> new NotificationStore(e).read("anna", newest));
    platform.write(e -> new NotificationStore(e).read("anna", newest));
    assertThat(unread("anna")).isEqualTo(2);
    assertThat(unread("ben")).isEqualTo(2);
    platform.write(e -> new NotificationStore(e).setMark("anna", newest));
    platform.write(e -> new NotificationStore(e).setMark("anna", newest));
    assertThat(unread("anna")).isZero();
    Set<Long> beyond = platform.read(e -> new NotificationStore(e).readBeyond("anna", newest));
    assertThat(beyond).isEmpty();
    int removed = platform.read(e -> new NotificationStore(e).removeBefore(0));
    assertThat(removed).isZero();
  }

  private long unread(String person) {
    return platform.read(
        e -> {
          var store = new NotificationStore(e);
          return store.unread(person, store.mark(person));
        });
  }

  private static Note note(String text, String audience) {
    return new Note("test", Note.Tone.INFO, Map.of("text", text), "jobs", audience);
  }

  @Test
  void viewsBelongToTheirPerson() {
    platform.write(
        e -> new ViewStore(e).add(new SavedViewEntry("anna", "events", "Mine", "?type=VIEW", NOW)));
    platform.write(e -> new ViewStore(e).add(new ListChoice("anna", "events", "time,type")));
    SavedViewEntry kept = platform.read(e -> new ViewStore(e).views("anna", "events")).getFirst();
    assertThat(kept.view().query()).isEqualTo("?type=VIEW");
    List<SavedViewEntry> others = platform.read(e -> new ViewStore(e).views("ben", "events"));
    assertThat(others).isEmpty();
    long id = kept.view().id();
    Optional<SavedViewEntry> taken = platform.read(e -> new ViewStore(e).view("ben", id));
    assertThat(taken).isEmpty();
    Optional<ListChoice> chosen = platform.read(e -> new ViewStore(e).choice("anna", "events"));
    assertThat(chosen.orElseThrow().columns()).isEqualTo("time,type");
  }

  private ListPage<BehaviourEvent> events(ListQuery query) {
    return catalog.read(e -> new ListStore(e).page(Tables.EVENTS, query));
  }

  private RowCount count(ListQuery query) {
    return catalog.read(e -> new ListStore(e).count(Tables.EVENTS, query));
  }
}
