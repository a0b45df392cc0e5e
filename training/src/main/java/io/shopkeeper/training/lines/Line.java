package io.shopkeeper.training.lines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Fields with tabs between them; tabs, ends of lines and backslashes in a field are escaped. */
public final class Line {

  private Line() {}

  /** Joins fields. */
  public static String of(String... fields) {
    return of(Arrays.asList(fields));
  }

  /** Joins fields. */
  public static String of(List<String> fields) {
    return fields.stream().map(Line::escape).collect(Collectors.joining("\t"));
  }

  /** Takes a line apart; what {@link #of} joined comes out as it was. */
  public static List<String> fields(String line) {
    var fields = new ArrayList<String>();
    var field = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char sign = line.charAt(i);
      if (sign == '\t') {
        fields.add(field.toString());
        field.setLength(0);
      } else if (sign == '\\' && i + 1 < line.length()) {
        field.append(unescape(line.charAt(++i)));
      } else {
        field.append(sign);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  private static char unescape(char sign) {
    return switch (sign) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> sign;
    };
  }

  private static String escape(String field) {
    return field
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
