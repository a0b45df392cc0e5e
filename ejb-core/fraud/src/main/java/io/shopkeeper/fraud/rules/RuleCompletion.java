package io.shopkeeper.fraud.rules;

import io.shopkeeper.fraud.boundary.ListKind;
import java.util.List;
import java.util.Map;

/**
 * What could be written at a place of a rule that is being written.
 *
 * @param from where what is written already of the word begins
 * @param could what it could become, in the order in which it makes sense
 */
public record RuleCompletion(int from, List<Suggestion> could) {

  public RuleCompletion {
    could = List.copyOf(could);
  }

  /**
   * At a place.
   *
   * @param place from 0 to the length of the text; what stands behind it does not count
   */
  public static RuleCompletion of(String text, int place, Map<String, ListKind> lists) {
    int end = Math.clamp(place, 0, text.length());
    int from = end;
    while (from > 0 && part(text.charAt(from - 1))) {
      from--;
    }
    String begun = text.substring(from, end);
    return new RuleCompletion(
        from,
        RuleParser.next(text.substring(0, from), lists).stream()
            .filter(each -> fits(each, begun))
            .toList());
  }

  private static boolean part(char sign) {
    return Character.isLetterOrDigit(sign) || sign == '_' || sign == '.' || sign == '-';
  }

  private static boolean fits(Suggestion suggestion, String begun) {
    return switch (suggestion.kind()) {
      case WORD, FEATURE, KEY, LIST -> suggestion.text().startsWith(begun);
      case NUMBER, TEXT -> begun.isEmpty();
      case END -> false;
    };
  }
}
