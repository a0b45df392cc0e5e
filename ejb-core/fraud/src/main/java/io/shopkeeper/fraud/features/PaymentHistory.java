package io.shopkeeper.fraud.features;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Payments by their keys, each key's in the order of time, whatever the order in which they came.
 * What it says depends on the payments that are in it and on nothing else. For one thread.
 */
public final class PaymentHistory {

  private final Map<String, Payment> byId = new HashMap<>();
  private final Map<KeyKind, Map<String, List<Payment>>> byKey = new EnumMap<>(KeyKind.class);

  /** With no payment in it. */
  public PaymentHistory() {
    for (KeyKind kind : KeyKind.values()) {
      byKey.put(kind, new HashMap<>());
    }
  }

  /** Takes one in, in place of the one with that id; answers what was there. */
  public Optional<Payment> put(Payment payment) {
    Payment before = byId.get(payment.id());
    if (payment.equals(before)) {
      return Optional.of(before);
    }
    if (before != null) {
      remove(before.id());
    }
    byId.put(payment.id(), payment);
    for (KeyKind kind : KeyKind.values()) {
      kind.of(payment)
          .ifPresent(
              key ->
                  insert(
                      byKey.get(kind).computeIfAbsent(key, none -> new ArrayList<>(2)), payment));
    }
    return Optional.ofNullable(before);
  }

  /** Takes one out; nothing happens where there is none. */
  public void remove(String id) {
    Payment gone = byId.remove(id);
    if (gone == null) {
      return;
    }
    for (KeyKind kind : KeyKind.values()) {
      kind.of(gone).ifPresent(key -> take(byKey.get(kind), key, gone));
    }
  }

  /** The one with an id. */
  public Optional<Payment> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The latest of one key, in the order of time. */
  public List<Payment> latest(KeyKind kind, String key, int most) {
    List<Payment> all = byKey.get(kind).getOrDefault(key, List.of());
    return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
  }

  /** How many there are. */
  public int size() {
    return byId.size();
  }

  /** Takes those out that were made before a time. */
  public void removeBefore(long time) {
    List<String> old =
        byId.values().stream().filter(one -> one.time() < time).map(Payment::id).toList();
    old.forEach(this::remove);
  }

  /** Those with the same key as a payment that came before it, and itself if it is in here. */
  View before(Payment payment, KeyKind kind) {
    return kind.of(payment)
        .map(key -> before(payment, kind, key))
        .orElseGet(() -> new View(List.of(), 0));
  }

  /** Those with a key that came before a payment. */
  View before(Payment payment, KeyKind kind, String key) {
    List<Payment> all = byKey.get(kind).get(key);
    return all == null ? new View(List.of(), 0) : new View(all, place(all, payment));
  }

  /**
   * Payments of one key.
   *
   * @param all in the order of time
   * @param end how many of them came before the payment that is asked for
   */
  record View(List<Payment> all, int end) {}

  private static void insert(List<Payment> sorted, Payment payment) {
    int place = place(sorted, payment);
    sorted.add(place, payment);
  }

  private static void take(Map<String, List<Payment>> of, String key, Payment gone) {
    List<Payment> sorted = of.get(key);
    int place = place(sorted, gone);
    sorted.remove(place);
    if (sorted.isEmpty()) {
      of.remove(key);
    }
  }

  /** Where it is, or belongs; the end first, for most come in their order. */
  private static int place(List<Payment> sorted, Payment payment) {
    if (sorted.isEmpty() || Payment.IN_TIME.compare(sorted.getLast(), payment) < 0) {
      return sorted.size();
    }
    int found = Collections.binarySearch(sorted, payment, Payment.IN_TIME);
    return found < 0 ? -found - 1 : found;
  }
}
