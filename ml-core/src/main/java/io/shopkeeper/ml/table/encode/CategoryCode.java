package io.shopkeeper.ml.table.encode;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.table.Schema;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A category.
 *
 * @param columns of each category, −1 for one without a row in training
 * @param width columns in all
 * @param shared the column of all rare ones, −1 without
 * @param missing the column of missing cells, −1 without
 */
record CategoryCode(int[] columns, int width, int shared, int missing) implements FeatureCode {

  static CategoryCode fit(float[] values, int categories, int fewestRows) {
    int[] rows = new int[categories];
    int missing = 0;
    for (float value : values) {
      if (Float.isNaN(value)) {
        missing++;
      } else {
        rows[(int) value]++;
      }
    }
    int[] columns = new int[categories];
    int width = 0;
    boolean rare = false;
    for (int category = 0; category < categories; category++) {
      boolean own = rows[category] >= fewestRows;
      columns[category] = own ? width++ : -1;
      rare |= !own && rows[category] > 0;
    }
    int shared = rare ? width++ : -1;
    for (int category = 0; category < categories && rare; category++) {
      if (columns[category] < 0 && rows[category] > 0) {
        columns[category] = shared;
      }
    }
    return new CategoryCode(
        columns, missing > 0 ? width + 1 : width, shared, missing > 0 ? width : -1);
  }

  @Override
  public void name(Schema.Feature feature, List<String> names) {
    String[] own = new String[width];
    for (int category = 0; category < columns.length; category++) {
      if (columns[category] >= 0) {
        own[columns[category]] = feature.name() + "=" + feature.categories().get(category);
      }
    }
    if (shared >= 0) {
      own[shared] = feature.name() + " rare";
    }
    if (missing >= 0) {
      own[missing] = feature.name() + " missing";
    }
    names.addAll(Arrays.asList(own));
  }

  @Override
  public void encode(float value, float[] encoded, int at) {
    Arrays.fill(encoded, at, at + width, 0);
    int column = one(value);
    if (column >= 0) {
      encoded[at + column] = 1;
    }
  }

  @Override
  public void encode(float value, SparseRow row, int at) {
    int column = one(value);
    if (column >= 0) {
      row.put(at + column, 1);
    }
  }

  @Override
  public int one(float value) {
    return Float.isNaN(value) ? missing : columns[(int) value];
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.write(out, columns);
    out.writeInt(width);
    out.writeInt(shared);
    out.writeInt(missing);
  }

  static CategoryCode read(DataInput in, Schema.Feature feature) throws IOException {
    var code = new CategoryCode(StoredForm.readInts(in), in.readInt(), in.readInt(), in.readInt());
    boolean sound =
        code.columns.length == feature.categories().size()
            && code.width >= 0
            && Arrays.stream(code.columns).allMatch(column -> column >= -1 && column < code.width)
            && code.shared < code.width
            && code.missing < code.width;
    if (!sound) {
      throw new IOException("damaged: the columns of " + feature.name());
    }
    return code;
  }
}
