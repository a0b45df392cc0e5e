package io.shopkeeper.ml.content;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.ranking.WeightedItems;
import io.shopkeeper.ml.ranking.Weighting;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Item vectors both ways. The score of an item is the mean of its likeness to what is in the
 * history; a query takes time with the items that share a feature with it.
 */
final class ContentModel implements RankingModel {

  private static final int FORMAT = 1;

  private final InteractionMatrix features;
  private final InteractionMatrix items;
  private final double recency;

  ContentModel(InteractionMatrix features, double recency) {
    this.features = features;
    this.items = features.transpose();
    this.recency = recency;
  }

  @Override
  public int items() {
    return features.users();
  }

  private WeightedItems row(History history) {
    return WeightedItems.of(history, items(), Weighting.BINARY, recency);
  }

  /** −∞ for an item that shares nothing. */
  @Override
  public void score(History history, float[] scores) {
    float[] profile = profile(row(history));
    Arrays.fill(scores, 0, items(), 0);
    for (int feature = 0; feature < profile.length; feature++) {
      if (profile[feature] != 0) {
        for (int cell = items.rowStart(feature); cell < items.rowEnd(feature); cell++) {
          scores[items.column(cell)] += profile[feature] * items.value(cell);
        }
      }
    }
    for (int item = 0; item < items(); item++) {
      scores[item] = scores[item] == 0 ? Float.NEGATIVE_INFINITY : scores[item];
    }
  }

  private float[] profile(WeightedItems row) {
    float[] profile = new float[features.items()];
    float total = 0;
    for (float weight : row.weights()) {
      total += weight;
    }
    for (int h = 0; h < row.size(); h++) {
      int item = row.items()[h];
      float share = row.weights()[h] / total;
      for (int cell = features.rowStart(item); cell < features.rowEnd(item); cell++) {
        profile[features.column(cell)] += share * features.value(cell);
      }
    }
    return profile;
  }

  @Override
  public int[] sources(History history, int[] wanted) {
    WeightedItems row = row(history);
    int[] sources = new int[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      sources[i] = -1;
      float most = 0;
      for (int h = 0; h < row.size(); h++) {
        float share = row.weights()[h] * likeness(row.items()[h], wanted[i]);
        if (share > most) {
          most = share;
          sources[i] = row.items()[h];
        }
      }
    }
    return sources;
  }

  /** The inner product of two items' vectors. */
  private float likeness(int one, int other) {
    float sum = 0;
    int a = features.rowStart(one);
    int b = features.rowStart(other);
    while (a < features.rowEnd(one) && b < features.rowEnd(other)) {
      if (features.column(a) == features.column(b)) {
        sum += features.value(a++) * features.value(b++);
      } else if (features.column(a) < features.column(b)) {
        a++;
      } else {
        b++;
      }
    }
    return sum;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, ContentBased.NAME, FORMAT);
    out.writeDouble(recency);
    features.write(out);
  }

  static ContentModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, ContentBased.NAME, FORMAT);
    double recency = in.readDouble();
    return new ContentModel(InteractionMatrix.read(in), recency);
  }
}
