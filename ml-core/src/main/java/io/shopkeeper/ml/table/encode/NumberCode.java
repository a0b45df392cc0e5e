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

  static NumberCode fit(float[] values, boolean standardise) {
    double sum = 0;
    long known = 0;
    for (float value : values) {
      if (!Float.isNaN(value)) {
        sum += value;
        known++;
      }
    }
    double mean = known == 0 ? 0 : sum / known;
    double squares = 0;
    for (float value : values) {
      if (!Float.isNaN(value)) {
        squares += (value - mean) * (value - mean);
      }
    }
    double deviation = known == 0 ? 0 : Math.sqrt(squares / known);
    boolean missing = known < values.length;
    if (!standardise) {
      return new NumberCode(0, 1, (float) mean, missing);
    }
    // A constant column says nothing: rounding alone must not become a signal.
    boolean constant = !(deviation > 1e-7 * Math.abs(mean));
    return new NumberCode(mean, constant ? 0 : 1 / deviation, 0, missing);
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
