package io.shopkeeper.ml.table.encode;

import io.shopkeeper.ml.table.Schema;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** How one feature becomes numbers. */
sealed interface FeatureCode permits NumberCode, CategoryCode {

  /** How many. */
  int width();

  /** Adds their names. */
  void name(Schema.Feature feature, List<String> names);

  /** Writes them; a missing value is NaN. */
  void encode(float value, float[] encoded, int at);

  /** Adds those that are not 0 to a row, from a place on. */
  void encode(float value, SparseRow row, int at);

  /** The place of the 1 that says a category or a missing cell; −1 without. */
  int one(float value);

  void write(DataOutput out) throws IOException;
}
