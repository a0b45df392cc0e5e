package io.shopkeeper.recommendation.features;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.platform.boundary.DataSnapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Takes events in the order of time and makes interactions of them. For one thread. */
public final class InteractionCollector {

  private final Map<String, Integer> users = new HashMap<>();
  private final Map<String, Integer> items = new HashMap<>();
  private final List<String> productIds = new ArrayList<>();
  private final MessageDigest digest = sha256();
  private int[] user = new int[4096];
  private int[] item = new int[4096];
  private float[] weight = new float[4096];
  private long[] time = new long[4096];
  private boolean[] purchase = new boolean[4096];
  private int size;
  private long events;

  /** Takes an event; those that say nothing about a product are only counted. */
  public void accept(BehaviourEvent event) {
    events++;
    digest.update(event.eventId().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    float says = InteractionWeights.of(event);
    if (event.productId() == null || says <= 0) {
      return;
    }
    if (size == user.length) {
      grow(Math.addExact(size, size >> 1));
    }
    user[size] = users.computeIfAbsent(userKey(event), added -> users.size());
    item[size] =
        items.computeIfAbsent(
            event.productId(),
            id -> {
              productIds.add(id);
              return items.size();
            });
    weight[size] = says;
    time[size] = event.time().toEpochMilli();
    purchase[size++] = event.type() == EventType.PURCHASE;
  }

  /** All that was taken. */
  public Interactions interactions() {
    return new Interactions(
        List.copyOf(productIds),
        users.size(),
        Arrays.copyOf(user, size),
        Arrays.copyOf(item, size),
        Arrays.copyOf(weight, size),
        Arrays.copyOf(time, size),
        Arrays.copyOf(purchase, size));
  }

  /**
   * What was read, for the record of a model's origin; to be asked once.
   *
   * @param imports that brought it
   */
  public DataSnapshot snapshot(List<Long> imports) {
    return new DataSnapshot(
        size == 0 ? null : Instant.ofEpochMilli(time[0]),
        size == 0 ? null : Instant.ofEpochMilli(time[size - 1]),
        Map.of(
            "events", events,
            "interactions", (long) size,
            "users", (long) users.size(),
            "items", (long) productIds.size()),
        HexFormat.of().formatHex(digest.digest()),
        imports);
  }

  private static String userKey(BehaviourEvent event) {
    return event.customerId() != null ? "c:" + event.customerId() : "v:" + event.visitorId();
  }

  private void grow(int length) {
    user = Arrays.copyOf(user, length);
    item = Arrays.copyOf(item, length);
    weight = Arrays.copyOf(weight, length);
    time = Arrays.copyOf(time, length);
    purchase = Arrays.copyOf(purchase, length);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
