package io.shopkeeper.fraud.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.TransactionStatus;
import io.shopkeeper.catalog.boundary.TransactionsChanged;
import io.shopkeeper.fraud.decision.Payments;
import io.shopkeeper.fraud.features.Deadline;
import io.shopkeeper.fraud.features.PaymentFeatures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LivePaymentsTest {

  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final Payments.Beside NOTHING = new Payments.Beside("e", null, null, null, null);

  private final LivePayments live = new LivePayments(NOW.minus(LivePayments.KEPT));

  private static TransactionData data(String id, int minute, TransactionStatus status) {
    return new TransactionData(
        id,
        null,
        "c",
        new BigDecimal("10.00"),
        "EUR",
        "card",
        "card-1",
        "d",
        "1.2.3.4",
        "DE",
        status,
        null,
        NOW.plusSeconds(60L * minute));
  }

  private LivePayments.Look judge(String id, int minute) {
    return live.enter(
        Payments.of(data(id, minute, TransactionStatus.PENDING), NOTHING), Deadline.NONE);
  }

  private static double of(LivePayments.Look look, String feature) {
    return look.features()[PaymentFeatures.place(feature)];
  }

  private void stored(Instant at, TransactionData... data) {
    live.changed(new TransactionsChanged(at, List.of(data), Set.of()));
  }

  @Test
  void eachSeesThoseBeforeItAndNoneThatWasTakenBack() {
    live.complete();
    assertThat(of(judge("a", 0), "card.count.1h")).isZero();
    assertThat(of(judge("b", 1), "card.count.1h")).isEqualTo(1);
    live.leave("b", Optional.empty());
    assertThat(of(judge("c", 2), "card.count.1h")).isEqualTo(1);
    live.changed(new TransactionsChanged(NOW, List.of(), Set.of("a")));
    assertThat(of(judge("d", 3), "card.count.1h")).as("only c").isEqualTo(1);
  }

  @Test
  void aDeclineCountsFromWhenItWasKnown() {
    live.complete();
    judge("a", 0);
    stored(NOW.plusSeconds(300), data("a", 0, TransactionStatus.DECLINED));
    assertThat(of(judge("b", 4), "card.declined.1h")).isZero();
    assertThat(of(judge("c", 5), "card.declined.1h")).isEqualTo(1);
    stored(NOW.plusSeconds(360), data("x", 6, TransactionStatus.DECLINED));
    assertThat(of(judge("d", 6), "card.declined.1h")).as("x came declined").isEqualTo(1);
    assertThat(of(judge("y", 7), "card.declined.1h")).isEqualTo(2);
    assertThat(of(judge("z", 7), "email.count.1h")).as("kept with the change").isEqualTo(5);
  }

  @Test
  void whatIsReadDoesNotOverwriteWhatCameMeanwhile() {
    LivePayments.Look early = judge("new", 3);
    assertThat(early.complete()).isFalse();
    stored(NOW.plusSeconds(100), data("changed", 1, TransactionStatus.DECLINED));
    live.changed(new TransactionsChanged(NOW, List.of(), Set.of("gone")));
    live.read(
        List.of(
            data("old", 0, TransactionStatus.CAPTURED),
            data("changed", 1, TransactionStatus.PENDING),
            data("gone", 2, TransactionStatus.PENDING)),
        Map.of());
    live.complete();
    LivePayments.Look look = judge("now", 10);
    assertThat(look.complete()).isTrue();
    assertThat(of(look, "card.count.1h")).as("old, changed, new").isEqualTo(3);
    assertThat(of(look, "card.declined.1h")).isEqualTo(1);
  }

  @Test
  void afterARestartTheValuesAreTheSame() {
    live.complete();
    Map<String, TransactionData> table = new HashMap<>();
    Map<String, Payments.Beside> decisions = new HashMap<>();
    for (int i = 0; i < 300; i++) {
      TransactionData data = data("t" + i, i, TransactionStatus.PENDING);
      table.put(data.id(), data);
      if (i % 4 == 0) {
        stored(data.time(), data);
      } else {
        judge(data.id(), i);
        decisions.put(data.id(), NOTHING);
      }
      if (i % 5 == 1) {
        TransactionData declined = data("t" + i, i, TransactionStatus.DECLINED);
        Instant at = declined.time().plusSeconds(90);
        stored(at, declined);
        table.put(declined.id(), declined);
        decisions.computeIfPresent(
            declined.id(),
            (id, its) -> new Payments.Beside("e", null, null, at.toEpochMilli(), null));
      }
    }
    var again = new LivePayments(NOW.minus(LivePayments.KEPT));
    again.read(List.copyOf(table.values()), decisions);
    again.complete();
    for (int minute : new int[] {0, 17, 150, 299, 400}) {
      var asked = Payments.of(data("ask" + minute, minute, TransactionStatus.PENDING), NOTHING);
      assertThat(again.enter(asked, Deadline.NONE).features())
          .isEqualTo(live.enter(asked, Deadline.NONE).features());
    }
  }

  /** What could not be stored was not judged: what is told of it counts at its own time. */
  @Test
  void whatWasTakenBackIsNotKnownToBeJudged() {
    live.complete();
    stored(NOW, data("a", 0, TransactionStatus.PENDING));
    live.leave("a", judge("a", 0).before());
    stored(NOW.plusSeconds(300), data("a", 0, TransactionStatus.DECLINED));
    assertThat(of(judge("b", 1), "card.declined.1h")).isEqualTo(1);
  }

  /** Of a payment that was judged before a restart, a decline counts from when it is told. */
  @Test
  void whatWasReadWithItsDecisionIsStillKnownToBeJudged() {
    live.read(List.of(data("a", 0, TransactionStatus.PENDING)), Map.of("a", NOTHING));
    live.complete();
    stored(NOW.plusSeconds(300), data("a", 0, TransactionStatus.DECLINED));
    assertThat(of(judge("b", 4), "card.declined.1h")).isZero();
    assertThat(of(judge("c", 5), "card.declined.1h")).isEqualTo(1);
  }

  @Test
  void whatIsTooOldForTheMemoryIsSaid() {
    live.complete();
    assertThat(judge("now", 0).complete()).isTrue();
    int days = 24 * 60;
    assertThat(judge("old", -100 * days).complete()).isFalse();
    live.forgetBefore(NOW.minusSeconds(60));
    assertThat(live.size()).isEqualTo(1);
  }

  @Test
  void aPaymentThatFindsTheMemoryBusyIsJudgedByItselfAndCountsForTheNextOne() throws Exception {
    live.complete();
    judge("a", 0);
    var held = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    Thread busy =
        Thread.ofPlatform()
            .name("busy")
            .start(
                () ->
                    live.whileHeld(
                        () -> {
                          held.countDown();
                          awaitQuietly(over);
                        }));
    held.await();
    LivePayments.Look late =
        live.enter(
            Payments.of(data("b", 1, TransactionStatus.PENDING), NOTHING),
            Deadline.in(Duration.ofMillis(5)));
    assertThat(late.inTime()).isFalse();
    assertThat(of(late, "amount")).isEqualTo(10);
    assertThat(of(late, "card.count.1h")).as("not known is not none").isNaN();
    over.countDown();
    busy.join();
    assertThat(of(judge("c", 2), "card.count.1h")).isEqualTo(2);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatIsNotWorkedOutInTimeIsNotKnown() {
    live.complete();
    judge("a", 0);
    LivePayments.Look look =
        live.enter(
            Payments.of(data("b", 1, TransactionStatus.PENDING), NOTHING),
            Deadline.in(Duration.ZERO));
    assertThat(look.inTime()).isFalse();
    assertThat(of(look, "card.count.1h")).isNaN();
    assertThat(of(judge("c", 2), "card.count.1h")).isEqualTo(2);
  }

  @Test
  void whatWaitsForTheDatabaseIsRecalledWithItsFingerprints() {
    live.recall(Payments.of(data("a", 0, TransactionStatus.PENDING), NOTHING));
    live.read(List.of(), Map.of());
    live.complete();
    assertThat(live.isJudged("a")).isTrue();
    assertThat(live.isJudged("b")).isFalse();
    assertThat(of(judge("b", 1), "email.count.1h")).isEqualTo(1);
    stored(NOW, data("a", 0, TransactionStatus.PENDING));
    assertThat(of(judge("c", 2), "email.count.1h")).as("made up for").isEqualTo(2);
  }
}
