package io.shopkeeper.prediction.features;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was known at a moment: the facts of the year before it, the moment itself not among them.
 * All that features are made of is asked here, so that none can see what came later. A number that
 * cannot be said is NaN. Immutable.
 */
public final class Reading {

  /** How far back is looked. */
  public static final int DAYS = 365;

  private static final double DAY = Duration.ofDays(1).toMillis();

  private final long moment;
  private final List<Fact> facts;

  /**
   * @param all in the order of time
   */
  Reading(List<Fact> all, long moment) {
    this.moment = moment;
    long from = moment - Duration.ofDays(DAYS).toMillis();
    List<Fact> seen = new ArrayList<>();
    for (Fact fact : all) {
      if (fact.at() >= moment) {
        break;
      }
      if (fact.at() >= from && fact.known() < moment) {
        seen.add(fact);
      }
    }
    facts = List.copyOf(seen);
  }

  private Reading(long moment, List<Fact> facts) {
    this.moment = moment;
    this.facts = facts;
  }

  /** Whether nothing was known. */
  public boolean isEmpty() {
    return facts.isEmpty();
  }

  /** The moment, in milliseconds since 1970. */
  public long moment() {
    return moment;
  }

  /** Only what was done in the last days. */
  public Reading last(int days) {
    long from = moment - Duration.ofDays(days).toMillis();
    return new Reading(moment, facts.stream().filter(fact -> fact.at() >= from).toList());
  }

  /** Only acts of some kinds. */
  public Reading only(FactKind first, FactKind... others) {
    Set<FactKind> kinds = EnumSet.of(first, others);
    return new Reading(moment, facts.stream().filter(fact -> kinds.contains(fact.kind())).toList());
  }

  /** Only with products of which something holds. */
  public Reading with(Predicate<String> product) {
    return new Reading(
        moment,
        facts.stream()
            .filter(fact -> fact.product() != null && product.test(fact.product()))
            .toList());
  }

  /** How many. */
  public double count() {
    return facts.size();
  }

  /** How many of a kind in the last days. */
  public double count(FactKind kind, int days) {
    return only(kind).last(days).count();
  }

  /** How many different values; what has none does not count. */
  public double distinct(Function<Fact, String> value) {
    return values(value).distinct().count();
  }

  private Stream<String> values(Function<Fact, String> value) {
    return facts.stream().map(value).filter(Objects::nonNull);
  }

  /** The products, each once, in order. */
  Set<String> products() {
    return values(Fact::product).collect(Collectors.toCollection(TreeSet::new));
  }

  /** On how many days, UTC, there was anything. */
  public double activeDays() {
    return facts.stream()
        .mapToLong(fact -> Math.floorDiv(fact.at(), (long) DAY))
        .distinct()
        .count();
  }

  /** Days since the last, with fractions. */
  public double daysSinceLast() {
    return facts.isEmpty() ? Double.NaN : (moment - facts.getLast().at()) / DAY;
  }

  /** Days since the first, with fractions. */
  public double daysSinceFirst() {
    return facts.isEmpty() ? Double.NaN : (moment - facts.getFirst().at()) / DAY;
  }

  /** Mean days between one order and the next; NaN below two. */
  public double meanGap() {
    double orders = distinct(Fact::group);
    return orders < 2
        ? Double.NaN
        : (facts.getLast().at() - facts.getFirst().at()) / DAY / (orders - 1);
  }

  /** Mean of stars or prices; NaN for none. */
  public double mean() {
    return facts.stream()
        .mapToDouble(Fact::amount)
        .filter(amount -> !Double.isNaN(amount))
        .average()
        .orElse(Double.NaN);
  }

  /** The stars or prices of those of which something holds, rising. */
  double[] amounts(Predicate<Fact> holds) {
    return facts.stream().filter(holds).mapToDouble(Fact::amount).sorted().toArray();
  }

  /** A number of each, in order; those that have none are left out. */
  double[] numbers(ToDoubleFunction<Fact> value) {
    return facts.stream().mapToDouble(value).filter(Double::isFinite).toArray();
  }

  /** The newest of stars or prices; NaN for none. */
  public double newest() {
    return facts.isEmpty() ? Double.NaN : facts.getLast().amount();
  }

  /** Pieces of order lines. */
  public double pieces() {
    return facts.stream().mapToInt(Fact::quantity).sum();
  }

  /**
   * Only prices in the currency of the newest one: amounts are not converted, and those of another
   * currency are left out.
   */
  public Reading ofOneCurrency() {
    if (facts.isEmpty()) {
      return this;
    }
    String currency = facts.getLast().currency();
    return new Reading(
        moment, facts.stream().filter(fact -> Objects.equals(currency, fact.currency())).toList());
  }

  /** Money of order lines. */
  public double money() {
    double sum = 0;
    for (Fact fact : facts) {
      sum += fact.amount() * fact.quantity();
    }
    return sum;
  }

  /** The share of those of which something holds; NaN of none. */
  public double share(Predicate<Fact> holds) {
    return facts.isEmpty() ? Double.NaN : facts.stream().filter(holds).count() / count();
  }

  /** The most frequent value, the first by its letters of equals; null of none. */
  public String usual(Function<Fact, String> value) {
    Map<String, Integer> counts = new TreeMap<>();
    values(value).forEach(each -> counts.merge(each, 1, Integer::sum));
    String best = null;
    for (Map.Entry<String, Integer> each : counts.entrySet()) {
      best = best == null || each.getValue() > counts.get(best) ? each.getKey() : best;
    }
    return best;
  }

  /** When something was done, UTC. */
  static ZonedDateTime time(Fact fact) {
    return Instant.ofEpochMilli(fact.at()).atZone(ZoneOffset.UTC);
  }
}
