package io.shopkeeper.ml.algorithm;

/** An option has a value that it may not have. */
public final class WrongOptionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String option;
  private final String problem;

  /**
   * @param option its name
   * @param problem what is wrong and how to mend it
   */
  public WrongOptionException(String option, String problem) {
    super(option + " " + problem);
    this.option = option;
    this.problem = problem;
  }

  /** The name of the option. */
  public String option() {
    return option;
  }

  /** What is wrong and how to mend it, without the name. */
  public String problem() {
    return problem;
  }

  /**
   * Checks a number.
   *
   * @throws WrongOptionException if it is not from the least to the most, or is NaN
   */
  public static void unlessWithin(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new WrongOptionException(
          option,
          "must be from %s to %s, but is %s".formatted(plain(least), plain(most), plain(value)));
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
