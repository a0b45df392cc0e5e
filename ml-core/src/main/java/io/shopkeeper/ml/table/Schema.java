package io.shopkeeper.ml.table;

import io.shopkeeper.ml.algorithm.StoredForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns that a model reads, in its order. A row of a table is then so many floats: numbers as
 * they are, categories as their places in the schema, NaN where a cell is missing, of another kind,
 * or of a category that the training never saw. Columns of text are passed over.
 *
 * @param features in the order of a row's floats
 */
public record Schema(List<Feature> features) {

  private static final String STORED = "schema";

  public Schema {
    features = List.copyOf(features);
  }

  /**
   * A column.
   *
   * @param categories of a column of categories; empty for numbers
   * @param categorical whether it is one, of however many categories
   */
  public record Feature(String name, boolean categorical, List<String> categories) {

    public Feature {
      categories = List.copyOf(categories);
    }
  }

  /** Of a table. */
  public static Schema of(Table table) {
    var features = new ArrayList<Feature>();
    for (Column column : table.columns()) {
      switch (column) {
        case NumberColumn number -> features.add(new Feature(number.name(), false, List.of()));
        case CategoryColumn category ->
            features.add(new Feature(category.name(), true, category.categories()));
        case TextColumn text -> {}
      }
    }
    return new Schema(features);
  }

  /** Floats of a row. */
  public int width() {
    return features.size();
  }

  /** A table's rows as floats, rows × {@link #width}; columns are found by their names. */
  public float[] rows(Table table) {
    int width = width();
    float[] rows = new float[Math.multiplyExact(table.rows(), width)];
    for (int place = 0; place < width; place++) {
      float[] values = column(table, place);
      for (int row = 0; row < values.length; row++) {
        rows[row * width + place] = values[row];
      }
    }
    return rows;
  }

  /** One feature of all rows as floats; perhaps the table's own array: do not change it. */
  public float[] column(Table table, int place) {
    Feature feature = features.get(place);
    Column column = table.column(feature.name()).orElse(null);
    if (column instanceof NumberColumn number && !feature.categorical()) {
      return number.values();
    }
    float[] values = new float[table.rows()];
    if (column instanceof CategoryColumn category && feature.categorical()) {
      int[] codes = category.recode(feature.categories()).codes();
      for (int row = 0; row < values.length; row++) {
        values[row] = codes[row] == CategoryColumn.MISSING ? Float.NaN : codes[row];
      }
    } else {
      Arrays.fill(values, Float.NaN);
    }
    return values;
  }

  /** Stores it. */
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, STORED, 1);
    out.writeInt(features.size());
    for (Feature feature : features) {
      out.writeUTF(feature.name());
      out.writeBoolean(feature.categorical());
      out.writeInt(feature.categories().size());
      for (String category : feature.categories()) {
        out.writeUTF(category);
      }
    }
  }

  /**
   * Reads a stored one.
   *
   * @throws IOException if it is damaged
   */
  public static Schema read(DataInput in) throws IOException {
    StoredForm.readHeader(in, STORED, 1);
    int count = in.readInt();
    var features = new ArrayList<Feature>();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      boolean categorical = in.readBoolean();
      int size = in.readInt();
      var categories = new ArrayList<String>();
      for (int c = 0; c < size; c++) {
        categories.add(in.readUTF());
      }
      features.add(new Feature(name, categorical, categories));
    }
    return new Schema(features);
  }
}
