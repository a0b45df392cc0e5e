package io.shopkeeper.catalog.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.MappingTarget;
import io.shopkeeper.platform.boundary.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes columns for fields by their names, row by row: for JSON, where each row names its own. */
final class NameMapper implements RowMapper {

  private static final int MOST_KNOWN = 100;

  private final ImportKind kind;
  private final Map<String, String> asked;
  private final boolean strict;
  private final Map<List<String>, Map<String, String>> known = new HashMap<>();

  /**
   * @param asked column to field, for columns that would not be guessed
   * @param strict whether a column that is no field is an error
   */
  NameMapper(ImportKind kind, Map<String, String> asked, boolean strict) {
    this.kind = kind;
    this.asked = asked;
    this.strict = strict;
  }

  @Override
  public boolean wants(RowSource.Row row) {
    return true;
  }

  @Override
  public Map<String, String> map(RowSource.Row row, List<FieldError> errors) {
    var columns = new ArrayList<String>();
    row.values().fieldNames().forEachRemaining(columns::add);
    Map<String, String> fields = fields(columns);
    if (strict) {
      columns.stream()
          .filter(column -> !fields.containsKey(column))
          .forEach(
              column ->
                  errors.add(new FieldError("/" + column, "is not a field of " + kind.code())));
    }
    var texts = new LinkedHashMap<String, String>();
    fields.forEach((column, field) -> RowTexts.put(field, row.values().get(column), texts, errors));
    return texts;
  }

  private Map<String, String> fields(List<String> columns) {
    Map<String, String> fields = known.get(columns);
    if (fields == null) {
      fields = new LinkedHashMap<>(FieldNames.match(kind, columns, asked));
      fields.values().removeIf(field -> field.startsWith(MappingTarget.LINE));
      if (known.size() < MOST_KNOWN) {
        known.put(List.copyOf(columns), fields);
      }
    }
    return fields;
  }

  /** Values of JSON as texts. */
  static final class RowTexts {

    private static final Set<String> STRUCTURES = Set.of("lines", "attributes");

    private RowTexts() {}

    static void put(
        String field, JsonNode value, Map<String, String> texts, List<FieldError> errors) {
      if (value.isContainerNode() && !STRUCTURES.contains(field)) {
        errors.add(new FieldError("/" + field, "must be a text"));
      } else if (!value.isNull()) {
        texts.put(field, value.isContainerNode() ? value.toString() : value.asText());
      }
    }
  }
}
