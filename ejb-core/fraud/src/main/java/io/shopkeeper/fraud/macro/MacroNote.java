package io.shopkeeper.fraud.macro;

import io.shopkeeper.fraud.boundary.cases.CaseRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The note of a macro: text with placeholders in braces. */
public final class MacroNote {

  /** What may stand in braces. */
  public static final List<String> PLACEHOLDERS =
      List.of("case", "subject", "amount", "payments", "me");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

  private MacroNote() {}

  /** Placeholders that are not known, each once. */
  public static List<String> unknown(String note) {
    return PLACEHOLDER
        .matcher(note)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !PLACEHOLDERS.contains(name))
        .distinct()
        .toList();
  }

  /** For a case. What is put in is not read again. */
  public static String of(String note, CaseRow row, String me) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("case", Long.toString(row.id()));
    values.put("subject", row.subject());
    values.put("amount", row.amount().toPlainString() + " " + row.currency());
    values.put("payments", Integer.toString(row.payments()));
    values.put("me", me);
    return PLACEHOLDER
        .matcher(note)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }
}
