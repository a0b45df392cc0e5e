package io.shopkeeper.catalog.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.catalog.ingest.group.Group;
import io.shopkeeper.catalog.ingest.group.Groups;
import io.shopkeeper.platform.boundary.FieldError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each group of rows is a unit. */
final class GroupUnits implements Units {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Groups groups;
  private final long leftOut;
  private final boolean withLines;
  private long place;

  /**
   * @param leftOut how many rows the sorting passed over
   * @param withLines whether the rows are positions of a list
   */
  GroupUnits(Groups groups, long leftOut, boolean withLines) {
    this.groups = groups;
    this.leftOut = leftOut;
    this.withLines = withLines;
  }

  @Override
  public Optional<Unit> next() throws IOException {
    return groups.next().map(this::unit);
  }

  private Unit unit(Group group) {
    place++;
    var fields = new LinkedHashMap<>(group.fields());
    if (withLines) {
      fields.put("lines", lines(group.lines()));
    }
    var errors = new ArrayList<FieldError>();
    for (String fault : group.faults()) {
      int tab = fault.indexOf('\t');
      errors.add(new FieldError(fault.substring(0, tab), fault.substring(tab + 1)));
    }
    ObjectNode raw = JSON.createObjectNode();
    fields.forEach(raw::put);
    return new Unit(place, group.row(), group.rows(), fields, errors, raw.toString(), true);
  }

  private static String lines(List<Map<String, String>> lines) {
    ArrayNode list = JSON.createArrayNode();
    for (Map<String, String> line : lines) {
      ObjectNode node = list.addObject();
      line.forEach(node::put);
    }
    return list.toString();
  }

  @Override
  public long leftOut() {
    return leftOut;
  }

  @Override
  public void close() throws IOException {
    groups.close();
  }
}
