package io.shopkeeper.ml.cluster;

import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.Table;
import java.util.stream.IntStream;

/**
 * How clear clusters are (P. J. Rousseeuw, "Silhouettes", Journal of Computational and Applied
 * Mathematics 20, 1987): for a row (b − a) / max(a, b), a being the mean distance to the others of
 * its cluster and b that to the nearest other cluster; near 1 is clear, 0 on the border, below 0
 * misplaced. A row that is alone counts 0.
 */
public final class Silhouette {

  private Silhouette() {}

  /**
   * The mean over a sample of rows; its time is the square of the sample.
   *
   * @param sample rows at most, among which distances are taken; at least 2
   * @return NaN where the sample has fewer than two clusters
   */
  public static double of(ClusterModel model, Table table, int sample, long seed) {
    int[] rows =
        table.rows() <= sample
            ? IntStream.range(0, table.rows()).toArray()
            : Fold.whole(table.rows()).part((double) sample / table.rows(), seed);
    Table chosen = table.select(rows);
    return of(
        new EncodedRows(model.encoder().encode(chosen), chosen.rows(), model.encoder().width()),
        model.clusters(chosen),
        model.clusters());
  }

  static double of(EncodedRows rows, int[] clusters, int count) {
    int[] sizes = new int[count];
    for (int cluster : clusters) {
      sizes[cluster]++;
    }
    if (IntStream.of(sizes).filter(size -> size > 0).count() < 2) {
      return Double.NaN;
    }
    double[] values = new double[rows.count()];
    rows.forEachBlock(
        block -> {
          for (int row = rows.begin(block); row < rows.end(block); row++) {
            values[row] = of(rows, clusters, sizes, row);
          }
        });
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double of(EncodedRows rows, int[] clusters, int[] sizes, int row) {
    int own = clusters[row];
    if (sizes[own] == 1) {
      return 0;
    }
    double[] sums = new double[sizes.length];
    for (int other = 0; other < clusters.length; other++) {
      sums[clusters[other]] += Math.sqrt(rows.distance(other, rows.values(), row));
    }
    double a = sums[own] / (sizes[own] - 1);
    double b = Double.POSITIVE_INFINITY;
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      if (cluster != own && sizes[cluster] > 0) {
        b = Math.min(b, sums[cluster] / sizes[cluster]);
      }
    }
    double greater = Math.max(a, b);
    return greater == 0 ? 0 : (b - a) / greater;
  }
}
