package io.shopkeeper.ml.ranking;

import io.shopkeeper.ml.data.InteractionMatrix;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What several interactions of one user and one item count together. */
public enum Weighting {
  /** 1, however many there are and whatever they count. */
  BINARY {
    @Override
    float of(double sum) {
      return 1;
    }
  },
  /** The sum of their values. */
  SUM {
    @Override
    float of(double sum) {
      return (float) sum;
    }
  },
  /** ln(1 + the sum of their values): ten views are not ten likes. */
  LOGARITHM {
    @Override
    float of(double sum) {
      return (float) Math.log1p(sum);
    }
  };

  /** What a sum of values, greater than 0, counts. */
  abstract float of(double sum);

  /** Users × items. */
  public InteractionMatrix matrix(InteractionLog log) {
    return log.matrix().map(this::of);
  }

  /** Stores which it is. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(name());
  }

  /**
   * Reads a stored one.
   *
   * @throws IOException if it is none
   */
  public static Weighting read(DataInput in) throws IOException {
    String name = in.readUTF();
    for (Weighting weighting : values()) {
      if (weighting.name().equals(name)) {
        return weighting;
      }
    }
    throw new IOException("damaged: no weighting " + name);
  }
}
