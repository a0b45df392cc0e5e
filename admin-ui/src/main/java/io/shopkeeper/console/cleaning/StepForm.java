package io.shopkeeper.console.cleaning;

import io.shopkeeper.catalog.boundary.cleaning.StepData;
import java.util.List;

/**
 * A step as the page shows it.
 *
 * @param number its place from 1
 * @param says what it was told, in few words
 * @param open whether its options are shown
 */
public record StepForm(
    int number,
    StepData step,
    String title,
    String help,
    String says,
    boolean open,
    boolean first,
    boolean last,
    List<Option> options) {

  /** The place from 0. */
  public int place() {
    return number - 1;
  }

  /**
   * One option.
   *
   * @param input {@code select}, {@code lines} or {@code text}
   * @param error empty where it will do
   */
  public record Option(
      String id,
      String label,
      String help,
      String input,
      String value,
      List<Choice> choices,
      String error) {}

  /** One choice. */
  public record Choice(String value, String label, boolean chosen) {}
}
