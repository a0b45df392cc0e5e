package io.shopkeeper.console.cleaning;

import java.util.List;

/**
 * A row of the preview.
 *
 * @param name what the row is called
 * @param tone of the badge
 * @param outcome the badge's word
 */
public record PreviewLine(String name, String tone, String outcome, List<Effect> effects) {

  /**
   * What a step did.
   *
   * @param before empty where there was nothing, or where only something is said
   * @param changes whether the value changed
   */
  public record Effect(
      int number,
      String rule,
      String field,
      String before,
      String after,
      String detail,
      boolean changes,
      String tone) {}
}
