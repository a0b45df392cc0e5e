package io.shopkeeper.prediction.training.value;

import io.shopkeeper.catalog.boundary.PurchaseRow;
import io.shopkeeper.catalog.boundary.Purchases;
import io.shopkeeper.catalog.boundary.person.Histories;
import io.shopkeeper.catalog.boundary.person.PersonRegister;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.SnapshotOrigin;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.platform.boundary.TrainingSource;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the shop's purchases into a snapshot; whoever does not allow to learn from what they did
 * is left out, and so is what lies in the future.
 */
final class ValueSnapshot implements TrainingSource {

  private static final long BYTES_PER_ORDER = 1_000;

  private final Purchases purchases;
  private final Histories persons;

  ValueSnapshot(Purchases purchases, Histories persons) {
    this.purchases = purchases;
    this.persons = persons;
  }

  @Override
  public void write(SnapshotWriter writer, Instant now, JobContext job)
      throws IOException, JobFailedException {
    PersonRegister register = persons.register();
    var table = new ValueLog.Writer(writer);
    Set<String> refusing = new HashSet<>();
    MessageDigest hash = digest();
    Instant from = null;
    double expected = Math.max(1, purchases.count());
    PurchaseRow last = null;
    List<PurchaseRow> page;
    do {
      job.stopIfCancelled();
      page = purchases.page(last, Purchases.MOST);
      for (PurchaseRow row : page) {
        if (row.at().isAfter(now)) {
          page = List.of();
          break;
        }
        last = row;
        if (register.allows(Subject.customer(row.customerId()))) {
          from = from == null ? row.at() : from;
          hash.update(row.toString().getBytes(StandardCharsets.UTF_8));
          table.add(
              row.customerId(),
              (int) row.at().atZone(ZoneOffset.UTC).toLocalDate().toEpochDay(),
              row.total().doubleValue(),
              row.currency());
        } else {
          refusing.add(row.customerId());
        }
      }
      job.progress(
          TrainingExecutors.SNAPSHOT_PART * Math.min(1, table.rows() / expected),
          "reading purchases");
    } while (page.size() == Purchases.MOST);
    job.log(
        "%d purchases of %d customers; %d customers left out: no consent"
            .formatted(table.rows(), table.customers(), refusing.size()));
    if (table.customers() < ValueNeeds.FEWEST) {
      throw new JobFailedException(
          "Too few to learn from: %d customers with orders that were neither cancelled nor returned; at least %d are needed. Import orders with their customers."
              .formatted(table.customers(), ValueNeeds.FEWEST));
    }
    SnapshotOrigin.write(
        new DataSnapshot(
            from,
            last.at(),
            Map.of("purchases", table.rows(), "customers", (long) table.customers()),
            HexFormat.of().formatHex(hash.digest()),
            List.of()),
        writer);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Some customers may not allow to learn from what they did. */
  @Override
  public Optional<String> obstacle(TrainingTask task, Instant now) {
    Optional<LocalDate> last =
        purchases.newestOfCustomers(now).map(time -> time.atZone(ZoneOffset.UTC).toLocalDate());
    return ValueNeeds.of(task)
        .flatMap(needs -> needs.obstacle(days -> last.map(day -> before(day, days)).orElse(0L)));
  }

  /** Who bought so many days before the end of the last day, or earlier. */
  private long before(LocalDate last, int days) {
    return purchases.customersBefore(
        last.plusDays(2).minusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  @Override
  public Size expected() {
    return of(purchases.count());
  }

  @Override
  public Size written(DataSnapshot origin, TrainingTask task) {
    return of(origin.rows().get("purchases"));
  }

  private static Size of(long orders) {
    return new Size(orders, orders * BYTES_PER_ORDER);
  }
}
