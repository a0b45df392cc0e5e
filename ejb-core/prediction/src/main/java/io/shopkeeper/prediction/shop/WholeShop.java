package io.shopkeeper.prediction.shop;

import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.Orders;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.boundary.Purchases;
import io.shopkeeper.catalog.boundary.ReviewData;
import io.shopkeeper.catalog.boundary.Reviews;
import io.shopkeeper.catalog.boundary.SoldLines;
import io.shopkeeper.catalog.boundary.person.Histories;
import io.shopkeeper.catalog.boundary.person.Identities;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.prediction.boundary.ShopGoal;
import io.shopkeeper.prediction.boundary.ShopTable;
import io.shopkeeper.prediction.features.Fact;
import io.shopkeeper.prediction.features.FactKind;
import io.shopkeeper.prediction.features.Outcomes;
import io.shopkeeper.prediction.features.ProductTrait;
import io.shopkeeper.prediction.features.ShopFacts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * What was read.
   *
   * @param facts up to the end of the last period
   * @param outcomes what was ordered and kept
   */
  record Read(ShopFacts facts, Outcomes outcomes) {}

  /** The day with the newest order that is no later than a time; no period ends later. */
  Optional<LocalDate> newestDay(Instant now) {
    return purchases.newest(now).map(at -> at.atZone(ZoneOffset.UTC).toLocalDate());
  }

  /** The memory that all facts would take. */
  long bytes() {
    return BYTES * (events.count() + 2 * orders.count() + reviews.count());
  }

  /** Reads what a table needs. */
  Read read(ShopTable table, JobContext job) {
    Instant until = table.until().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant from =
        until
            .minus(Duration.ofDays((long) table.days() * table.periods()))
            .minus(ShopReader.OF_CUSTOMER);
    Map<String, ProductTrait> traits = new HashMap<>();
    products.forEach(product -> traits.put(product.id(), ShopReader.trait(product)));
    var maker = new FactMaker(persons.register(), identities.all());
    var facts = new ShopFacts(traits);
    var outcomes = new Outcomes();
    boolean ofProducts = table.goal() == ShopGoal.BUYS_PRODUCT;
    long[] read = {0};
    double expected = Math.max(1, events.count());
    events.forEach(
        from,
        until,
        event -> {
          maker.ofCustomer(event).ifPresent(facts::addOfCustomer);
          if (ofProducts) {
            FactMaker.ofProduct(event).ifPresent(facts::addOfProduct);
          }
          if (++read[0] % PAGE == 0) {
            job.stopIfCancelled();
            job.progress(READ * Math.min(1, read[0] / expected), "reading events");
          }
        });
    lines.forEach(
        from,
        until,
        line -> {
          take(FactMaker.of(line), maker, facts, ofProducts);
          outcomes.add(line);
        });
    reviews(from, until, fact -> take(fact, maker, facts, ofProducts));
    return new Read(facts, outcomes);
  }

  private static void take(Fact fact, FactMaker maker, ShopFacts facts, boolean ofProducts) {
    if (maker.allows(fact.customer())) {
      facts.addOfCustomer(fact);
    }
    if (ofProducts || fact.kind() == FactKind.ORDER) {
      facts.addOfProduct(fact);
    }
  }

  private void reviews(Instant from, Instant until, Consumer<Fact> taker) {
    String after = null;
    List<ReviewData> page;
    do {
      page = reviews.page(after, PAGE);
      page.stream()
          .filter(review -> review.time() != null)
          .filter(review -> !review.time().isBefore(from) && review.time().isBefore(until))
          .flatMap(review -> FactMaker.of(review).stream())
          .forEach(taker);
      after = page.isEmpty() ? null : page.getLast().id();
    } while (page.size() == PAGE);
  }
}
