package io.shopkeeper.integration.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.cases.CaseAct;
import io.shopkeeper.fraud.boundary.cases.CaseEntry;
import io.shopkeeper.fraud.boundary.cases.CaseOutcome;
import io.shopkeeper.fraud.boundary.cases.CasePriority;
import io.shopkeeper.fraud.boundary.cases.CaseRow;
import io.shopkeeper.fraud.boundary.cases.QueueCount;
import io.shopkeeper.fraud.cases.CaseListStore;
import io.shopkeeper.fraud.cases.CaseStore;
import io.shopkeeper.fraud.entity.StoredCase;
import io.shopkeeper.platform.boundary.list.ListQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Cases and who gets which; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CaseStoreSuite {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofMinutes(20));

  private Schema fraud;

  abstract DataSource open();

  @BeforeAll
  void migrate() {
    fraud = Schema.of(open(), "fraud");
  }

  @AfterAll
  void close() {
    fraud.close();
  }

  private <T> T ask(Function<CaseStore, T> question) {
    return fraud.read(entities -> question.apply(new CaseStore(entities)));
  }

  private long open(String queue, String payment, CasePriority priority, int dueHours) {
    return ask(
        store -> {
          var file = new StoredCase("customer", "c-" + payment, "EUR", NOW);
          file.join(new StoredCase.Joining(payment, Outcome.BLOCK, 0.9, "EUR", 10_000, 9_000), NOW);
          file.rank(priority, NOW.plus(Duration.ofHours(dueHours)), queue);
          store.add(file);
          store.join(file.id(), payment, Map.of("customer", "c-" + payment), NOW);
          store.write(file.id(), NOW, "shopkeeper", CaseAct.OPENED, payment);
          return file.id();
        });
  }

  private List<Long> free(String queue, String person, Instant now) {
    return ask(store -> store.free(queue, person, now, 100, CaseStore.Span.ALL));
  }

  private boolean claim(long id, String person, Instant now, Instant until) {
    return ask(store -> store.claim(id, person, now, until));
  }

  /** Four at once take forty cases: each case is had by one, and all are had. */
  @Test
  void twoAnalystsNeverGetOneCase() throws InterruptedException, ExecutionException {
    for (int i = 0; i < 40; i++) {
      open("rush", "rush-" + i, CasePriority.NORMAL, i + 1);
    }
    List<Long> had = new ArrayList<>();
    try (ExecutorService analysts = Executors.newFixedThreadPool(4)) {
      List<Future<List<Long>>> all = new ArrayList<>();
      for (String person : List.of("anna", "ben", "chen", "dora")) {
        all.add(analysts.submit(() -> takeAll(person)));
      }
      for (Future<List<Long>> one : all) {
        had.addAll(one.get());
      }
    }
    assertThat(had).hasSize(40).doesNotHaveDuplicates();
  }

  private List<Long> takeAll(String person) {
    List<Long> had = new ArrayList<>();
    while (true) {
      List<Long> free =
          free("rush", person, NOW).stream().filter(id -> !had.contains(id)).limit(3).toList();
      if (free.isEmpty()) {
        return had;
      }
      free.stream().filter(id -> claim(id, person, NOW, LATER)).findFirst().ifPresent(had::add);
    }
  }

  @Test
  void theMostUrgentComesFirstAndALockEndsByItself() {
    long normal = open("order", "order-1", CasePriority.NORMAL, 24);
    long urgent = open("order", "order-2", CasePriority.URGENT, 2);
    long sooner = open("order", "order-3", CasePriority.NORMAL, 4);
    assertThat(free("order", "anna", NOW)).containsExactly(urgent, sooner, normal);
    long below = ask(store -> store.find(sooner)).orElseThrow().urgency();
    var behind = new CaseStore.Span(sooner, below);
    List<Long> less = ask(store -> store.free("order", "anna", NOW, 9, behind));
    assertThat(less).containsExactly(normal);
    assertThat(claim(urgent, "anna", NOW, LATER)).isTrue();
    assertThat(claim(urgent, "ben", NOW, LATER)).isFalse();
    assertThat(free("order", "ben", NOW)).containsExactly(sooner, normal);
    assertThat(free("order", "anna", NOW)).as("her own is first").startsWith(urgent);
    Instant after = LATER.plusSeconds(1);
    assertThat(free("order", "ben", after)).startsWith(urgent);
    assertThat(claim(urgent, "ben", after, after.plusSeconds(60))).isTrue();
    ask(store -> store.hold(normal).map(file -> given(file, "anna")));
    assertThat(free("order", "ben", NOW)).as("given to somebody else").doesNotContain(normal);
    ask(store -> store.hold(sooner).map(file -> closed(file)));
    assertThat(free("order", "anna", NOW)).doesNotContain(sooner);
    QueueCount count =
        ask(store -> store.queues(NOW.plus(Duration.ofHours(3)))).stream()
            .filter(each -> each.queue().equals("order"))
            .findFirst()
            .orElseThrow();
    assertThat(count).isEqualTo(new QueueCount("order", 2, 1, 2));
  }

  private static StoredCase given(StoredCase file, String person) {
    file.assign(person);
    return file;
  }

  private static StoredCase closed(StoredCase file) {
    file.close(CaseOutcome.FRAUD, "anna", NOW);
    return file;
  }

  @Test
  void paymentsFindTheirCaseByWhatTheyShare() {
    long id = open("keys", "keys-1", CasePriority.LOW, 5);
    Map<String, String> keys = Map.of("customer", "nobody", "device", "keys-device");
    assertThat(openWith(keys, 0, 10)).isEmpty();
    ask(
        store -> {
          store.join(id, "keys-2", Map.of("customer", "c-keys-1", "device", "keys-device"), NOW);
          return true;
        });
    assertThat(openWith(keys, 0, 10)).contains(id);
    assertThat(openWith(keys, NOW.toEpochMilli() + 1, 10)).isEmpty();
    assertThat(openWith(keys, 0, 1)).as("it is full").isEmpty();
    Optional<Long> second = ask(store -> store.caseOf("keys-2"));
    assertThat(second).contains(id);
    ask(store -> store.hold(id).map(CaseStoreSuite::closed));
    assertThat(openWith(keys, 0, 10)).isEmpty();
  }

  /** A case goes with the last of its payments, and a customer's name with the customer. */
  @Test
  void whatIsForgottenIsGone() {
    long id = open("gone", "gone-1", CasePriority.LOW, 5);
    ask(
        store -> {
          store.alert("gone-2", 1);
          store.join(id, "gone-3", Map.of("customer", "c-gone-1"), NOW);
          store.write(id, NOW, "anna", CaseAct.NOTE, "She called.");
          return true;
        });
    ask(
        store -> {
          store.erase("c-gone-1");
          return true;
        });
    CaseRow row = ask(store -> store.find(id).map(StoredCase::view)).orElseThrow();
    assertThat(row.subject()).isEqualTo("gone-1");
    assertThat(journal(id)).extracting(CaseEntry::act).containsExactly(CaseAct.OPENED);
    forget("gone-1", "gone-2");
    assertThat(found(id)).isPresent();
    List<String> waiting = ask(store -> store.alerts(1000));
    assertThat(waiting).doesNotContain("gone-2");
    forget("gone-3");
    assertThat(found(id)).isEmpty();
    assertThat(journal(id)).isEmpty();
  }

  private List<CaseEntry> journal(long id) {
    return ask(store -> store.journal(id, 9));
  }

  private Optional<StoredCase> found(long id) {
    return ask(store -> store.find(id));
  }

  private Optional<Long> openWith(Map<String, String> keys, long since, int most) {
    return ask(store -> store.openWith(keys, since, most));
  }

  private void forget(String... payments) {
    ask(
        store -> {
          store.forget(List.of(payments));
          return true;
        });
  }

  @Test
  void theListIsSortedAndNarrowed() {
    long late = open("list", "list-1", CasePriority.HIGH, 1);
    long early = open("list", "list-2", CasePriority.HIGH, 0);
    long done = open("list", "list-3", CasePriority.URGENT, 1);
    ask(store -> store.hold(done).map(CaseStoreSuite::closed));
    ListQuery query = ListQuery.first(10).with("queue", "list");
    assertThat(listed(query)).containsExactly(early, late, done);
    assertThat(listed(query.with("state", "ACTIVE"))).containsExactly(early, late);
    assertThat(listed(query.with("state", "CLOSED"))).containsExactly(done);
    String hour = Long.toString(NOW.plusSeconds(1800).toEpochMilli());
    assertThat(listed(query.with("clock", hour))).containsExactly(early);
    assertThat(listed(query.with("clock", "whenever"))).isEmpty();
  }

  private List<Long> listed(ListQuery query) {
    return fraud.read(
        entities ->
            new CaseListStore(entities).page(query).rows().stream().map(CaseRow::id).toList());
  }
}
