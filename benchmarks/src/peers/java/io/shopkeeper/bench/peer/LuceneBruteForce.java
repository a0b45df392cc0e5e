package io.shopkeeper.bench.peer;

import java.util.Arrays;
import org.apache.lucene.util.VectorUtil;

/** Lucene's vectorised inner product with each item, on one thread. */
public final class LuceneBruteForce implements RankingPeer {

  private float[][] rows;
  private float[] scores;

  @Override
  public String name() {
    return "lucene brute force";
  }

  @Override
  public void load(float[] items, int width) {
    rows = new float[items.length / width][];
    for (int item = 0; item < rows.length; item++) {
      rows[item] = Arrays.copyOfRange(items, item * width, (item + 1) * width);
    }
    scores = new float[rows.length];
  }

  @Override
  public int[] top(float[] query) {
    for (int item = 0; item < rows.length; item++) {
      scores[item] = VectorUtil.dotProduct(rows[item], query);
    }
    return TopTen.of(scores, 0, scores.length);
  }
}
