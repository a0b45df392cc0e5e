package io.shopkeeper.ml.algorithm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Options as a piece of a stored model, where the model is built after them. */
public final class StoredOptions {

  private static final int MOST_OPTIONS = 64;

  private StoredOptions() {}

  /** Stores options, by name. */
  public static <O extends Record> void write(DataOutput out, O options) throws IOException {
    Map<String, String> values = OptionsForm.of(options).format(options);
    out.writeInt(values.size());
    for (Map.Entry<String, String> value : values.entrySet()) {
      out.writeUTF(value.getKey());
      out.writeUTF(value.getValue());
    }
  }

  /**
   * Reads options; those that were not there yet when they were stored are as in the standard ones.
   *
   * @throws IOException if they are damaged
   */
  public static <O extends Record> O read(DataInput in, O standard) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST_OPTIONS) {
      throw new IOException("damaged: %d options".formatted(count));
    }
    Map<String, String> values = HashMap.newHashMap(count);
    for (int i = 0; i < count; i++) {
      values.put(in.readUTF(), in.readUTF());
    }
    try {
      return OptionsForm.of(standard).parse(values);
    } catch (WrongOptionException wrong) {
      throw new IOException("damaged: " + wrong.getMessage(), wrong);
    }
  }
}
