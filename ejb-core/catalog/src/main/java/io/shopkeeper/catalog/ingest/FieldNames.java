package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ColumnGuess;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.ingest.mapping.Fields;
import io.shopkeeper.catalog.ingest.mapping.Guesses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which column is which field: as the caller says, by its name, or by a name in common use. */
final class FieldNames {

  private FieldNames() {}

  /** The fields of a kind. */
  static List<String> of(ImportKind kind) {
    return Fields.names(kind);
  }

  /**
   * Which field each of the columns is; columns that are none are left out. What the caller says
   * goes before a field's own name, that before its common names, and those in their order.
   *
   * @param asked what the caller says; an empty field leaves its column out
   */
  static Map<String, String> match(
      ImportKind kind, List<String> columns, Map<String, String> asked) {
    var matched = new LinkedHashMap<String, String>();
    guess(kind, columns, columns.stream().map(column -> List.<String>of()).toList(), asked)
        .forEach(guess -> matched.put(guess.column(), guess.field()));
    return matched;
  }

  /** The same, with a look at values of each column; only columns that are a field. */
  static List<ColumnGuess> guess(
      ImportKind kind,
      List<String> columns,
      List<List<String>> samples,
      Map<String, String> asked) {
    Map<String, String> given = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (String column : columns) {
      String field = asked.get(column);
      if (field != null && !field.isEmpty() && taken.add(field)) {
        given.put(column, field);
      }
    }
    List<String> free = columns.stream().filter(column -> !asked.containsKey(column)).toList();
    List<List<String>> freeSamples =
        free.stream().map(column -> samples.get(columns.indexOf(column))).toList();
    Map<String, ColumnGuess> guesses = new HashMap<>();
    Guesses.of(kind, free, freeSamples, taken).forEach(guess -> guesses.put(guess.column(), guess));
    var all = new ArrayList<ColumnGuess>();
    for (String column : columns) {
      if (given.containsKey(column)) {
        all.add(new ColumnGuess(column, given.get(column), 1, List.of(), null));
      } else if (guesses.containsKey(column) && guesses.get(column).confidence() >= Guesses.SURE) {
        all.add(guesses.get(column));
      }
    }
    return all;
  }
}
