package io.shopkeeper.integration.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.audit.AuditLedger;
import io.shopkeeper.platform.audit.AuditStore;
import io.shopkeeper.platform.boundary.AuditAct;
import io.shopkeeper.platform.boundary.AuditEntry;
import io.shopkeeper.platform.boundary.AuditQuery;
import io.shopkeeper.platform.boundary.AuditSource;
import io.shopkeeper.platform.boundary.AuditVerdict;
import io.shopkeeper.platform.boundary.AuditVerdict.Fault;
import io.shopkeeper.platform.entity.AuditRecord;
import io.shopkeeper.platform.identity.Seal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is done to the audit table by hand is found; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AuditChainSuite {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123Z");
  private static final int RECORDS = 9;

  private final Seal seal = new Seal(new byte[32]);
  private DataSource database;
  private Schema platform;

  abstract DataSource open();

  @BeforeAll
  void migrate() {
    database = open();
    platform = Schema.of(database, "platform");
  }

  @AfterAll
  void close() {
    platform.close();
  }

  @BeforeEach
  void writeAChain() {
    run("DELETE FROM audit_record");
    run("UPDATE audit_head SET chain_number = 0, record_hash = '', seal = ''");
    for (int i = 1; i <= RECORDS; i++) {
      add("act-" + i);
    }
  }

  @Test
  void anUntouchedChainIsWhole() {
    AuditVerdict verdict = verify();
    assertThat(verdict.intact()).as(verdict.message()).isTrue();
    assertThat(verdict.records()).isEqualTo(RECORDS);
  }

  @Test
  void anEmptyOneToo() {
    run("DELETE FROM audit_record");
    run("UPDATE audit_head SET chain_number = 0, record_hash = '', seal = ''");
    assertThat(verify().intact()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "actor, 'somebody'",
    "act, 'other'",
    "subject, 'other'",
    "detail, ''",
    "state_before, 'x'",
    "state_after, 'x'",
    "address, '192.0.2.1'",
    "source, 'SERVER'",
    "at_time, at_time + 1"
  })
  void aChangedFieldIsFound(String column, String value) {
    String literal = column.equals("at_time") ? value : "'" + value + "'";
    run("UPDATE audit_record SET " + column + " = " + literal + " WHERE chain_number = 4");
    assertFault(Fault.CHANGED, 4L);
  }

  @Test
  void aChangedRecordWithItsHashMadeAnewIsFoundAtTheNext() {
    AuditEntry changed = entry(4);
    var forged =
        new AuditEntry(
            changed.id(),
            4,
            changed.at(),
            "somebody",
            changed.act(),
            changed.subject(),
            changed.detail(),
            changed.before(),
            changed.after(),
            changed.source(),
            changed.address(),
            changed.previousHash(),
            "");
    run(
        "UPDATE audit_record SET actor = 'somebody', record_hash = '%s' WHERE chain_number = 4"
            .formatted(io.shopkeeper.platform.audit.AuditChain.hash(forged)));
    assertFault(Fault.OUT_OF_ORDER, 5L);
  }

  @Test
  void aRemovedRecordIsFound() {
    run("DELETE FROM audit_record WHERE chain_number = 4");
    assertFault(Fault.MISSING, 4L);
  }

  @Test
  void aRemovedRecordWithTheOthersMovedUpIsFound() {
    run("DELETE FROM audit_record WHERE chain_number = 4");
    for (int i = 5; i <= RECORDS; i++) {
      run("UPDATE audit_record SET chain_number = %d WHERE chain_number = %d".formatted(i - 1, i));
    }
    assertFault(Fault.OUT_OF_ORDER, 4L);
  }

  @Test
  void recordsRemovedAtTheEndAreFound() {
    run("DELETE FROM audit_record WHERE chain_number > 7");
    assertFault(Fault.MISSING, 8L);
  }

  @Test
  void recordsRemovedAtTheEndWithTheHeadSetBackAreFound() {
    run("DELETE FROM audit_record WHERE chain_number > 7");
    run("UPDATE audit_head SET chain_number = 7, record_hash = '%s'".formatted(entry(7).hash()));
    assertFault(Fault.SEAL, 7L);
  }

  @Test
  void anInsertedRecordIsFound() {
    run(
        "INSERT INTO audit_record (id, at_time, actor, act, subject, detail)"
            + " VALUES (999999, 1, 'x', 'x', 'x', 'x')");
    AuditVerdict verdict = verify();
    assertThat(verdict.fault()).isEqualTo(Fault.FOREIGN);
    assertThat(verdict.brokenId()).isEqualTo(999999L);
  }

  @Test
  void anInsertedRecordAtTheEndIsFound() {
    run(
        "INSERT INTO audit_record (id, at_time, actor, act, subject, detail, chain_number)"
            + " VALUES (999999, 1, 'x', 'x', 'x', 'x', 10)");
    assertFault(Fault.OUT_OF_ORDER, 10L);
  }

  @Test
  void changedPlacesAreFound() {
    run("UPDATE audit_record SET chain_number = 100 WHERE chain_number = 4");
    run("UPDATE audit_record SET chain_number = 4 WHERE chain_number = 6");
    run("UPDATE audit_record SET chain_number = 6 WHERE chain_number = 100");
    assertFault(Fault.OUT_OF_ORDER, 4L);
  }

  @Test
  void aWholeChainWrittenAnewWithoutTheKeyIsFound() {
    run("DELETE FROM audit_record");
    run("UPDATE audit_head SET chain_number = 0, record_hash = '', seal = ''");
    var otherKey = new byte[32];
    otherKey[0] = 1;
    platform.write(
        e ->
            new AuditLedger(new AuditStore(e), new Seal(otherKey))
                .add(NOW, act("forged"), AuditSource.SERVER, ""));
    assertFault(Fault.SEAL, 1L);
  }

  @Test
  void recordsOfManyAtOnceFollowEachOtherWithoutGap() throws Exception {
    List<Future<?>> writers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (int thread = 0; thread < 6; thread++) {
        String name = "thread-" + thread;
        writers.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 15; i++) {
                    add(name);
                  }
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    AuditVerdict verdict = verify();
    assertThat(verdict.intact()).as(verdict.message()).isTrue();
    assertThat(verdict.records()).isEqualTo(RECORDS + 6 * 15);
  }

  @Test
  void recordsOlderThanTheChainJoinItOnceAndInTheirOrder() {
    run("DELETE FROM audit_record");
    run("UPDATE audit_head SET chain_number = 0, record_hash = '', seal = ''");
    for (int i = 1; i <= 3; i++) {
      run(
          "INSERT INTO audit_record (id, at_time, actor, act, subject, detail)"
              + " VALUES (%d, %d, 'old', 'old', 's%d', '')".formatted(500_000 + i, i, i));
    }
    int adopted = platform.read(e -> ledger(e).adopt());
    assertThat(adopted).isEqualTo(3);
    add("new");
    assertThat(entry(3).subject()).isEqualTo("s3");
    assertThat(verify().intact()).isTrue();
    run(
        "INSERT INTO audit_record (id, at_time, actor, act, subject, detail)"
            + " VALUES (600000, 9, 'late', 'late', 's', '')");
    int late = platform.read(e -> ledger(e).adopt());
    assertThat(late).isZero();
    assertThat(verify().fault()).isEqualTo(Fault.FOREIGN);
  }

  @Test
  void textsOfAllScriptsAndLengthsAreHashedAsTheyAreKept() {
    platform.write(
        e ->
            ledger(e)
                .add(
                    NOW,
                    new AuditAct(
                        "梅", "a.b", "😀".repeat(200), "x\0y\n" + "é".repeat(5000), "1", "2"),
                    AuditSource.INTERFACE,
                    "2001:db8::1"));
    assertThat(verify().intact()).isTrue();
    assertThat(entry(10).detail()).hasSize(4000).startsWith("xy\n");
  }

  @Test
  void actsAreFoundByWhoWhatAndText() {
    platform.write(
        e ->
            ledger(e)
                .add(
                    NOW.plusSeconds(60),
                    new AuditAct("lin", "key.issue", "k1", "100%_!", "", "ALL"),
                    AuditSource.CONSOLE,
                    "192.0.2.7"));
    assertThat(found(new AuditQuery("lin", null, null, null, null, null, null, 10))).hasSize(1);
    assertThat(found(new AuditQuery(null, "key.", null, null, null, null, null, 10))).hasSize(1);
    assertThat(found(new AuditQuery(null, null, "0%_!", null, null, null, null, 10))).hasSize(1);
    assertThat(found(new AuditQuery(null, null, "all", null, null, null, null, 10))).hasSize(1);
    assertThat(found(new AuditQuery(null, null, "0%x", null, null, null, null, 10))).isEmpty();
    assertThat(found(new AuditQuery(null, null, null, AuditSource.CONSOLE, null, null, null, 100)))
        .hasSize(RECORDS + 1);
    assertThat(found(new AuditQuery(null, null, null, null, NOW.plusSeconds(1), null, null, 10)))
        .hasSize(1);
    assertThat(found(new AuditQuery(null, null, null, null, null, NOW.plusSeconds(1), null, 100)))
        .hasSize(RECORDS);
    assertThat(found(new AuditQuery(null, null, null, null, null, null, 4L, 2)))
        .extracting(AuditEntry::number)
        .containsExactly(3L, 2L);
  }

  private void assertFault(Fault fault, Long number) {
    AuditVerdict verdict = verify();
    assertThat(verdict.intact()).isFalse();
    assertThat(verdict.fault()).as(verdict.message()).isEqualTo(fault);
    assertThat(verdict.brokenNumber()).as(verdict.message()).isEqualTo(number);
  }

  private void add(String act) {
    platform.write(e -> ledger(e).add(NOW, act(act), AuditSource.CONSOLE, "192.0.2.7"));
  }

  private static AuditAct act(String name) {
    return new AuditAct("mei", name, "subject", "detail", "before", "after");
  }

  private AuditVerdict verify() {
    return platform.read(e -> ledger(e).check(NOW));
  }

  private AuditEntry entry(long number) {
    return platform.read(e -> new AuditStore(e).after(number - 1, 1).getFirst().view());
  }

  private List<AuditEntry> found(AuditQuery query) {
    return platform.read(
        e -> new AuditStore(e).find(query).stream().map(AuditRecord::view).toList());
  }

  private AuditLedger ledger(jakarta.persistence.EntityManager entities) {
    return new AuditLedger(new AuditStore(entities), seal);
  }

  private void run(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException problem) {
      throw new IllegalStateException(problem);
    }
  }
}
