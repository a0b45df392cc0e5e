package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.catalog.boundary.ImportKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the fields are by their names. */
final class Fields {

  private static final Set<String> NUMBERS =
      Set.of("price", "unitPrice", "amount", "value", "stars", "score", "total", "discount");
  private static final Set<String> WHOLE = Set.of("stock", "quantity", "helpful", "position");
  private static final Set<String> TIMES =
      Set.of(
          "availableFrom",
          "availableUntil",
          "registeredAt",
          "placedAt",
          "expectedAt",
          "time",
          "createdAt",
          "at");
  private static final Set<String> STRUCTURES = Set.of("lines", "attributes");

  private static final Pattern TEXTS =
      Pattern.compile(
          "(title|description|question|answer)(En|Zh)?|name|text|author|brand|topic|categoryPath");

  private Fields() {}

  static boolean isNumber(String field) {
    return NUMBERS.contains(field) || isWhole(field);
  }

  static boolean isWhole(String field) {
    return WHOLE.contains(field);
  }

  static boolean isMoney(String field) {
    return Set.of("price", "unitPrice", "amount", "total", "discount").contains(field);
  }

  static boolean isTime(String field) {
    return TIMES.contains(field) || field.endsWith("At");
  }

  static boolean isId(String field) {
    return field.equals("id") || field.endsWith("Id");
  }

  /** Whether people read it: titles, descriptions, names, reviews, questions. */
  static boolean isText(String field) {
    return TEXTS.matcher(field).matches();
  }

  static boolean isStructure(String field) {
    return STRUCTURES.contains(field);
  }

  /** What tells the rows of a kind apart. */
  static List<String> key(ImportKind kind) {
    return switch (kind.name().toLowerCase(Locale.ROOT)) {
      case "events" -> List.of("eventId");
      case "ratings" -> List.of("customerId", "productId", "time");
      default -> List.of("id");
    };
  }
}
