package io.shopkeeper.fraud.training;

import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.fraud.decision.DecisionLedger;
import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.SnapshotOrigin;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.platform.boundary.TrainingSource;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes the payments of which it is known, or may be taken for known, whether they were fraud. A
 * payment of which nobody said anything counts as good when it is old enough: chargebacks come
 * late. All payments, with what was known of them then, are what the others are seen beside.
 */
final class FraudSnapshot implements TrainingSource {

  private static final long BYTES_PER_PAYMENT = 4_000;
  private static final int FEWEST = 30;

  private final Transactions transactions;
  private final DecisionLedger ledger;
  private final Supplier<Duration> patience;

  /** How far it has come; times in milliseconds since 1970, null before the first. */
  private static final class Span {
    private Long from;
    private Long to;
    private long read;
  }

  /**
   * Of the shop.
   *
   * @param patience after which a payment that nobody complained of counts as good
   */
  FraudSnapshot(Transactions transactions, DecisionLedger ledger, Supplier<Duration> patience) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.patience = patience;
  }

  @Override
  public void write(SnapshotWriter writer, Instant now, JobContext job)
      throws IOException, JobFailedException {
    var table = new LabelledPayments.Writer(writer);
    var span = new Span();
    double expected = Math.max(1, transactions.count());
    long read =
        new PaymentWalk(transactions, ledger)
            .walk(
                Instant.EPOCH,
                now,
                now.minus(patience.get()),
                step -> {
                  span.read++;
                  if (step.fraud().isPresent()) {
                    span.to = step.payment().time();
                    span.from = span.from == null ? span.to : span.from;
                    table.add(span.to, step.fraud().get(), step.features());
                  }
                },
                at -> {
                  job.stopIfCancelled();
                  job.progress(
                      TrainingExecutors.SNAPSHOT_PART * Math.min(1, span.read / expected),
                      "reading payments");
                });
    job.log(
        "%d payments read; %d are known to be fraud or good, %d of them fraud"
            .formatted(read, table.rows(), table.frauds()));
    requireEnough(table);
    SnapshotOrigin.write(
        new DataSnapshot(
            span.from == null ? null : Instant.ofEpochMilli(span.from),
            span.to == null ? null : Instant.ofEpochMilli(span.to),
            Map.of("payments", table.rows(), "frauds", table.frauds()),
            table.hash(),
            List.of()),
        writer);
  }

  private static void requireEnough(LabelledPayments.Writer table) throws JobFailedException {
    if (table.frauds() < FEWEST || table.rows() - table.frauds() < FEWEST) {
      throw new JobFailedException(
          "Too few to learn from: of %d payments of which it is known %d were fraud; at least %d that were and %d that were not are needed. Import transactions with their outcome (fraud, cleared, chargeback), or mark payments."
              .formatted(table.rows(), table.frauds(), FEWEST, FEWEST));
    }
  }

  @Override
  public Size expected() {
    return of(transactions.count());
  }

  @Override
  public Size written(DataSnapshot origin, TrainingTask task) {
    return of(origin.rows().getOrDefault("payments", 0L));
  }

  private static Size of(long rows) {
    return new Size(rows, rows * BYTES_PER_PAYMENT);
  }
}
