package io.shopkeeper.ml.tree.binning;

import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    int count = sample.length;
    var features = new FeatureBins[schema.width()];
    var spare = new ConcurrentLinkedQueue<float[]>();
    workers.forEach(
        features.length,
        place -> {
          float[] values = schema.column(table, place);
          if (schema.features().get(place).categorical()) {
            int categories = schema.features().get(place).categories().size();
            features[place] = categories(values, categories, bins);
          } else {
            float[] room = Optional.ofNullable(spare.poll()).orElseGet(() -> new float[count]);
            choose(values, sample, room);
            features[place] = FeatureBins.ofCuts(new Quantiles(room).cuts(bins));
            spare.add(room);
          }
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

  private static void choose(float[] values, int[] rows, float[] chosen) {
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = values[rows[i]];
    }
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
