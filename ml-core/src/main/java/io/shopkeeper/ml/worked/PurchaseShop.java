package io.shopkeeper.ml.worked;

import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Customers with 3 features x who meet products with 2 features z, all N(0, 1). A row is a customer
 * and a product, each drawn uniformly; the log-odds of a purchase are −1 + 4·x₀ − 3·x₁ + 2·x₂ +
 * 4.5·z₀ − 3·z₁, and one uniform number decides. Nobody can foresee that number, so the best guess
 * is a purchase where the probability is above a half.
 *
 * @param rows the five features and whether it was bought
 * @param probability of a purchase in each row: what the best model would say
 */
public record PurchaseShop(LabelledTable rows, double[] probability) {

  private static final double[] CUSTOMER_WEIGHTS = {4, -3, 2};
  private static final double[] PRODUCT_WEIGHTS = {4.5, -3};
  private static final double CONSTANT = -1;

  /**
   * Of a seed.
   *
   * @param rows sampled pairs, some perhaps twice
   */
  public static PurchaseShop of(int customers, int products, int rows, long seed) {
    var random = new SplittableRandom(seed);
    double[][] x = features(customers, CUSTOMER_WEIGHTS.length, random);
    double[][] z = features(products, PRODUCT_WEIGHTS.length, random);
    float[][] columns = new float[CUSTOMER_WEIGHTS.length + PRODUCT_WEIGHTS.length][rows];
    double[] probability = new double[rows];
    boolean[] bought = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      double[] customer = x[random.nextInt(customers)];
      double[] product = z[random.nextInt(products)];
      double logOdds = CONSTANT + sum(CUSTOMER_WEIGHTS, customer) + sum(PRODUCT_WEIGHTS, product);
      probability[row] = 1 / (1 + Math.exp(-logOdds));
      bought[row] = random.nextDouble() < probability[row];
      put(customer, columns, 0, row);
      put(product, columns, customer.length, row);
    }
    return new PurchaseShop(new LabelledTable(table(columns), ClassTarget.of(bought)), probability);
  }

  /** The accuracy, in expectation, of who knows the probabilities of these rows. */
  public double optimum(int[] chosen) {
    double right = 0;
    for (int row : chosen) {
      right += Math.max(probability[row], 1 - probability[row]);
    }
    return right / chosen.length;
  }

  private static double[][] features(int count, int width, SplittableRandom random) {
    double[][] features = new double[count][width];
    for (double[] one : features) {
      for (int i = 0; i < width; i++) {
        one[i] = random.nextGaussian();
      }
    }
    return features;
  }

  private static double sum(double[] weights, double[] values) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }

  private static void put(double[] values, float[][] columns, int at, int row) {
    for (int i = 0; i < values.length; i++) {
      columns[at + i][row] = (float) values[i];
    }
  }

  private static Table table(float[][] columns) {
    List<Column> all = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      boolean customer = i < CUSTOMER_WEIGHTS.length;
      String name =
          customer ? "customer " + (i + 1) : "product " + (i - CUSTOMER_WEIGHTS.length + 1);
      all.add(new NumberColumn(name, columns[i]));
    }
    return new Table(all);
  }
}
