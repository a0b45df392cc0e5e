package io.shopkeeper.fraud.cases;

import io.shopkeeper.fraud.boundary.cases.LinkGraph;
import io.shopkeeper.fraud.features.KeyKind;
import io.shopkeeper.fraud.features.Payment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Walks from the payments of a case to those that share a customer, device, e-mail, address or card
 * with them, and from those once more. What is far away and links nobody is left out; so is what is
 * beyond the bound, and it is said how much. A pure function of the payments that are asked for.
 */
public final class LinkWalk {

  /** Steps from the case. */
  static final int DEPTH = 2;

  /** Most customers and things. */
  static final int NODES = 40;

  /** Most payments that are looked at of one of them. */
  static final int PAYMENTS = 60;

  private static final List<KeyKind> KINDS =
      List.of(KeyKind.CUSTOMER, KeyKind.DEVICE, KeyKind.EMAIL, KeyKind.ADDRESS, KeyKind.CARD);

  private final BiFunction<KeyKind, String, List<Payment>> payments;
  private final Map<Key, Integer> distance = new LinkedHashMap<>();
  private final Map<Key, List<Payment>> found = new LinkedHashMap<>();

  private record Key(KeyKind kind, String value) {}

  private record Link(Key from, Key to) {}

  /**
   * A walk over payments.
   *
   * @param payments the latest of a key
   */
  public LinkWalk(BiFunction<KeyKind, String, List<Payment>> payments) {
    this.payments = payments;
  }

  /**
   * Walks.
   *
   * @param start the payments of the case
   * @param currency in which amounts are added
   * @param bad whether a payment is known as fraud, by its id
   */
  public LinkGraph from(Collection<Payment> start, String currency, Predicate<String> bad) {
    start.forEach(payment -> keys(payment).forEach(key -> distance.putIfAbsent(key, 0)));
    for (int step = 0; step < DEPTH; step++) {
      widen(step);
    }
    distance.keySet().forEach(this::look);
    Map<Link, Set<String>> links = links(start);
    List<Key> kept = distance.keySet().stream().filter(key -> counts(key, links)).toList();
    List<Key> shown = kept.stream().limit(NODES).toList();
    List<LinkGraph.Node> nodes = shown.stream().map(key -> node(key, currency, bad)).toList();
    List<LinkGraph.Edge> edges = new ArrayList<>();
    links.forEach(
        (link, ids) -> {
          int from = shown.indexOf(link.from());
          int to = shown.indexOf(link.to());
          if (from >= 0 && to >= 0) {
            edges.add(new LinkGraph.Edge(from, to, ids.size()));
          }
        });
    return new LinkGraph(nodes, edges, kept.size() - shown.size());
  }

  private static List<Key> keys(Payment payment) {
    List<Key> keys = new ArrayList<>();
    for (KeyKind kind : KINDS) {
      kind.of(payment).ifPresent(value -> keys.add(new Key(kind, value)));
    }
    return keys;
  }

  private void widen(int step) {
    List<Key> edge =
        distance.entrySet().stream()
            .filter(entry -> entry.getValue() == step)
            .map(Map.Entry::getKey)
            .limit(NODES)
            .toList();
    for (Key key : edge) {
      for (Payment payment : look(key)) {
        keys(payment).forEach(next -> distance.putIfAbsent(next, step + 1));
      }
    }
  }

  private List<Payment> look(Key key) {
    return found.computeIfAbsent(key, asked -> payments.apply(asked.kind(), asked.value()));
  }

  /** Between neighbouring columns: the customer, what was used, the card. */
  private Map<Link, Set<String>> links(Collection<Payment> start) {
    Map<Link, Set<String>> links = new LinkedHashMap<>();
    Map<String, Payment> all = new TreeMap<>();
    start.forEach(payment -> all.put(payment.id(), payment));
    found.values().forEach(some -> some.forEach(payment -> all.put(payment.id(), payment)));
    for (Payment payment : all.values()) {
      List<Key> keys = keys(payment);
      Optional<Key> customer = of(keys, KeyKind.CUSTOMER);
      Optional<Key> card = of(keys, KeyKind.CARD);
      List<Key> between =
          keys.stream()
              .filter(key -> key.kind() != KeyKind.CUSTOMER && key.kind() != KeyKind.CARD)
              .toList();
      for (Key key : between) {
        customer.ifPresent(who -> link(links, who, key, payment));
      }
      List<Key> beside = customer.isPresent() ? nearest(between, customer.get()) : between;
      card.ifPresent(with -> beside.forEach(key -> link(links, key, with, payment)));
    }
    return links;
  }

  /** Of a customer's payment the card hangs on the device, so that the picture stays clear. */
  private static List<Key> nearest(List<Key> between, Key customer) {
    return List.of(between.isEmpty() ? customer : between.getFirst());
  }

  private static Optional<Key> of(List<Key> keys, KeyKind kind) {
    return keys.stream().filter(key -> key.kind() == kind).findFirst();
  }

  private static void link(Map<Link, Set<String>> links, Key from, Key to, Payment payment) {
    links.computeIfAbsent(new Link(from, to), added -> new HashSet<>()).add(payment.id());
  }

  /** What is not of the case itself counts if it links at least two. */
  private boolean counts(Key key, Map<Link, Set<String>> links) {
    if (distance.get(key) == 0 || key.kind() == KeyKind.CUSTOMER) {
      return true;
    }
    return links.keySet().stream()
            .filter(link -> link.from().equals(key) || link.to().equals(key))
            .filter(link -> distance.containsKey(link.from()) && distance.containsKey(link.to()))
            .count()
        > 1;
  }

  private LinkGraph.Node node(Key key, String currency, Predicate<String> bad) {
    List<Payment> its = look(key);
    long cents =
        its.stream()
            .filter(payment -> payment.currency().equals(currency))
            .mapToLong(Payment::cents)
            .sum();
    return new LinkGraph.Node(
        key.kind().code(),
        key.value(),
        distance.get(key),
        its.size(),
        BigDecimal.valueOf(cents, 2),
        (int) its.stream().map(Payment::id).filter(bad).count());
  }
}
