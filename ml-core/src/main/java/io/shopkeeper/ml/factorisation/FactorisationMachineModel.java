package io.shopkeeper.ml.factorisation;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.rating.RatingModel;
import io.shopkeeper.ml.rating.Ratings;
import io.shopkeeper.ml.rating.Scale;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The mean of the predictions of several draws. A mean of inner products is the inner product of
 * the vectors put behind one another, so each user and each item has one long vector. The last row
 * of a side is what one who was not there is expected to be.
 */
final class FactorisationMachineModel implements RatingModel {

  static final String NAME = "factorisation-machine";
  private static final int FORMAT = 1;

  private final Scale scale;
  private final double mean;
  private final int width;
  private final float[] userBias;
  private final float[] itemBias;
  private final float[] userVectors;
  private final float[] itemVectors;

  private FactorisationMachineModel(
      Scale scale,
      double mean,
      int width,
      float[] userBias,
      float[] itemBias,
      float[] userVectors,
      float[] itemVectors) {
    this.scale = scale;
    this.mean = mean;
    this.width = width;
    this.userBias = userBias;
    this.itemBias = itemBias;
    this.userVectors = userVectors;
    this.itemVectors = itemVectors;
  }

  @Override
  public double predict(int user, int item) {
    int u = known(user, userBias);
    int v = known(item, itemBias);
    double sum = mean + userBias[u] + itemBias[v];
    int p = u * width;
    int q = v * width;
    double product = 0;
    for (int f = 0; f < width; f++) {
      product += userVectors[p + f] * itemVectors[q + f];
    }
    return scale.clip(sum + product);
  }

  private static int known(int index, float[] biases) {
    return index >= 0 && index < biases.length ? index : biases.length - 1;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, NAME, FORMAT);
    scale.write(out);
    out.writeDouble(mean);
    out.writeInt(width);
    StoredForm.write(out, userBias);
    StoredForm.write(out, itemBias);
    StoredForm.write(out, userVectors);
    StoredForm.write(out, itemVectors);
  }

  static FactorisationMachineModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, NAME, FORMAT);
    var model =
        new FactorisationMachineModel(
            Scale.read(in),
            in.readDouble(),
            in.readInt(),
            StoredForm.readFloats(in),
            StoredForm.readFloats(in),
            StoredForm.readFloats(in),
            StoredForm.readFloats(in));
    if (model.userBias.length == 0
        || model.itemBias.length == 0
        || model.userVectors.length != (long) model.userBias.length * model.width
        || model.itemVectors.length != (long) model.itemBias.length * model.width) {
      throw new IOException("damaged: vectors of %d values".formatted(model.width));
    }
    return model;
  }

  /** Takes draws. For one thread. */
  static final class Averaged {

    private final Scale scale;
    private final int factors;
    private final Part users;
    private final Part items;
    private double means;
    private int draws;

    Averaged(Ratings data, int factors) {
      this.scale = Scale.of(data);
      this.factors = factors;
      this.users = new Part(data.users());
      this.items = new Part(data.items());
    }

    void take(GibbsSampler sampler) {
      means += sampler.mean();
      users.take(sampler.users(), factors, draws);
      items.take(sampler.items(), factors, draws);
      draws++;
    }

    FactorisationMachineModel build() {
      int width = draws * factors;
      return new FactorisationMachineModel(
          scale,
          means / draws,
          width,
          users.bias(draws),
          items.bias(draws),
          users.vectors(width, 1.0 / draws),
          items.vectors(width, 1));
    }
  }

  /** One side's draws. */
  private static final class Part {

    private final double[] biases;
    private float[][] draws = new float[16][];
    private int size;

    Part(int rows) {
      biases = new double[rows + 1];
    }

    void take(GibbsSide side, int factors, int draw) {
      add(biases, side.bias());
      int rows = biases.length;
      float[] taken = new float[rows * factors];
      for (int factor = 0; factor < factors; factor++) {
        double[] sums = side.factor(factor).sums();
        for (int row = 0; row < sums.length; row++) {
          taken[row * factors + factor] = (float) sums[row];
        }
        taken[(rows - 1) * factors + factor] = (float) side.factor(factor).expected();
      }
      if (draw == draws.length) {
        draws = Arrays.copyOf(draws, 2 * draw);
      }
      draws[draw] = taken;
      size = draw + 1;
    }

    private static void add(double[] biases, Coefficients drawn) {
      for (int row = 0; row < biases.length - 1; row++) {
        biases[row] += drawn.sums()[row];
      }
      biases[biases.length - 1] += drawn.expected();
    }

    float[] bias(int count) {
      float[] means = new float[biases.length];
      for (int row = 0; row < means.length; row++) {
        means[row] = (float) (biases[row] / count);
      }
      return means;
    }

    float[] vectors(int width, double factor) {
      int rows = biases.length;
      float[] vectors = new float[Math.multiplyExact(rows, width)];
      int factors = width / Math.max(1, size);
      for (int draw = 0; draw < size; draw++) {
        for (int row = 0; row < rows; row++) {
          for (int f = 0; f < factors; f++) {
            vectors[row * width + draw * factors + f] =
                (float) (factor * draws[draw][row * factors + f]);
          }
        }
        draws[draw] = null;
      }
      return vectors;
    }
  }
}
