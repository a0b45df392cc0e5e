package io.shopkeeper.prediction.boundary;

import java.util.List;

/**
 * What the columns of a data set are for; all that are not named are learnt from.
 *
 * @param target what is predicted
 * @param positive its value that counts as positive, all others being one class; null for what is
 *     usual
 * @param time when each row was, for a split by time; not learnt from; null for none
 * @param left columns that are not learnt from
 */
public record DataRoles(String target, String positive, String time, List<String> left) {

  public DataRoles {
    positive = blank(positive);
    time = blank(time);
    left = left == null ? List.of() : List.copyOf(left);
  }

  private static String blank(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
