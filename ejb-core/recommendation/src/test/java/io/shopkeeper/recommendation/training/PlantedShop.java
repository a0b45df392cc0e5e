package io.shopkeeper.recommendation.training;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.person.PersonRegister;
import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.SnapshotOrigin;
import io.shopkeeper.recommendation.features.InteractionCollector;
import io.shopkeeper.recommendation.features.ProductTable;
import io.shopkeeper.training.Opponent;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A shop with two kinds of people, each of whom likes one half of the products, in visits. */
final class PlantedShop {

  static final int USERS = 40;
  static final int ITEMS = 80;
  static final int EVENTS = 1500;

  /** Events of a visit. */
  private static final int VISIT = 5;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private PlantedShop() {}

  static Snapshot write(Path folder) throws IOException {
    return write(folder, Optional.empty());
  }

  static Snapshot write(Path folder, Optional<Opponent> live) throws IOException {
    try (SnapshotWriter writer = SnapshotWriter.begin(folder)) {
      var collector = new InteractionCollector(writer, PersonRegister.everybody());
      var random = new SplittableRandom(11);
      for (int i = 0; i < EVENTS; i++) {
        collector.accept(event(i, random));
      }
      var products = new ProductTable(writer);
      for (String id : collector.productIds()) {
        products.add(id, Optional.of(product(id)));
      }
      SnapshotOrigin.write(collector.snapshot(List.of(3L, 7L)), writer);
      if (live.isPresent()) {
        live.get().write(writer);
      }
      return writer.finish();
    }
  }

  /** Says by its category which half it belongs to. */
  private static ProductData product(String id) {
    int half = Integer.parseInt(id.substring(2)) % 2;
    return new ProductData(
        id,
        "Thing " + id,
        null,
        null,
        null,
        half == 0 ? "Even" : "Odd",
        "brand-" + half,
        BigDecimal.TEN,
        "EUR",
        1,
        Map.of(),
        null,
        true,
        START);
  }

  private static BehaviourEvent event(int number, SplittableRandom random) {
    int visit = number / VISIT;
    int user = new SplittableRandom(visit).nextInt(USERS);
    int half = random.nextDouble() < 0.9 ? user % 2 : 1 - user % 2;
    int item = half + 2 * random.nextInt(ITEMS / 2);
    EventType type = random.nextDouble() < 0.2 ? EventType.PURCHASE : EventType.VIEW;
    return new BehaviourEvent(
        "e-" + number,
        type,
        "c-" + user,
        null,
        "p-" + item,
        null,
        "web",
        null,
        null,
        START.plusSeconds(VISIT * 3600L * visit + 60L * (number % VISIT)));
  }

  static DataSnapshot origin(Snapshot snapshot) {
    return SnapshotOrigin.of(snapshot);
  }
}
