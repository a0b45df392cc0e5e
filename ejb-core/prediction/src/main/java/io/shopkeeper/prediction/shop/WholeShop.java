package io.shopkeeper.prediction.shop;

import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.Orders;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.boundary.Purchases;
import io.shopkeeper.catalog.boundary.ReviewData;
import io.shopkeeper.catalog.boundary.Reviews;
import io.shopkeeper.catalog.boundary.SoldLines;
import io.shopkeeper.catalog.boundary.person.Histories;
import io.shopkeeper.catalog.boundary.person.Identities;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.prediction.boundary.ShopTable;
import io.shopkeeper.prediction.boundary.ShopTableMaker;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What training asks of all customers, as of some days. */
@Dependent
public class WholeShop {

  private static final int PAGE = 1_000;

  /** What a fact takes, in the log of its customer and in that of its product. */
  private static final long BYTES = 250;

  /** The part of a job that is over when everything is read. */
  static final double READ = 0.5;

  @Inject private BehaviourEvents events;
  @Inject private SoldLines lines;
  @Inject private Orders orders;
  @Inject private Purchases purchases;
  @Inject private Reviews reviews;
  @Inject private Products products;
  @Inject private Histories persons;
  @Inject private Identities identities;

  /** The day with the newest order that is no later than a time; no period ends later. */
  Optional<LocalDate> newestDay(Instant now) {
    return purchases.newest(now).map(at -> at.atZone(ZoneOffset.UTC).toLocalDate());
  }

  /** The memory that all facts would take. */
  long bytes() {
    return BYTES * (events.count() + 2 * orders.count() + reviews.count());
  }

  /** Reads what a table needs. */
  ShopTableMaker read(ShopTable table, JobContext job) {
    Instant until = table.until().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant from =
        until
            .minus(Duration.ofDays((long) table.days() * table.periods()))
            .minus(ShopReader.OF_CUSTOMER);
    List<ProductData> known = new ArrayList<>();
    products.forEach(known::add);
    var maker = new ShopTableMaker(table.goal(), known, persons.register(), identities.all());
    long[] read = {0};
    double expected = Math.max(1, events.count());
    events.forEach(
        from,
        until,
        event -> {
          maker.add(event);
          if (++read[0] % PAGE == 0) {
            job.stopIfCancelled();
            job.progress(READ * Math.min(1, read[0] / expected), "reading events");
          }
        });
    lines.forEach(from, until, maker::add);
    reviews(from, until, maker::add);
    return maker;
  }

  private void reviews(Instant from, Instant until, Consumer<ReviewData> taker) {
    String after = null;
    List<ReviewData> page;
    do {
      page = reviews.page(after, PAGE);
      page.stream()
          .filter(review -> review.time() != null)
          .filter(review -> !review.time().isBefore(from) && review.time().isBefore(until))
          .forEach(taker);
      after = page.isEmpty() ? null : page.getLast().id();
    } while (page.size() == PAGE);
  }
}
