package io.shopkeeper.prediction.training.demand;

import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.boundary.SaleRow;
import io.shopkeeper.catalog.boundary.Sales;
import io.shopkeeper.ml.forecast.DemandLog;
import io.shopkeeper.ml.forecast.WeeklySales;
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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what the shop sold of each product, week by week, into a snapshot. Who bought it is not
 * read. Products that are no longer in the shop teach, too, but have no category.
 */
final class DemandSnapshot implements TrainingSource {

  /**
   * Four weeks ahead of each, with two dozen features, once for the evaluation and once for all.
   */
  private static final long BYTES_PER_WEEK = 4 * 24 * 16;

  private static final long LINES_PER_WEEK = 2;

  /** How the weeks of products are counted in what a model is made from. */
  static final String WEEKS = "weeks";

  private final Sales sales;
  private final Products products;

  DemandSnapshot(Sales sales, Products products) {
    this.sales = sales;
    this.products = products;
  }

  @Override
  public void write(SnapshotWriter writer, Instant now, JobContext job)
      throws IOException, JobFailedException {
    Map<String, String> categories = new HashMap<>();
    products.forEach(product -> categories.put(product.id(), product.categoryPath()));
    var weekly = new WeeklySales();
    MessageDigest hash = digest();
    double expected = Math.max(1, sales.count());
    long lines = 0;
    SaleRow first = null;
    SaleRow last = null;
    List<SaleRow> page;
    do {
      job.stopIfCancelled();
      page =
          sales.page(last, Sales.MOST).stream().takeWhile(row -> !row.at().isAfter(now)).toList();
      for (SaleRow row : page) {
        first = first == null ? row : first;
        last = row;
        hash.update(row.toString().getBytes(StandardCharsets.UTF_8));
        weekly.add(
            row.productId(),
            categories.getOrDefault(row.productId(), ""),
            day(row.at()),
            row.quantity(),
            row.unitPrice().doubleValue());
      }
      lines += page.size();
      job.progress(
          TrainingExecutors.SNAPSHOT_PART * Math.min(1, lines / expected), "reading sales");
    } while (page.size() == Sales.MOST);
    DemandLog log = weekly.log();
    if (log.products().isEmpty()) {
      throw new JobFailedException(
          "No product was sold in a whole week, from Monday to Sunday; import orders or wait.");
    }
    long weeks = DemandTable.write(log, writer);
    job.log(
        "%d lines of orders: %d products in %d weeks, the last of which begins on %s"
            .formatted(
                lines,
                log.products().size(),
                log.end() - log.begin(),
                WeeklySales.monday(log.end() - 1)));
    SnapshotOrigin.write(
        new DataSnapshot(
            first.at(),
            last.at(),
            Map.of(WEEKS, weeks, "products", (long) log.products().size(), "lines", lines),
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

  /** Products may be known for a shorter time than the shop. */
  @Override
  public Optional<String> obstacle(TrainingTask task, Instant now) {
    var weekly = new WeeklySales();
    sales.oldest().map(DemandSnapshot::day).ifPresent(weekly::seen);
    sales.newest(now).map(DemandSnapshot::day).ifPresent(weekly::seen);
    return DemandNeeds.of(task).flatMap(needs -> needs.obstacle(weekly.weeks()));
  }

  private static LocalDate day(Instant time) {
    return time.atZone(ZoneOffset.UTC).toLocalDate();
  }

  @Override
  public Size expected() {
    return of(sales.count() / LINES_PER_WEEK);
  }

  @Override
  public Size written(DataSnapshot origin, TrainingTask task) {
    return of(origin.rows().get(WEEKS));
  }

  private static Size of(long weeks) {
    return new Size(weeks, weeks * BYTES_PER_WEEK);
  }
}
