package io.shopkeeper.ml.worked;

import io.shopkeeper.ml.rating.Ratings;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Customers with 10 features who rate products with 5. A product belongs to one of five categories,
 * and its features z say how much it is of each: N(1.4, 0.3) for its own, N(0, 0.25) for the
 * others. The customers' features x are N(0, 1): five tastes for the categories, three that make
 * them generous or strict, and two that mean nothing. A customer likes a product by t = 3.2 +
 * 0.75·x₀₋₄·z + 0.2·x₅ − 0.15·x₆ + 0.1·x₇, rates it with probability 1 / (1 + e^(1.8 −
 * 0.25·x₀₋₄·z)), and the rating is t + 0.3·N(0, 1), rounded and within 1 to 5. Nobody can foresee
 * the last normal, so the best guess of whether a rating will be {@link #LIKED} or more is whether
 * t is above 3.5.
 *
 * @param ratings with all features as attributes
 * @param expected t of each rating: what the best model would say
 */
public record RatedShop(Ratings ratings, double[] expected) {

  /** The least rating of who likes a product. */
  public static final double LIKED = 4;

  private static final int CUSTOMER_FEATURES = 10;
  private static final int PRODUCT_FEATURES = 5;
  private static final double CHANCE = 0.3;

  /** Of a seed. */
  public static RatedShop of(int customers, int products, long seed) {
    var random = new SplittableRandom(seed);
    double[][] x = customers(customers, random);
    double[][] z = products(products, random);
    var rated = new Collected();
    for (int customer = 0; customer < customers; customer++) {
      for (int product = 0; product < products; product++) {
        double taste = taste(x[customer], z[product]);
        if (random.nextDouble() < 1 / (1 + Math.exp(1.8 - 0.25 * taste))) {
          double t = expected(x[customer], taste);
          double rating = Math.rint(t + CHANCE * random.nextGaussian());
          rated.add(customer, product, (float) Math.clamp(rating, 1, 5), t);
        }
      }
    }
    return rated.shop(table("customer", x), table("product", z));
  }

  private static double[][] customers(int rows, SplittableRandom random) {
    double[][] x = new double[rows][CUSTOMER_FEATURES];
    for (double[] row : x) {
      Arrays.setAll(row, feature -> random.nextGaussian());
    }
    return x;
  }

  private static double[][] products(int rows, SplittableRandom random) {
    double[][] z = new double[rows][PRODUCT_FEATURES];
    for (double[] row : z) {
      int own = random.nextInt(PRODUCT_FEATURES);
      Arrays.setAll(
          row,
          feature ->
              (feature == own ? 1.4 : 0) + (feature == own ? 0.3 : 0.25) * random.nextGaussian());
    }
    return z;
  }

  private static double taste(double[] x, double[] z) {
    double product = 0;
    for (int feature = 0; feature < PRODUCT_FEATURES; feature++) {
      product += x[feature] * z[feature];
    }
    return product;
  }

  private static double expected(double[] x, double taste) {
    return 3.2 + 0.75 * taste + 0.2 * x[5] - 0.15 * x[6] + 0.1 * x[7];
  }

  private static Table table(String whose, double[][] values) {
    List<Column> columns = new ArrayList<>();
    for (int feature = 0; feature < values[0].length; feature++) {
      float[] column = new float[values.length];
      for (int row = 0; row < column.length; row++) {
        column[row] = (float) values[row][feature];
      }
      columns.add(new NumberColumn(whose + " " + (feature + 1), column));
    }
    return new Table(columns);
  }

  private static final class Collected {

    private final List<int[]> cells = new ArrayList<>();
    private final List<Double> expected = new ArrayList<>();
    private final List<Float> values = new ArrayList<>();

    void add(int customer, int product, float value, double t) {
      cells.add(new int[] {customer, product});
      values.add(value);
      expected.add(t);
    }

    RatedShop shop(Table customers, Table products) {
      float[] all = new float[values.size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = values.get(i);
      }
      var ratings =
          new Ratings(
              customers.rows(),
              products.rows(),
              cells.stream().mapToInt(cell -> cell[0]).toArray(),
              cells.stream().mapToInt(cell -> cell[1]).toArray(),
              all,
              customers,
              products);
      return new RatedShop(ratings, expected.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }
}
