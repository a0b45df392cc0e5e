package io.shopkeeper.fraud.training;

import io.shopkeeper.fraud.features.PaymentFeatures;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.training.snapshot.ColumnWriter;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import io.shopkeeper.training.snapshot.TableFile;
import io.shopkeeper.training.snapshot.TableWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Payments of which it is known whether they were fraud, in a snapshot and read from it; the oldest
 * first. Plain Java. Who paid cannot be told from it.
 *
 * @param at when each was made, milliseconds since 1970
 * @param fraud what each turned out to be
 * @param features by feature, in the order of {@link PaymentFeatures}, then by row
 */
record LabelledPayments(long[] at, boolean[] fraud, float[][] features) {

  private static final String TABLE = "payments";
  private static final String AT = "at";
  private static final String FRAUD = "fraud";

  /** Writes them. For one thread. */
  static final class Writer {
    private final TableWriter table;
    private final ColumnWriter at;
    private final ColumnWriter fraud;
    private final List<ColumnWriter> features = new ArrayList<>();
    private final MessageDigest digest;
    private long frauds;

    Writer(SnapshotWriter writer) throws IOException {
      table = writer.table(TABLE);
      at = table.longs(AT);
      fraud = table.ints(FRAUD);
      for (PaymentFeatures.Feature feature : PaymentFeatures.list()) {
        features.add(table.floats(feature.name()));
      }
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    /** Adds the next, which is not older than the one before. */
    void add(long time, boolean isFraud, double[] values) throws IOException {
      at.add(time);
      fraud.add(isFraud ? 1 : 0);
      ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + 1 + Float.BYTES * values.length);
      bytes.putLong(time).put((byte) (isFraud ? 1 : 0));
      for (int i = 0; i < values.length; i++) {
        features.get(i).add((float) values[i]);
        bytes.putFloat((float) values[i]);
      }
      digest.update(bytes.array());
      table.endRow();
      frauds += isFraud ? 1 : 0;
    }

    long rows() {
      return table.rows();
    }

    long frauds() {
      return frauds;
    }

    /** Of what was written; to be asked once. */
    String hash() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  /** Those of a snapshot. */
  static LabelledPayments read(Snapshot snapshot) throws IOException {
    TableFile table = snapshot.table(TABLE);
    int[] marks = table.ints(FRAUD);
    boolean[] fraud = new boolean[marks.length];
    for (int row = 0; row < marks.length; row++) {
      fraud[row] = marks[row] == 1;
    }
    List<PaymentFeatures.Feature> list = PaymentFeatures.list();
    float[][] features = new float[list.size()][];
    for (int i = 0; i < features.length; i++) {
      features[i] = table.floats(list.get(i).name());
    }
    return new LabelledPayments(table.longs(AT), fraud, features);
  }

  int rows() {
    return at.length;
  }

  /** Rows before a share of the newest. */
  int[] older(double share) {
    return IntStream.range(0, cut(share)).toArray();
  }

  /** The newest rows. */
  int[] newest(double share) {
    return IntStream.range(cut(share), rows()).toArray();
  }

  /** Payments of one millisecond stay together. */
  private int cut(double share) {
    int cut = (int) Math.floor(rows() * (1 - share));
    while (cut > 0 && cut < rows() && at[cut - 1] == at[cut]) {
      cut--;
    }
    return cut;
  }

  int frauds(int[] rows) {
    int count = 0;
    for (int row : rows) {
      count += fraud[row] ? 1 : 0;
    }
    return count;
  }

  /** All, as a table. */
  LabelledTable table() {
    List<Column> columns = new ArrayList<>();
    List<PaymentFeatures.Feature> list = PaymentFeatures.list();
    for (int i = 0; i < features.length; i++) {
      columns.add(new NumberColumn(list.get(i).name(), features[i]));
    }
    return new LabelledTable(new Table(columns), ClassTarget.of(fraud));
  }
}
