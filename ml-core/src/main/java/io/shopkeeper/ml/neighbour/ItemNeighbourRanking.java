package io.shopkeeper.ml.neighbour;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.ranking.WeightedItems;
import io.shopkeeper.ml.ranking.Weighting;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Item weights and how a history is read: the score of an item is the sum of its weights from what
 * is in the history. What item neighbours, SLIM and random walks have in common.
 *
 * @param name of the algorithm
 * @param neighbours of each item: where it speaks for others, and how loud
 * @param values what several interactions with one item count
 * @param recency how much an item of a history counts against the one after it, above 0 to 1
 */
public record ItemNeighbourRanking(
    String name, ItemNeighbourModel neighbours, Weighting values, double recency)
    implements RankingModel {

  private static final int FORMAT = 1;

  @Override
  public int items() {
    return neighbours.items();
  }

  @Override
  public void score(History history, float[] scores) {
    WeightedItems row = row(history);
    Arrays.fill(scores, 0);
    neighbours.score(row.items(), row.weights(), scores);
    for (int item = 0; item < scores.length; item++) {
      scores[item] = scores[item] > 0 ? scores[item] : Float.NEGATIVE_INFINITY;
    }
  }

  @Override
  public ScoredItems recommend(History history, int n, IntPredicate admissible) {
    WeightedItems row = row(history);
    return neighbours.best(row.items(), row.weights(), n, admissible);
  }

  private WeightedItems row(History history) {
    return WeightedItems.of(history, items(), values, recency);
  }

  @Override
  public int[] sources(History history, int[] items) {
    WeightedItems row = row(history);
    return neighbours.strongest(row.items(), row.weights(), items);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, name, FORMAT);
    values.write(out);
    out.writeDouble(recency);
    neighbours.write(out);
  }

  /**
   * Reads a stored one.
   *
   * @param name of the algorithm
   * @throws IOException if the bytes are not such a model
   */
  public static ItemNeighbourRanking read(DataInput in, String name) throws IOException {
    StoredForm.readHeader(in, name, FORMAT);
    Weighting values = Weighting.read(in);
    double recency = in.readDouble();
    return new ItemNeighbourRanking(name, ItemNeighbourModel.read(in), values, recency);
  }
}
