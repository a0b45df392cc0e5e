package io.shopkeeper.recommendation.training;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.ImportLineage;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.boundary.person.Histories;
import io.shopkeeper.ml.ranking.LogSize;
import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.SnapshotOrigin;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.platform.boundary.TrainingSource;
import io.shopkeeper.recommendation.features.InteractionCollector;
import io.shopkeeper.recommendation.features.ProductTable;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes all events up to a moment, and the products they are of, into a snapshot. */
final class ShopSnapshot implements TrainingSource {

  private static final long BYTES_PER_EVENT = 120;

  private static final int FEWEST_INTERACTIONS = 20;
  private static final int FEWEST_USERS = 3;
  private static final int BATCH = 500;
  private static final int LOOK = 10_000;

  private final BehaviourEvents events;
  private final Products products;
  private final Histories persons;
  private final ImportLineage lineage;

  ShopSnapshot(
      BehaviourEvents events, Products products, Histories persons, ImportLineage lineage) {
    this.events = events;
    this.products = products;
    this.persons = persons;
    this.lineage = lineage;
  }

  @Override
  public void write(SnapshotWriter writer, Instant until, JobContext job)
      throws IOException, JobFailedException {
    var collector = new InteractionCollector(writer, persons.register());
    read(collector, until, job);
    job.log(
        "%d events (%d left out: no consent), %d interactions of %d users with %d products"
            .formatted(
                collector.events(),
                collector.leftOut(),
                collector.interactions(),
                collector.users(),
                collector.productIds().size()));
    requireEnough(collector);
    var table = new ProductTable(writer);
    List<String> ids = collector.productIds();
    for (int from = 0; from < ids.size(); from += BATCH) {
      job.stopIfCancelled();
      List<String> some = ids.subList(from, Math.min(ids.size(), from + BATCH));
      Map<String, ProductData> known = products.findAll(some);
      for (String id : some) {
        table.add(id, Optional.ofNullable(known.get(id)));
      }
    }
    SnapshotOrigin.write(collector.snapshot(lineage.feeding(until)), writer);
  }

  private void read(InteractionCollector collector, Instant until, JobContext job)
      throws IOException {
    job.progress(0, "reading events");
    double expected = Math.max(1, events.count());
    try {
      events.forEach(
          Instant.EPOCH,
          until,
          event -> {
            accept(collector, event);
            if (collector.events() % LOOK == 0) {
              job.stopIfCancelled();
              job.progress(
                  TrainingExecutors.SNAPSHOT_PART * Math.min(1, collector.events() / expected),
                  "reading events");
            }
          });
    } catch (UncheckedIOException full) {
      throw full.getCause();
    }
  }

  private static void accept(InteractionCollector collector, BehaviourEvent event) {
    try {
      collector.accept(event);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static void requireEnough(InteractionCollector collector) throws JobFailedException {
    if (collector.interactions() < FEWEST_INTERACTIONS || collector.users() < FEWEST_USERS) {
      throw new JobFailedException(
          "Too little to learn from: %d interactions of %d users; at least %d of %d are needed. Send or import events of type view, favourite, cart, purchase or rating."
              .formatted(
                  collector.interactions(), collector.users(), FEWEST_INTERACTIONS, FEWEST_USERS));
    }
  }

  @Override
  public Size expected() {
    long count = events.count();
    return new Size(count, count * BYTES_PER_EVENT);
  }

  @Override
  public Size written(DataSnapshot origin, TrainingTask task) {
    var size =
        new LogSize(
            origin.rows().getOrDefault("users", 0L),
            origin.rows().getOrDefault("items", 0L),
            origin.rows().getOrDefault("interactions", 0L));
    return new Size(
        size.interactions(),
        Lesson.of(task.algorithm(), task.options(), task.seed()).memoryBytes(size));
  }
}
