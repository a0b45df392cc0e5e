package io.shopkeeper.ml.worked;

import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A shop whose visitors' wishes are known. Sources propose {@value #CANDIDATES} products in an
 * order that knows interest and popularity, but not that a visitor buys few brands and has a usual
 * price. What stands at place p of a list is looked at with probability 1 / √p; of what is looked
 * at, a product is bought with the logistic probability of interest, brand and price together. What
 * the shop knows of brand and price are estimates from {@value #ACTS} acts. For one thread.
 */
public final class RankedShop {

  /** Products that the sources propose. */
  public static final int CANDIDATES = 60;

  /** Products of a list. */
  public static final int PLACES = 10;

  /** What the shop knows of a candidate; the last is the place, as its logarithm. */
  public static final List<String> COLUMNS =
      List.of("blended", "trend", "brand_share", "price_distance", "shown_at");

  private static final int BRANDS = 8;
  private static final int ACTS = 12;
  private static final double BASE = -4.5;

  private final int visitors;
  private final long seed;
  private final SplittableRandom random;

  /** Opens it; the same seed gives the same visits. */
  public RankedShop(int visitors, long seed) {
    this.visitors = visitors;
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  /**
   * A visit.
   *
   * @param visitor who came
   * @param known what the shop knows of each candidate, in the order of {@link #COLUMNS} without
   *     the place
   * @param wanted with which probability each is bought if it is looked at
   */
  public record Visit(int visitor, float[][] known, double[] wanted) {

    /** The candidates, the best first, equal ones in the order of the sources. */
    public int[] ranked(double[] scores) {
      return IntStream.range(0, scores.length)
          .boxed()
          .sorted(
              Comparator.comparingDouble((Integer candidate) -> -scores[candidate])
                  .thenComparing(candidate -> -known[candidate][0]))
          .mapToInt(Integer::intValue)
          .limit(PLACES)
          .toArray();
    }

    /** The list of the sources. */
    public int[] blended() {
      double[] scores = new double[known.length];
      for (int candidate = 0; candidate < scores.length; candidate++) {
        scores[candidate] = known[candidate][0];
      }
      return ranked(scores);
    }

    /** Purchases that a list brings, on average. */
    public double purchases(int[] list) {
      double sum = 0;
      for (int place = 0; place < list.length; place++) {
        sum += looks(place) * wanted[list[place]];
      }
      return sum;
    }

    /** The candidates as rows of a table, as if all stood first. */
    public Table compared() {
      return table(List.<float[][]>of(known));
    }
  }

  private static double looks(int place) {
    return 1 / Math.sqrt(place + 1.0);
  }

  /** The next visit. */
  public Visit next() {
    int visitor = random.nextInt(visitors);
    var person = new SplittableRandom(seed * 31 + visitor);
    int favourite = person.nextInt(BRANDS);
    int second = person.nextInt(BRANDS);
    double usual = 3 + person.nextGaussian() * 0.5;
    double[] shares = new double[BRANDS];
    double prices = 0;
    for (int act = 0; act < ACTS; act++) {
      double draw = person.nextDouble();
      int brand = draw < 0.5 ? favourite : draw < 0.75 ? second : person.nextInt(BRANDS);
      shares[brand] += 1.0 / ACTS;
      prices += (usual + person.nextGaussian() * 0.4) / ACTS;
    }
    float[][] known = new float[CANDIDATES][];
    double[] wanted = new double[CANDIDATES];
    for (int candidate = 0; candidate < CANDIDATES; candidate++) {
      double interest = random.nextGaussian();
      double popular = random.nextGaussian();
      int brand = random.nextInt(BRANDS);
      double price = 3 + random.nextGaussian() * 0.6;
      double taste = brand == favourite ? 1 : brand == second ? 0.6 : 0;
      known[candidate] =
          new float[] {
            (float) (interest + 0.7 * popular + 0.5 * random.nextGaussian()),
            (float) popular,
            (float) shares[brand],
            (float) Math.abs(price - prices),
            0
          };
      wanted[candidate] =
          1
              / (1
                  + Math.exp(
                      -(BASE
                          + 0.9 * interest
                          + 0.2 * popular
                          + 2.2 * taste
                          - 1.5 * Math.abs(price - usual))));
    }
    return new Visit(visitor, known, wanted);
  }

  /** What is bought of a list, place by place. */
  public boolean[] buys(Visit visit, int[] list) {
    boolean[] bought = new boolean[list.length];
    for (int place = 0; place < list.length; place++) {
      bought[place] = random.nextDouble() < looks(place) * visit.wanted()[list[place]];
    }
    return bought;
  }

  /** What was known of the products of a list when it was shown, with their places. */
  public static float[][] shown(Visit visit, int[] list) {
    float[][] rows = new float[list.length][];
    for (int place = 0; place < list.length; place++) {
      rows[place] = visit.known()[list[place]].clone();
      rows[place][COLUMNS.size() - 1] = (float) Math.log(place + 1.0);
    }
    return rows;
  }

  /** Rows as a table. */
  public static Table table(List<float[][]> lists) {
    int rows = lists.stream().mapToInt(list -> list.length).sum();
    List<Column> columns = new ArrayList<>();
    for (int column = 0; column < COLUMNS.size(); column++) {
      float[] values = new float[rows];
      int row = 0;
      for (float[][] list : lists) {
        for (float[] one : list) {
          values[row++] = one[column];
        }
      }
      columns.add(new NumberColumn(COLUMNS.get(column), values));
    }
    return new Table(columns);
  }
}
