package io.shopkeeper.ml.hybrid;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Trained models side by side, with their scores made comparable.
 *
 * @param names as they were asked for
 * @param users of the training
 */
record Components(List<String> names, List<RankingModel> models, int users, int items) {

  private static final int MOST = 64;

  /** Trains all, one after another, from a fraction of the whole to another. */
  static Components train(
      List<String> names,
      Function<String, Optional<RankingAlgorithm<?>>> find,
      RankingData data,
      long seed,
      Part part) {
    List<RankingModel> models = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      part.listener.stopIfCancelled();
      double step = (part.to - part.from) / names.size();
      double from = part.from + i * step;
      TrainingListener listener = PartOfTraining.of(part.listener, from, from + step, names.get(i));
      models.add(Component.parse(names.get(i), find).train(data, seed, listener));
    }
    return new Components(
        List.copyOf(names), List.copyOf(models), data.log().users(), data.log().items());
  }

  /** A part of the progress. */
  record Part(TrainingListener listener, double from, double to) {}

  int size() {
    return models.size();
  }

  /** Whether anything is known of whom a history belongs to. */
  boolean know(History history) {
    for (int item : history.items()) {
      if (item >= 0 && item < items) {
        return true;
      }
    }
    return history.user() >= 0 && history.user() < users;
  }

  /**
   * Scores less their mean, divided by their deviation over all items that a component ranks; what
   * it does not rank has the least of them. A component that ranks nothing says 0 of all.
   *
   * @return components × items
   */
  float[][] standardised(History history) {
    float[][] all = new float[size()][items];
    for (int c = 0; c < all.length; c++) {
      models.get(c).score(history, all[c]);
      standardise(all[c]);
    }
    return all;
  }

  private static void standardise(float[] scores) {
    double sum = 0;
    double squares = 0;
    float least = Float.POSITIVE_INFINITY;
    int count = 0;
    for (float score : scores) {
      if (score > Float.NEGATIVE_INFINITY) {
        sum += score;
        squares += (double) score * score;
        least = Math.min(least, score);
        count++;
      }
    }
    double mean = sum / Math.max(1, count);
    double variance = squares / Math.max(1, count) - mean * mean;
    double scale = variance > 1e-12 * mean * mean ? 1 / Math.sqrt(variance) : 0;
    for (int item = 0; item < scores.length; item++) {
      float score = scores[item] > Float.NEGATIVE_INFINITY ? scores[item] : least;
      scores[item] = count == 0 ? 0 : (float) ((score - mean) * scale);
    }
  }

  /** The first one's that has a source. */
  int[] sources(History history, int[] wanted) {
    int[] sources = new int[wanted.length];
    Arrays.fill(sources, -1);
    for (RankingModel model : models) {
      int[] its = model.sources(history, wanted);
      for (int i = 0; i < wanted.length; i++) {
        sources[i] = sources[i] < 0 ? its[i] : sources[i];
      }
    }
    return sources;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(users);
    out.writeInt(items);
    out.writeInt(names.size());
    for (int i = 0; i < names.size(); i++) {
      out.writeUTF(names.get(i));
      models.get(i).write(out);
    }
  }

  static Components read(DataInput in, Function<String, Optional<RankingAlgorithm<?>>> find)
      throws IOException {
    int users = in.readInt();
    int items = in.readInt();
    int count = in.readInt();
    if (users < 0 || items < 0 || count < 1 || count > MOST) {
      throw new IOException("damaged: %d components of %d items".formatted(count, items));
    }
    List<String> names = new ArrayList<>();
    List<RankingModel> models = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(in.readUTF());
      try {
        models.add(Component.parse(names.get(i), find).algorithm().read(in));
      } catch (WrongOptionException unknown) {
        throw new IOException("damaged: " + unknown.getMessage(), unknown);
      }
      if (models.get(i).items() != items) {
        throw new IOException("damaged: %s ranks other items".formatted(names.get(i)));
      }
    }
    return new Components(List.copyOf(names), List.copyOf(models), users, items);
  }
}
