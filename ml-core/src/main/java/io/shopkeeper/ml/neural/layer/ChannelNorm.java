package io.shopkeeper.ml.neural.layer;

/** Batch norm of images: each channel over all its positions. */
final class ChannelNorm implements Pass {

  private final BatchNorm norm;
  private final Slot slot;
  private final int channels;
  private final int positions;
  private final float[] output;
  private final float[] normal;
  private final float[] inverses;
  private final float[] gains;
  private final float[] shifts;

  ChannelNorm(BatchNorm norm, Slot slot, int rows) {
    this.norm = norm;
    this.slot = slot;
    this.channels = norm.channels();
    this.positions = norm.positions();
    this.output = new float[rows * norm.inputs()];
    this.normal = new float[rows * norm.inputs()];
    this.inverses = new float[channels];
    this.gains = new float[channels];
    this.shifts = new float[channels];
  }

  @Override
  public float[] forward(float[] input, int rows, Mode mode) {
    if (!mode.training()) {
      norm.fold(slot.values(), slot.offset(), gains, shifts);
      for (int plane = 0; plane < rows * channels; plane++) {
        int c = plane % channels;
        scale(input, output, plane * positions, gains[c], shifts[c]);
      }
      return output;
    }
    for (int c = 0; c < channels; c++) {
      forward(input, rows, c, mode.share());
    }
    return output;
  }

  private void forward(float[] input, int rows, int c, float share) {
    int count = rows * positions;
    double sum = 0;
    double squares = 0;
    for (int row = 0; row < rows; row++) {
      int from = (row * channels + c) * positions;
      sum += Sums.of(input, from, positions);
    }
    double mean = sum / count;
    for (int row = 0; row < rows; row++) {
      squares += Sums.squares(input, (row * channels + c) * positions, positions, (float) mean);
    }
    int at = slot.offset();
    float[] measured = slot.gradients();
    measured[at + 2 * channels + c] += (float) (share * mean);
    measured[at + 3 * channels + c] += (float) (share * squares / Math.max(1, count - 1));
    double inverse = BatchNorm.inverse(squares / count);
    inverses[c] = (float) inverse;
    float shift = (float) (-mean * inverse);
    for (int row = 0; row < rows; row++) {
      int from = (row * channels + c) * positions;
      scale(input, normal, from, (float) inverse, shift);
      scale(normal, output, from, slot.values()[at + c], slot.values()[at + channels + c]);
    }
  }

  private void scale(float[] from, float[] to, int at, float gain, float shift) {
    for (int i = at; i < at + positions; i++) {
      to[i] = gain * from[i] + shift;
    }
  }

  /** As of {@link ColumnNorm#backward}. */
  @Override
  public float[] backward(float[] upstream, int rows, boolean onward) {
    int count = rows * positions;
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      double product = 0;
      for (int row = 0; row < rows; row++) {
        int from = (row * channels + c) * positions;
        sum += Sums.of(upstream, from, positions);
        product += Sums.products(upstream, normal, from, positions);
      }
      slot.gradients()[slot.offset() + c] += (float) product;
      slot.gradients()[slot.offset() + channels + c] += (float) sum;
      float gain = inverses[c] * slot.values()[slot.offset() + c];
      float ofSum = (float) (sum / count);
      float ofProduct = (float) (product / count);
      for (int row = 0; onward && row < rows; row++) {
        int from = (row * channels + c) * positions;
        for (int i = from; i < from + positions; i++) {
          upstream[i] = gain * (upstream[i] - ofSum - normal[i] * ofProduct);
        }
      }
    }
    return onward ? upstream : NONE;
  }
}
