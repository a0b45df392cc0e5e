package io.shopkeeper.fraud.lists;

import io.shopkeeper.fraud.boundary.ListKind;
import io.shopkeeper.fraud.features.IpNetwork;
import io.shopkeeper.fraud.rules.Edits;
import io.shopkeeper.fraud.rules.PaymentFacts;
import io.shopkeeper.fraud.rules.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A list in memory. Immutable. */
final class ValueList {

  private final ListKind kind;
  private final int distance;

  /** Until when, by what entries are compared by. */
  private final Map<String, Long> exact = new HashMap<>();

  /** Of networks: until when, by bits and prefix; and which prefixes there are. */
  private final Map<IpNetwork, Long> networks = new HashMap<>();

  private final TreeSet<Integer> prefixes = new TreeSet<>();

  /** Entries of lists that match what is similar, by their length. */
  private final Map<Integer, List<Similar>> similar = new HashMap<>();

  private record Similar(String text, long until) {}

  /**
   * An entry.
   *
   * @param until milliseconds since 1970; {@link Long#MAX_VALUE} for ever
   */
  record Entry(String text, long until) {}

  ValueList(ListKind kind, int distance, List<Entry> entries) {
    this.kind = kind;
    this.distance = distance;
    entries.forEach(this::add);
  }

  private void add(Entry entry) {
    if (kind == ListKind.IP) {
      IpNetwork.parse(entry.text().strip())
          .ifPresent(
              network -> {
                networks.merge(network, entry.until(), Math::max);
                prefixes.add(network.prefix());
              });
      return;
    }
    exact.merge(kind.key(entry.text()), entry.until(), Math::max);
    if (distance > 0) {
      String text = plain(entry.text());
      similar
          .computeIfAbsent(text.length(), length -> new ArrayList<>())
          .add(new Similar(text, entry.until()));
    }
  }

  /**
   * Whether it has one at the time of a payment.
   *
   * @param seen what is kept of it
   */
  Truth has(String seen, PaymentFacts facts) {
    long time = facts.payment().time();
    if (kind == ListKind.IP) {
      return IpNetwork.parse(seen.strip())
          .map(address -> Truth.of(hasNetwork(address, time)))
          .orElse(Truth.UNKNOWN);
    }
    if (exact.getOrDefault(kind.keyOfSeen(seen), Long.MIN_VALUE) > time) {
      return Truth.TRUE;
    }
    if (distance == 0) {
      return Truth.FALSE;
    }
    String text = kind == ListKind.EMAIL ? facts.plain().email() : facts.plain().address();
    return text == null ? Truth.UNKNOWN : Truth.of(hasSimilar(plain(text), time));
  }

  private boolean hasNetwork(IpNetwork address, long time) {
    return prefixes.stream()
        .anyMatch(prefix -> networks.getOrDefault(address.within(prefix), Long.MIN_VALUE) > time);
  }

  private boolean hasSimilar(String text, long time) {
    for (int length = text.length() - distance; length <= text.length() + distance; length++) {
      for (Similar one : similar.getOrDefault(length, List.of())) {
        if (one.until() > time && Edits.within(one.text(), text, distance)) {
          return true;
        }
      }
    }
    return false;
  }

  private String plain(String text) {
    String folded = ListKind.folded(text.strip());
    return kind == ListKind.ADDRESS ? folded.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() : folded;
  }
}
