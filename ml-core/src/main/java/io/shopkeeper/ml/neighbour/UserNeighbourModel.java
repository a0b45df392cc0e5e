package io.shopkeeper.ml.neighbour;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.kernel.Affinity;
import io.shopkeeper.ml.kernel.NeighbourSpec;
import io.shopkeeper.ml.kernel.SimilarityMeasure;
import io.shopkeeper.ml.kernel.TopHeap;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.ranking.WeightedItems;
import io.shopkeeper.ml.ranking.Weighting;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Who has what, by user and by item. A ranking takes time with the number of people who share an
 * item with the history, and memory of 8 bytes a user.
 */
final class UserNeighbourModel implements RankingModel {

  static final String NAME = "user-neighbours";
  private static final int FORMAT = 1;

  private final UserNeighbours.Options options;
  private final InteractionMatrix byUser;
  private final InteractionMatrix byItem;
  private final Affinity affinity;
  private final double[] squares;

  UserNeighbourModel(UserNeighbours.Options options, InteractionMatrix byUser) {
    this.options = options;
    this.byUser = byUser;
    this.byItem = byUser.transpose();
    this.affinity =
        new Affinity(
            new NeighbourSpec(options.similarity().measure(), 1, 0, 1, options.shrinkage()),
            byUser.items());
    this.squares = new double[byUser.users()];
    for (int user = 0; user < squares.length; user++) {
      for (int cell = byUser.rowStart(user); cell < byUser.rowEnd(user); cell++) {
        squares[user] += byUser.value(cell) * byUser.value(cell);
      }
    }
  }

  @Override
  public int items() {
    return byUser.items();
  }

  @Override
  public void score(History history, float[] scores) {
    float[] sums = new float[items()];
    WeightedItems row = WeightedItems.of(history, items(), options.values(), 1);
    TopHeap nearest = nearest(history.user(), row);
    int[] people = new int[nearest.capacity()];
    float[] alike = new float[people.length];
    int found = nearest.drain(people, alike, 0);
    for (int i = 0; i < found; i++) {
      for (int cell = byUser.rowStart(people[i]); cell < byUser.rowEnd(people[i]); cell++) {
        sums[byUser.column(cell)] += alike[i] * byUser.value(cell);
      }
    }
    for (int item = 0; item < sums.length; item++) {
      scores[item] = sums[item] > 0 ? sums[item] : Float.NEGATIVE_INFINITY;
    }
  }

  private TopHeap nearest(int self, WeightedItems row) {
    float[] products = new float[byUser.users()];
    int[] shared = new int[byUser.users()];
    double square = 0;
    for (int h = 0; h < row.size(); h++) {
      float weight = row.weights()[h];
      square += weight * weight;
      for (int cell = byItem.rowStart(row.items()[h]);
          cell < byItem.rowEnd(row.items()[h]);
          cell++) {
        products[byItem.column(cell)] += weight * byItem.value(cell);
        shared[byItem.column(cell)]++;
      }
    }
    var nearest = new TopHeap(Math.clamp(options.neighbours(), 1, Math.max(1, byUser.users())));
    for (int user = 0; user < products.length; user++) {
      if (shared[user] > 0 && user != self) {
        double similarity = similarity(user, products[user], shared[user], row.size(), square);
        if (similarity > 0) {
          nearest.offer(user, (float) Math.pow(similarity, options.amplification()));
        }
      }
    }
    return nearest;
  }

  private double similarity(int user, float product, int shared, int size, double square) {
    if (options.similarity().measure() == SimilarityMeasure.COSINE) {
      return product / Math.sqrt(square * squares[user]) * affinity.damping(shared);
    }
    return affinity.ofCounts(shared, size, byUser.rowEnd(user) - byUser.rowStart(user));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, NAME, FORMAT);
    out.writeUTF(options.similarity().name());
    out.writeInt(options.neighbours());
    out.writeDouble(options.shrinkage());
    out.writeDouble(options.amplification());
    options.values().write(out);
    byUser.write(out);
  }

  static UserNeighbourModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, NAME, FORMAT);
    try {
      var options =
          new UserNeighbours.Options(
              Similarity.read(in),
              in.readInt(),
              in.readDouble(),
              in.readDouble(),
              Weighting.read(in));
      return new UserNeighbourModel(options, InteractionMatrix.read(in));
    } catch (WrongOptionException wrong) {
      throw new IOException("damaged: " + wrong.getMessage(), wrong);
    }
  }
}
