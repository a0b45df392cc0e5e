package io.shopkeeper.prediction.boundary;

import java.util.List;

/**
 * What a row must say to be predicted by the version that is live.
 *
 * @param version that predicts
 * @param algorithm by which it was learnt
 * @param target the column that is predicted
 * @param fields one for each column that the version reads, in its order
 */
public record RowForm(int version, String algorithm, String target, List<Field> fields) {

  public RowForm {
    fields = List.copyOf(fields);
  }

  /**
   * A column.
   *
   * @param number whether it holds numbers
   * @param choices what the version has seen there; empty for numbers
   * @param typical what usually stands there; empty where mostly nothing does, or nobody knows
   */
  public record Field(String column, boolean number, List<String> choices, String typical) {

    public Field {
      choices = List.copyOf(choices);
    }
  }
}
