package io.shopkeeper.ml.drift;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * How far what people turn to has moved: the Jensen–Shannon divergence (J. Lin, "Divergence
 * Measures Based on the Shannon Entropy", IEEE Transactions on Information Theory 37, 1991) of two
 * popularities, in bits, 0 to 1, less what chance alone gives. Of many products with few visitors
 * each, two samples of one taste are far apart, too; so all visits are thrown together and divided
 * at random, as many as there were before and now, and the mean divergence of such divisions is
 * taken off. Counts should be of different visitors, since the visits of one are alike.
 *
 * @param divergence as it was found
 * @param chance mean of the random divisions
 * @param highest of the random divisions
 * @param before visits
 * @param now visits
 * @param movers what gained or lost most, at most five
 */
public record TasteShift(
    double divergence, double chance, double highest, long before, long now, List<Mover> movers) {

  private static final int DIVISIONS = 20;
  private static final int SHOWN = 5;

  public TasteShift {
    movers = List.copyOf(movers);
  }

  /** A product with its shares of all visits. */
  public record Mover(String product, double before, double now) {

    private double moved() {
      return Math.abs(now - before);
    }
  }

  /**
   * Of visits by product; takes memory of 4 bytes for each visit.
   *
   * @param seed of the divisions
   * @throws IllegalArgumentException if there is no visit before or now
   */
  public static TasteShift of(Map<String, Long> before, Map<String, Long> now, long seed) {
    var names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    String[] products = names.toArray(String[]::new);
    long[] then = counts(products, before);
    long[] lately = counts(products, now);
    long thenTotal = Arrays.stream(then).sum();
    long total = Arrays.stream(lately).sum();
    if (thenTotal == 0 || total == 0) {
      throw new IllegalArgumentException(
          "there must be visits before and now, but are %d and %d".formatted(thenTotal, total));
    }
    double[] byChance = divisions(then, lately, seed);
    return new TasteShift(
        divergence(then, lately),
        Arrays.stream(byChance).average().orElseThrow(),
        Arrays.stream(byChance).max().orElseThrow(),
        thenTotal,
        total,
        movers(products, then, thenTotal, lately, total));
  }

  /** What is left of the divergence without chance, 0 to 1; 0 where chance explains it all. */
  public double shift() {
    return divergence <= highest ? 0 : divergence - chance;
  }

  private static long[] counts(String[] products, Map<String, Long> visits) {
    return Arrays.stream(products)
        .mapToLong(product -> Math.max(0, visits.getOrDefault(product, 0L)))
        .toArray();
  }

  private static double[] divisions(long[] then, long[] lately, long seed) {
    int[] visits =
        new int[Math.toIntExact(Arrays.stream(then).sum() + Arrays.stream(lately).sum())];
    int place = 0;
    for (int product = 0; product < then.length; product++) {
      int end = place + Math.toIntExact(then[product] + lately[product]);
      Arrays.fill(visits, place, end, product);
      place = end;
    }
    int drawn = (int) Math.min(Arrays.stream(then).sum(), Arrays.stream(lately).sum());
    var random = new SplittableRandom(seed);
    double[] found = new double[DIVISIONS];
    for (int division = 0; division < DIVISIONS; division++) {
      found[division] = division(visits, drawn, then.length, random);
    }
    return found;
  }

  private static double division(int[] visits, int drawn, int products, SplittableRandom random) {
    long[] one = new long[products];
    for (int place = 0; place < drawn; place++) {
      int other = random.nextInt(place, visits.length);
      int product = visits[other];
      visits[other] = visits[place];
      visits[place] = product;
      one[product]++;
    }
    long[] rest = new long[products];
    for (int place = drawn; place < visits.length; place++) {
      rest[visits[place]]++;
    }
    return divergence(one, rest);
  }

  private static double divergence(long[] one, long[] other) {
    double ones = Arrays.stream(one).sum();
    double others = Arrays.stream(other).sum();
    double sum = 0;
    for (int product = 0; product < one.length; product++) {
      double p = one[product] / ones;
      double q = other[product] / others;
      double middle = (p + q) / 2;
      sum += term(p, middle) + term(q, middle);
    }
    return Math.clamp(sum / 2, 0, 1);
  }

  private static double term(double share, double middle) {
    return share == 0 ? 0 : share * Math.log(share / middle) / Math.log(2);
  }

  private static List<Mover> movers(
      String[] products, long[] then, long thenTotal, long[] lately, long total) {
    var movers = new Mover[products.length];
    Arrays.setAll(
        movers,
        product ->
            new Mover(
                products[product],
                (double) then[product] / thenTotal,
                (double) lately[product] / total));
    return Arrays.stream(movers)
        .sorted(Comparator.comparingDouble(Mover::moved).reversed().thenComparing(Mover::product))
        .limit(SHOWN)
        .toList();
  }
}
