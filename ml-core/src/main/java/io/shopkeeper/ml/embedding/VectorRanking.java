package io.shopkeeper.ml.embedding;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.ranking.WeightedItems;
import io.shopkeeper.ml.ranking.Weighting;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Scores b_i + q_i · z, where z is what is known of the user: their own vector, the sum of what
 * their n items say divided by √n, or both. Immutable and safe for use by several threads.
 */
public final class VectorRanking implements RankingModel {

  private static final int FORMAT = 1;

  private final String name;
  private final Parts parts;
  private final Kernels kernels;

  /**
   * Puts a model together.
   *
   * @param name of the algorithm
   */
  public VectorRanking(String name, Parts parts) {
    this.name = name;
    this.parts = parts;
    this.kernels = KernelBackends.current().kernels();
  }

  /**
   * What a model is made of. The arrays are not copied: do not change them.
   *
   * @param width values of each vector, at least 1
   * @param users vectors of the users of the training; a user of zeros is a stranger
   * @param items q
   * @param biases b of each item
   * @param sources what having an item says of a user
   * @param both whether sources add to what is known of a user; else they stand for strangers only
   */
  public record Parts(
      int width, float[] users, float[] items, float[] biases, float[] sources, boolean both) {

    public Parts {
      boolean fit =
          width >= 1
              && users.length % width == 0
              && items.length == (long) biases.length * width
              && sources.length == items.length;
      if (!fit) {
        throw new IllegalArgumentException(
            "%d values for users, %d for items, %d for sources, %d biases, width %d"
                .formatted(users.length, items.length, sources.length, biases.length, width));
      }
    }
  }

  @Override
  public int items() {
    return parts.biases().length;
  }

  /** A copy of an item's vector. */
  public float[] item(int item) {
    return Arrays.copyOfRange(parts.items(), item * parts.width(), (item + 1) * parts.width());
  }

  /** What is known of a user. */
  public float[] user(History history) {
    float[] vector = new float[parts.width()];
    boolean known = hasVector(history.user());
    if (known) {
      System.arraycopy(parts.users(), history.user() * parts.width(), vector, 0, parts.width());
    }
    if (parts.both() || !known) {
      addSources(history, vector);
    }
    return vector;
  }

  private void addSources(History history, float[] vector) {
    WeightedItems had = WeightedItems.of(history, items(), Weighting.BINARY, 1);
    float share = (float) (1 / Math.sqrt(Math.max(1, had.size())));
    for (int item : had.items()) {
      for (int f = 0, s = item * vector.length; f < vector.length; f++) {
        vector[f] += share * parts.sources()[s + f];
      }
    }
  }

  /** Whether there is a vector of the user, or an item to make one of. */
  private boolean knows(History history) {
    for (int item : history.items()) {
      if (item >= 0 && item < items()) {
        return true;
      }
    }
    return hasVector(history.user());
  }

  private boolean hasVector(int user) {
    if (user < 0 || (user + 1L) * parts.width() > parts.users().length) {
      return false;
    }
    for (int f = user * parts.width(); f < (user + 1) * parts.width(); f++) {
      if (parts.users()[f] != 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void score(History history, float[] scores) {
    if (!knows(history)) {
      Arrays.fill(scores, 0, items(), Float.NEGATIVE_INFINITY);
      return;
    }
    System.arraycopy(parts.biases(), 0, scores, 0, items());
    kernels.gemv(
        false,
        items(),
        parts.width(),
        1,
        FloatBlock.of(parts.items(), parts.width()),
        user(history),
        1,
        scores);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, name, FORMAT);
    out.writeInt(parts.width());
    out.writeBoolean(parts.both());
    StoredForm.write(out, parts.users());
    StoredForm.write(out, parts.items());
    StoredForm.write(out, parts.biases());
    StoredForm.write(out, parts.sources());
  }

  /**
   * Reads a stored model.
   *
   * @param name of the algorithm
   * @throws IOException if the bytes are not such a model
   */
  public static VectorRanking read(DataInput in, String name) throws IOException {
    StoredForm.readHeader(in, name, FORMAT);
    int width = in.readInt();
    boolean both = in.readBoolean();
    float[] users = StoredForm.readFloats(in);
    float[] items = StoredForm.readFloats(in);
    float[] biases = StoredForm.readFloats(in);
    try {
      return new VectorRanking(
          name, new Parts(width, users, items, biases, StoredForm.readFloats(in), both));
    } catch (IllegalArgumentException wrong) {
      throw new IOException("damaged: " + wrong.getMessage(), wrong);
    }
  }
}
