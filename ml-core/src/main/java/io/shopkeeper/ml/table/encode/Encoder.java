package io.shopkeeper.ml.table.encode;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.Table;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a table as dense numbers, fitted on training rows. A number becomes (x − mean) /
 * deviation, or stays as it is; a missing one becomes the mean, and where any was missing in
 * training a column beside it says so. A category becomes a 1 in a column of its own; rare ones
 * share a column, and one that training never saw is all zeros. Immutable and safe for use by
 * several threads.
 */
public final class Encoder {

  private static final String STORED = "encoder";
  private static final int FORMAT = 1;
  private static final int ROWS_AT_ONCE = 4096;

  private final Schema schema;
  private final List<FeatureCode> codes;
  private final int width;

  private Encoder(Schema schema, List<FeatureCode> codes) {
    this.schema = schema;
    this.codes = List.copyOf(codes);
    this.width = codes.stream().mapToInt(FeatureCode::width).sum();
  }

  /**
   * How.
   *
   * @param standardise whether numbers get mean 0 and deviation 1
   * @param fewestRows of a category with a column of its own, at least 1
   */
  public record Options(boolean standardise, int fewestRows) {

    /** Standardised, categories of two rows and more. */
    public static final Options STANDARD = new Options(true, 2);

    public Options {
      WrongOptionException.unlessWithin("fewestRows", fewestRows, 1, Integer.MAX_VALUE);
    }
  }

  /** Learns means, deviations and categories of a table's rows. */
  public static Encoder fit(Table table, Options options) {
    Schema schema = Schema.of(table);
    var codes = new FeatureCode[schema.width()];
    KernelBackends.current()
        .workers()
        .forEach(
            codes.length,
            place -> {
              Schema.Feature feature = schema.features().get(place);
              float[] values = schema.column(table, place);
              codes[place] =
                  feature.categorical()
                      ? CategoryCode.fit(values, feature.categories().size(), options.fewestRows())
                      : NumberCode.fit(values, options.standardise());
            });
    return new Encoder(schema, List.of(codes));
  }

  /** How each feature of the schema is encoded. */
  List<FeatureCode> codes() {
    return codes;
  }

  /** The columns it reads. */
  public Schema schema() {
    return schema;
  }

  /** Numbers of an encoded row. */
  public int width() {
    return width;
  }

  /** What each number of a row stands for, such as {@code age}, {@code city=Paris}. */
  public List<String> names() {
    var names = new ArrayList<String>();
    for (int place = 0; place < codes.size(); place++) {
      codes.get(place).name(schema.features().get(place), names);
    }
    return names;
  }

  /** The feature of the schema that each number of a row comes from. */
  public int[] sources() {
    int[] sources = new int[width];
    int at = 0;
    for (int place = 0; place < codes.size(); place++) {
      for (int i = 0; i < codes.get(place).width(); i++) {
        sources[at++] = place;
      }
    }
    return sources;
  }

  /**
   * Encodes one row; nothing is allocated.
   *
   * @param rows floats as of {@link #schema}
   * @param offset where the row begins
   * @param encoded written from {@code at} on, {@link #width} numbers
   */
  public void encode(float[] rows, int offset, float[] encoded, int at) {
    int to = at;
    for (int place = 0; place < codes.size(); place++) {
      FeatureCode code = codes.get(place);
      code.encode(rows[offset + place], encoded, to);
      to += code.width();
    }
  }

  /**
   * Encodes one row without its zeros.
   *
   * @param rows floats as of {@link #schema}
   * @param offset where the row begins
   * @param encoded emptied and filled
   */
  public void encode(float[] rows, int offset, SparseRow encoded) {
    encoded.clear();
    int to = 0;
    for (int place = 0; place < codes.size(); place++) {
      FeatureCode code = codes.get(place);
      code.encode(rows[offset + place], encoded, to);
      to += code.width();
    }
  }

  /** Encodes all rows of a table, rows × {@link #width}, on the threads of this process. */
  public float[] encode(Table table) {
    float[] rows = schema.rows(table);
    float[] encoded = new float[Math.multiplyExact(table.rows(), width)];
    KernelBackends.current()
        .workers()
        .forEach(
            (table.rows() + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE,
            part -> {
              int end = Math.min(table.rows(), (part + 1) * ROWS_AT_ONCE);
              for (int row = part * ROWS_AT_ONCE; row < end; row++) {
                encode(rows, row * schema.width(), encoded, row * width);
              }
            });
    return encoded;
  }

  /** Stores it. */
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, STORED, FORMAT);
    schema.write(out);
    for (FeatureCode code : codes) {
      code.write(out);
    }
  }

  /**
   * Reads a stored one.
   *
   * @throws IOException if it is damaged or of a later format
   */
  public static Encoder read(DataInput in) throws IOException {
    StoredForm.readHeader(in, STORED, FORMAT);
    Schema schema = Schema.read(in);
    var codes = new ArrayList<FeatureCode>();
    for (Schema.Feature feature : schema.features()) {
      codes.add(feature.categorical() ? CategoryCode.read(in, feature) : NumberCode.read(in));
    }
    return new Encoder(schema, codes);
  }
}
