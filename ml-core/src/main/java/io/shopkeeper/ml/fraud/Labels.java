package io.shopkeeper.ml.fraud;

/**
 * The labels that features may look at once they are known.
 *
 * @param fraud of each row
 * @param usable of each row whether its label may be looked at, ever
 */
public record Labels(boolean[] fraud, boolean[] usable) {

  public Labels {
    if (fraud.length != usable.length) {
      throw new IllegalArgumentException(
          "%,d labels, but %,d marks".formatted(fraud.length, usable.length));
    }
  }

  /** Of a row. */
  boolean known(int row) {
    return fraud[row] && usable[row];
  }
}
