package io.shopkeeper.console.placement;

import java.util.List;

/**
 * A rule as the page shows it.
 *
 * @param place from 0
 * @param says what it does, in a sentence; empty where something is wrong with it
 * @param fault what is wrong with the whole of it; empty where nothing is
 * @param open whether its fields are shown
 * @param filter the fields that say which products it is about; empty for rules without
 */
public record RuleForm(
    int place,
    RuleKind kind,
    String says,
    String fault,
    boolean open,
    boolean first,
    boolean last,
    List<Field> fields,
    List<Field> filter) {

  /** The place from 1. */
  public int number() {
    return place + 1;
  }

  /**
   * A field.
   *
   * @param input {@code product, products, number, decimal, choice, categories, brands} or {@code
   *     time}
   * @param says what stands for the value, such as titles of products
   * @param fault empty where nothing is wrong
   */
  public record Field(
      String id,
      String label,
      String help,
      String input,
      String value,
      String says,
      List<Choice> choices,
      String fault) {}

  /** What can be chosen. */
  public record Choice(String value, String label, boolean chosen) {}
}
