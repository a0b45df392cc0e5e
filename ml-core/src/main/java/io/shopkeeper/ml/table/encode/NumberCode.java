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
    int known = values.length;
    for (float value : values) {
      known -= Float.isNaN(value) ? 1 : 0;
    }
    double mean = known == 0 ? 0 : sum(values) / known;
    double deviation = known == 0 ? 0 : Math.sqrt(squares(values, mean) / known);
    boolean missing = known < values.length;
    if (!standardise) {
      return new NumberCode(0, 1, (float) mean, missing);
    }
    // A constant column says nothing: rounding alone must not become a signal.
    boolean constant = !(deviation > 1e-7 * Math.abs(mean));
    return new NumberCode(mean, constant ? 0 : 1 / deviation, 0, missing);
  }

  /** Four sums at once: one alone waits for each addition. */
  private static double sum(float[] values) {
    double one = 0;
    double two = 0;
    double three = 0;
    double four = 0;
    int i = 0;
    for (; i < values.length - 3; i += 4) {
      one += known(values[i], 0);
      two += known(values[i + 1], 0);
      three += known(values[i + 2], 0);
      four += known(values[i + 3], 0);
    }
    for (; i < values.length; i++) {
      one += known(values[i], 0);
    }
    return one + two + (three + four);
  }

  private static double squares(float[] values, double mean) {
    double one = 0;
    double two = 0;
    double three = 0;
    double four = 0;
    int i = 0;
    for (; i < values.length - 3; i += 4) {
      one += square(known(values[i], mean) - mean);
      two += square(known(values[i + 1], mean) - mean);
      three += square(known(values[i + 2], mean) - mean);
      four += square(known(values[i + 3], mean) - mean);
    }
    for (; i < values.length; i++) {
      one += square(known(values[i], mean) - mean);
    }
    return one + two + (three + four);
  }

  private static double known(float value, double otherwise) {
    return Float.isNaN(value) ? otherwise : value;
  }

  private static double square(double value) {
    return value * value;
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
    // Two loops: the first is done by vectors, the second hardly ever writes.
    for (int i = 0; i < count; i++) {
      encoded[at + i] = (float) ((values[from + i] - centre) * scale);
    }
    for (int i = 0; i < count; i++) {
      if (Float.isNaN(values[from + i])) {
        encoded[at + i] = absent;
      }
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
