package io.shopkeeper.ml.tree.binning;

import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The bins of a table's features. Quantiles are exact up to {@value #SAMPLE} rows, else those of a
 * sample of so many. Immutable and safe for use by several threads.
 */
public final class Binning {

  /** Bins of values, the most that fit into a byte beside that of what is missing. */
  public static final int MOST_BINS = 255;

  static final int SAMPLE = 200_000;

  private final Schema schema;
  private final FeatureBins[] features;

  private Binning(Schema schema, FeatureBins[] features) {
    this.schema = schema;
    this.features = features;
  }

  /**
   * Finds bins.
   *
   * @param table with the columns of the schema
   * @param bins of values, 2 to {@value #MOST_BINS}
   * @param seed of the sample
   */
  public static Binning of(Table table, Schema schema, int bins, long seed, Workers workers) {
    int[] sample = sample(table.rows(), seed);
    var features = new FeatureBins[schema.width()];
    workers.forEach(
        features.length,
        place -> {
          float[] values = schema.column(table, place);
          features[place] =
              schema.features().get(place).categorical()
                  ? categories(values, schema.features().get(place).categories().size(), bins)
                  : FeatureBins.ofCuts(new Quantiles(chosen(values, sample)).cuts(bins));
        });
    return new Binning(schema, features);
  }

  /** One of each stretch of rows, at a random place in it. */
  private static int[] sample(int rows, long seed) {
    if (rows <= SAMPLE) {
      return IntStream.range(0, rows).toArray();
    }
    var random = new SplittableRandom(seed);
    int[] sample = new int[SAMPLE];
    for (int i = 0; i < SAMPLE; i++) {
      int from = (int) ((long) i * rows / SAMPLE);
      int to = (int) ((i + 1L) * rows / SAMPLE);
      sample[i] = from + random.nextInt(to - from);
    }
    return sample;
  }

  private static float[] chosen(float[] values, int[] rows) {
    float[] chosen = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = values[rows[i]];
    }
    return chosen;
  }

  /** The most frequent ones. */
  private static FeatureBins categories(float[] values, int categories, int bins) {
    int[] counts = new int[categories];
    for (float value : values) {
      if (!Float.isNaN(value)) {
        counts[(int) value]++;
      }
    }
    int[] kept =
        IntStream.range(0, categories)
            .filter(category -> counts[category] > 0)
            .boxed()
            .sorted(Comparator.comparing(category -> -counts[category]))
            .limit(bins)
            .sorted()
            .mapToInt(Integer::intValue)
            .toArray();
    return FeatureBins.ofCategories(kept, categories);
  }

  /** What it is of. */
  public Schema schema() {
    return schema;
  }

  /** Of a place in the schema. */
  public FeatureBins feature(int place) {
    return features[place];
  }

  /** The bins of a table's rows. */
  public BinnedRows apply(Table table, Workers workers) {
    return BinnedRows.of(this, table, workers);
  }

  @Override
  public String toString() {
    return Arrays.toString(features);
  }
}
