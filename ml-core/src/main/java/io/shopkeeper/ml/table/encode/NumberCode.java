package io.shopkeeper.ml.table.encode;

import io.shopkeeper.ml.table.Schema;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * A number.
 *
 * @param centre what is taken from it
 * @param scale by which the rest is multiplied
 * @param absent what stands for a missing one: the mean
 * @param missing whether a column says where it was missing
 */
record NumberCode(double centre, double scale, float absent, boolean missing)
    implements FeatureCode {

  /** Sums at once: one alone waits for each addition. */
  private static final int LANES = 4;

  static NumberCode fit(float[] values, boolean standardise) {
    int known = 0;
    double[] sums = new double[LANES];
    for (int i = 0; i < values.length; i++) {
      boolean there = !Float.isNaN(values[i]);
      sums[i % LANES] += there ? values[i] : 0;
      known += there ? 1 : 0;
    }
    double mean = known == 0 ? 0 : total(sums) / known;
    double[] squares = new double[LANES];
    for (int i = 0; i < values.length; i++) {
      double distance = Float.isNaN(values[i]) ? 0 : values[i] - mean;
      squares[i % LANES] += distance * distance;
    }
    double deviation = known == 0 ? 0 : Math.sqrt(total(squares) / known);
    boolean missing = known < values.length;
    if (!standardise) {
      return new NumberCode(0, 1, (float) mean, missing);
    }
    // A constant column says nothing: rounding alone must not become a signal.
    boolean constant = !(deviation > 1e-7 * Math.abs(mean));
    return new NumberCode(mean, constant ? 0 : 1 / deviation, 0, missing);
  }

  private static double total(double[] sums) {
    return sums[0] + sums[1] + (sums[2] + sums[3]);
  }

  @Override
  public int width() {
    return missing ? 2 : 1;
  }

  @Override
  public void name(Schema.Feature feature, List<String> names) {
    names.add(feature.name());
    if (missing) {
      names.add(feature.name() + " missing");
    }
  }

  @Override
  public void encode(float value, float[] encoded, int at) {
    boolean known = !Float.isNaN(value);
    encoded[at] = known ? (float) ((value - centre) * scale) : absent;
    if (missing) {
      encoded[at + 1] = known ? 0 : 1;
    }
  }

  @Override
  public void encode(float value, SparseRow row, int at) {
    boolean known = !Float.isNaN(value);
    double code = known ? (value - centre) * scale : absent;
    row.put(at, (float) Math.clamp(code, -Float.MAX_VALUE, Float.MAX_VALUE));
    if (missing && !known) {
      row.put(at + 1, 1);
    }
  }

  /** Many at once; marks of missing ones are not written. */
  void encode(float[] values, int from, float[] encoded, int at, int count) {
    for (int i = 0; i < count; i++) {
      float value = values[from + i];
      float code = (float) ((value - centre) * scale);
      encoded[at + i] = !Float.isNaN(value) ? code : absent;
    }
  }

  @Override
  public int one(float value) {
    return missing && Float.isNaN(value) ? 1 : -1;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeDouble(centre);
    out.writeDouble(scale);
    out.writeFloat(absent);
    out.writeBoolean(missing);
  }

  static NumberCode read(DataInput in) throws IOException {
    return new NumberCode(in.readDouble(), in.readDouble(), in.readFloat(), in.readBoolean());
  }
}
