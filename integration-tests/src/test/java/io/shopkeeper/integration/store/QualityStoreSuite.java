package io.shopkeeper.integration.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.boundary.cleaning.StepType;
import io.shopkeeper.catalog.boundary.quality.AlertState;
import io.shopkeeper.catalog.boundary.quality.MonitorType;
import io.shopkeeper.catalog.boundary.quarantine.QuarantineFilter;
import io.shopkeeper.catalog.boundary.quarantine.ReasonCount;
import io.shopkeeper.catalog.clean.PipelineStore;
import io.shopkeeper.catalog.entity.ImportShape;
import io.shopkeeper.catalog.entity.PipelineVersion;
import io.shopkeeper.catalog.entity.QualityAlert;
import io.shopkeeper.catalog.entity.QuarantinedRowEntry;
import io.shopkeeper.catalog.event.EventStore;
import io.shopkeeper.catalog.ingest.QuarantineStore;
import io.shopkeeper.catalog.monitor.CountStore;
import io.shopkeeper.catalog.monitor.Measures;
import io.shopkeeper.catalog.monitor.MonitorRound;
import io.shopkeeper.catalog.monitor.MonitorStore;
import io.shopkeeper.platform.boundary.FieldError;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Pipelines, quarantine and monitors: the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QualityStoreSuite {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private Schema catalog;

  abstract DataSource open();

  @BeforeAll
  void migrate() {
    catalog = Schema.of(open(), "catalog");
  }

  @AfterAll
  void close() {
    catalog.close();
  }

  @Test
  void theNewestPipelineCleans() {
    StepData step = new StepData(StepType.RANGE, true, Map.of("field", "price", "low", "0"));
    for (int version = 1; version <= 2; version++) {
      var saved =
          new PipelineVersion(
              ImportKind.CUSTOMERS, version, List.of(step), "why " + version, "mei", NOW);
      catalog.write(e -> new PipelineStore(e).add(saved));
    }
    var newest =
        catalog.read(e -> new PipelineStore(e).newest(ImportKind.CUSTOMERS).orElseThrow().view());
    assertThat(newest.version()).isEqualTo(2);
    assertThat(newest.steps()).containsExactly(step);
    var first =
        catalog.read(e -> new PipelineStore(e).find(ImportKind.CUSTOMERS, 1).orElseThrow().view());
    assertThat(first.note()).isEqualTo("why 1");
    var none = catalog.read(e -> new PipelineStore(e).newest(ImportKind.EVENTS));
    assertThat(none).isEmpty();
  }

  @Test
  void samplesOfTheLastImportTakeThePlaceOfThoseBefore() {
    for (String id : List.of("old", "new")) {
      catalog.write(
          e ->
              new PipelineStore(e)
                  .replaceSamples(ImportKind.PRODUCTS, List.of(Map.of("id", id, "titleZh", "刀"))));
    }
    var samples = catalog.read(e -> new PipelineStore(e).samples(ImportKind.PRODUCTS));
    assertThat(samples).containsExactly(Map.of("id", "new", "titleZh", "刀"));
  }

  @Test
  void quarantinedRowsAreFoundByReasonAndDiscardedOnRecord() {
    for (int i = 0; i < 3; i++) {
      set(
          501L,
          ImportKind.ORDERS,
          i,
          "/lines/" + i + "/quantity",
          "must be a number, but is x" + i);
    }
    set(501L, ImportKind.ORDERS, 9, "/placedAt", "is missing");
    var of = new QuarantineFilter(501L, null, null, null, null, null);
    List<ReasonCount> reasons = catalog.read(e -> new QuarantineStore(e).reasons(of, 10));
    assertThat(reasons)
        .containsExactly(
            new ReasonCount(ImportKind.ORDERS, "lines/quantity", "must be a number", 3),
            new ReasonCount(ImportKind.ORDERS, "placedAt", "is missing", 1));
    var numbers =
        new QuarantineFilter(
            null, ImportKind.ORDERS, "lines/quantity", "must be a number", null, null);
    long discarded =
        catalog.read(e -> new QuarantineStore(e).discard(numbers, "test rows", "mei", NOW));
    assertThat(discarded).isEqualTo(3);
    long left = catalog.read(e -> new QuarantineStore(e).count(of));
    assertThat(left).isEqualTo(1);
    List<QuarantinedRowEntry> all =
        catalog.read(
            e ->
                e.createQuery(
                        "SELECT q FROM QuarantinedRowEntry q WHERE q.importId = 501",
                        QuarantinedRowEntry.class)
                    .getResultList());
    assertThat(all)
        .as("nothing is lost")
        .hasSize(4)
        .filteredOn(row -> row.discarded().isPresent())
        .hasSize(3)
        .allMatch(row -> row.closedBy().orElseThrow().equals("mei"));
  }

  @Test
  void aTextWithPatternSignsIsFoundAsItIs() {
    set(502L, ImportKind.PRODUCTS, 1, "/id", "50%_off!");
    var found =
        catalog.read(
            e ->
                new QuarantineStore(e)
                    .count(new QuarantineFilter(502L, null, null, null, "50%_OFF!", null)));
    assertThat(found).isEqualTo(1);
    var other =
        catalog.read(
            e ->
                new QuarantineStore(e)
                    .count(new QuarantineFilter(502L, null, null, null, "50x_off!", null)));
    assertThat(other).isZero();
  }

  @Test
  void anAlertOpensStaysAndIsResolved() {
    long month = 28;
    LongStream.rangeClosed(1, month)
        .forEach(day -> events("usual-" + day, NOW.minus(Duration.ofDays(day + 1)), 60, "VIEW"));
    events("odd", NOW.minus(Duration.ofHours(3)), 600, "CART");
    evaluate(NOW);
    List<QualityAlert> first = alerts();
    assertThat(types(first)).contains("EVENTS VOLUME", "EVENTS DISTRIBUTION type");
    assertThat(first).allMatch(alert -> alert.state() == AlertState.OPEN);
    evaluate(NOW.plusSeconds(60));
    assertThat(alerts()).as("the same breach is one alert").hasSameSizeAs(first);
    Instant later = NOW.plus(Duration.ofDays(40));
    LongStream.rangeClosed(0, 40)
        .forEach(day -> events("calm-" + day, later.minus(Duration.ofDays(day)), 60, "VIEW"));
    evaluate(later);
    assertThat(alerts())
        .filteredOn(alert -> first.stream().map(this::name).toList().contains(name(alert)))
        .filteredOn(alert -> name(alert).contains("VOLUME"))
        .allMatch(alert -> alert.state() == AlertState.RESOLVED);
    var points = catalog.read(e -> new MonitorStore(e).points(2, 10));
    assertThat(points).hasSizeGreaterThanOrEqualTo(2);
    assertThat(points).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
  }

  @Test
  void aFieldThatAnImportLacksIsAlerted() {
    for (Map<String, Long> filled :
        List.of(Map.of("id", 9L, "brand", 5L), Map.of("id", 9L, "price", 9L))) {
      catalog.write(
          e -> new MonitorStore(e).add(new ImportShape(ImportKind.PRODUCTS, 9, filled, NOW)));
    }
    evaluate(NOW);
    var evidence =
        catalog.read(
            e -> {
              var store = new MonitorStore(e);
              var monitor =
                  store.monitors().stream()
                      .filter(found -> found.type() == MonitorType.SCHEMA)
                      .filter(found -> found.kind() == ImportKind.PRODUCTS)
                      .findFirst()
                      .orElseThrow();
              return store.unresolved(monitor.id()).orElseThrow().view(monitor).evidence();
            });
    assertThat(evidence).containsEntry("missing", "brand").containsEntry("new", "price");
  }

  @Test
  void onlyOneServerEvaluatesAtATime() {
    evaluate(NOW.plus(Duration.ofDays(400)));
    long before = measures();
    catalog.write(e -> evaluation(e, NOW.plus(Duration.ofDays(400)).plusSeconds(60)).runIfDue());
    assertThat(measures()).isEqualTo(before);
    catalog.write(e -> evaluation(e, NOW.plus(Duration.ofDays(400)).plusSeconds(3600)).runIfDue());
    assertThat(measures()).isGreaterThan(before);
  }

  private long measures() {
    return catalog.read(
        e -> e.createQuery("SELECT COUNT(m) FROM QualityMeasure m", Long.class).getSingleResult());
  }

  private void evaluate(Instant now) {
    catalog.write(e -> evaluation(e, now).run());
  }

  private static MonitorRound evaluation(EntityManager e, Instant now) {
    var store = new MonitorStore(e);
    return new MonitorRound(
        store, new Measures(new CountStore(e), store), Clock.fixed(now, ZoneOffset.UTC));
  }

  private List<QualityAlert> alerts() {
    return catalog.read(e -> new MonitorStore(e).alerts(500));
  }

  private List<String> types(List<QualityAlert> alerts) {
    return alerts.stream().map(this::name).toList();
  }

  private String name(QualityAlert alert) {
    return catalog.read(e -> new MonitorStore(e).find(alert.monitorId()).orElseThrow().name());
  }

  private void events(String prefix, Instant time, int n, String type) {
    var events = new ArrayList<BehaviourEvent>();
    for (int i = 0; i < n; i++) {
      events.add(
          new BehaviourEvent(
              "quality-" + prefix + "-" + i,
              EventType.valueOf(type),
              "c",
              null,
              "p",
              null,
              "web",
              null,
              null,
              time));
    }
    catalog.write(e -> new EventStore(e).add(events, time));
  }

  private void set(long importId, ImportKind kind, long row, String pointer, String message) {
    catalog.write(
        e ->
            new QuarantineStore(e)
                .add(
                    importId,
                    kind,
                    row,
                    "{\"id\":\"" + message + "\"}",
                    List.of(new FieldError(pointer, message)),
                    NOW));
  }
}
