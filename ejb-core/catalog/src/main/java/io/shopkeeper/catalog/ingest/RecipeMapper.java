package io.shopkeeper.catalog.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.catalog.boundary.MappingTarget;
import io.shopkeeper.catalog.ingest.mapping.RowValues;
import io.shopkeeper.catalog.ingest.mapping.TargetMapper;
import io.shopkeeper.platform.boundary.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes fields as a mapping says. */
final class RecipeMapper implements RowMapper {

  private final TargetMapper target;

  RecipeMapper(MappingTarget target) {
    this.target = new TargetMapper(target);
  }

  @Override
  public boolean wants(RowSource.Row row) {
    return row.fault().isPresent() || target.wants(values(row));
  }

  @Override
  public Map<String, String> map(RowSource.Row row, List<FieldError> errors) {
    return target.map(values(row), errors);
  }

  private static RowValues values(RowSource.Row row) {
    var cells = new LinkedHashMap<String, String>();
    flatten("", row.values(), cells);
    return new RowValues(row.number(), cells);
  }

  /** What lies deeper in JSON is reached as {@code outer.inner}. */
  private static void flatten(String prefix, ObjectNode node, Map<String, String> to) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      JsonNode value = entry.getValue();
      if (value instanceof ObjectNode inner) {
        flatten(prefix + entry.getKey() + ".", inner, to);
      }
      if (!value.isNull()) {
        to.put(
            prefix + entry.getKey(), value.isContainerNode() ? value.toString() : value.asText());
      }
    }
  }
}
