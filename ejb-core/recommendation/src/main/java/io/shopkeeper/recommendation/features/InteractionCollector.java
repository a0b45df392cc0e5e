package io.shopkeeper.recommendation.features;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.person.PersonRegister;
import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.training.snapshot.ColumnWriter;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import io.shopkeeper.training.snapshot.TableWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes events in the order of time and writes interactions of them into a snapshot; keeps only the
 * names of users and products. Nobody can tell from the snapshot who a user was. For one thread.
 */
public final class InteractionCollector {

  private final Map<String, Integer> users = new HashMap<>();
  private final Map<String, Integer> items = new HashMap<>();
  private final List<String> productIds = new ArrayList<>();
  private final MessageDigest digest = sha256();
  private final TableWriter table;
  private final ColumnWriter user;
  private final ColumnWriter item;
  private final ColumnWriter weight;
  private final ColumnWriter time;
  private final ColumnWriter purchase;
  private final PersonRegister persons;
  private long first;
  private long last;
  private long events;
  private long leftOut;

  /**
   * Into a snapshot.
   *
   * @param persons who is who, and from whom nothing is to be learnt
   */
  public InteractionCollector(SnapshotWriter writer, PersonRegister persons) throws IOException {
    this.persons = persons;
    table = writer.table(SnapshotTables.INTERACTIONS);
    user = table.ints(SnapshotTables.USER);
    item = table.ints(SnapshotTables.ITEM);
    weight = table.floats(SnapshotTables.WEIGHT);
    time = table.longs(SnapshotTables.TIME);
    purchase = table.ints(SnapshotTables.PURCHASE);
  }

  /** Takes an event; those that say nothing about a product are only counted. */
  public void accept(BehaviourEvent event) throws IOException {
    events++;
    digest.update(event.eventId().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    float says = InteractionWeights.of(event);
    if (event.productId() == null || says <= 0) {
      return;
    }
    Optional<String> person = persons.learnsFrom(event);
    if (person.isEmpty()) {
      leftOut++;
      return;
    }
    last = event.time().toEpochMilli();
    first = table.rows() == 0 ? last : first;
    user.add(users.computeIfAbsent(person.get(), added -> users.size()));
    item.add(number(event.productId()));
    weight.add(says);
    time.add(last);
    purchase.add(event.type() == EventType.PURCHASE ? 1 : 0);
    table.endRow();
  }

  private int number(String productId) {
    return items.computeIfAbsent(
        productId,
        id -> {
          productIds.add(id);
          return items.size();
        });
  }

  /** Events up to now. */
  public long events() {
    return events;
  }

  /** Of those, the ones of people who do not allow to learn from them. */
  public long leftOut() {
    return leftOut;
  }

  /** Interactions up to now. */
  public long interactions() {
    return table.rows();
  }

  /** Customers and visitors up to now. */
  public int users() {
    return users.size();
  }

  /** The products up to now, in the order of their numbers. */
  public List<String> productIds() {
    return Collections.unmodifiableList(productIds);
  }

  /**
   * What was read, for the record of a model's origin; to be asked once.
   *
   * @param imports that brought it
   */
  public DataSnapshot snapshot(List<Long> imports) {
    boolean empty = table.rows() == 0;
    return new DataSnapshot(
        empty ? null : Instant.ofEpochMilli(first),
        empty ? null : Instant.ofEpochMilli(last),
        Map.of(
            "events",
            events,
            "interactions",
            table.rows(),
            "users",
            (long) users.size(),
            "items",
            (long) productIds.size()),
        HexFormat.of().formatHex(digest.digest()),
        imports);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
