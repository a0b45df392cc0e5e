package io.shopkeeper.catalog.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.catalog.boundary.FieldRule;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.ImportMapping;
import io.shopkeeper.catalog.boundary.MappingStep;
import io.shopkeeper.catalog.boundary.MappingTarget;
import io.shopkeeper.catalog.boundary.RowTest;
import io.shopkeeper.platform.boundary.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes a mapping of its JSON and notes every fault with its place. For one thread. */
final class MappingReader {

  private static final int MOST_TARGETS = 20;
  private static final int LONGEST_VALUE = 2000;
  private static final Set<String> TAKES =
      Set.of("first", "last", "most", "longest", "smallest", "largest", "sum");

  private final List<FieldError> errors;

  MappingReader(List<FieldError> errors) {
    this.errors = errors;
  }

  ImportMapping mapping(ObjectNode node) {
    known(node, "", Set.of("format", "name", "titleEn", "titleZh", "targets"));
    if (!MappingJson.FORMAT.equals(node.path("format").asText())) {
      fault("/format", "must be " + MappingJson.FORMAT);
    }
    String name = node.path("name").asText();
    if (!name.matches("[a-z0-9][a-z0-9-]{0,79}")) {
      fault("/name", "must be 1 to 80 lower case letters, digits and hyphens");
    }
    JsonNode list = node.path("targets");
    if (!list.isArray() || list.isEmpty() || list.size() > MOST_TARGETS) {
      fault("/targets", "must be a list of 1 to %d targets".formatted(MOST_TARGETS));
      return null;
    }
    var targets = new ArrayList<MappingTarget>();
    for (int i = 0; i < list.size(); i++) {
      if (object(list.get(i), "/targets/" + i)) {
        targets.add(target((ObjectNode) list.get(i), "/targets/" + i));
      }
    }
    return new ImportMapping(name, text(node, "", "titleEn"), text(node, "", "titleZh"), targets);
  }

  MappingTarget target(ObjectNode node, String at) {
    known(node, at, Set.of("kind", "files", "merge", "where", "fields"));
    ImportKind kind = ImportKind.of(node.path("kind").asText()).orElse(null);
    if (kind == null) {
      fault(at + "/kind", "must be one of " + ImportKind.codes());
    }
    var fields = new LinkedHashMap<String, FieldRule>();
    if (node.has("fields") && object(node.get("fields"), at + "/fields")) {
      node.get("fields").properties().forEach(entry -> field(kind, entry, at, fields));
    }
    boolean merge = node.path("merge").asBoolean(false);
    if (kind != null
        && !fields.isEmpty()
        && merges(kind, merge, fields)
        && !fields.containsKey("id")) {
      fault(at + "/fields", "needs the field id, by which rows become one record");
    }
    return new MappingTarget(kind, text(node, at, "files"), merge, tests(node, at), fields);
  }

  private static boolean merges(ImportKind kind, boolean merge, Map<String, FieldRule> fields) {
    return merge
        || (kind == ImportKind.ORDERS
            && fields.keySet().stream().anyMatch(name -> name.startsWith(MappingTarget.LINE)));
  }

  private void field(
      ImportKind kind, Map.Entry<String, JsonNode> entry, String at, Map<String, FieldRule> to) {
    String place = at + "/fields/" + entry.getKey();
    if (kind != null && !Fields.of(kind).containsKey(entry.getKey())) {
      fault(place, "is not a field of this kind; there are " + Fields.of(kind).keySet());
    } else if (object(entry.getValue(), place)) {
      to.put(entry.getKey(), rule((ObjectNode) entry.getValue(), place));
    }
  }

  private FieldRule rule(ObjectNode node, String at) {
    known(
        node, at, Set.of("column", "columns", "joiner", "constant", "otherwise", "steps", "take"));
    var columns = new ArrayList<String>();
    if (node.has("column")) {
      columns.add(text(node, at, "column"));
    }
    node.path("columns").forEach(column -> columns.add(column.asText()));
    String constant = text(node, at, "constant");
    if (columns.isEmpty() == (constant == null)) {
      fault(at, "needs column, columns or constant, and only one of them");
    }
    String take = text(node, at, "take");
    if (take != null && !TAKES.contains(take)) {
      fault(at + "/take", "must be one of " + new TreeSet<>(TAKES));
    }
    return new FieldRule(
        columns,
        text(node, at, "joiner"),
        constant,
        text(node, at, "otherwise"),
        steps(node.path("steps"), at + "/steps"),
        take);
  }

  private List<MappingStep> steps(JsonNode list, String at) {
    var steps = new ArrayList<MappingStep>();
    for (int i = 0; i < list.size(); i++) {
      if (object(list.get(i), at + "/" + i)) {
        step((ObjectNode) list.get(i), at + "/" + i, steps);
      }
    }
    return steps;
  }

  private void step(ObjectNode node, String at, List<MappingStep> to) {
    String action = node.path("do").asText();
    Set<String> allowed = Steps.OPTIONS.get(action);
    if (allowed == null) {
      fault(at + "/do", "must be one of " + new TreeSet<>(Steps.OPTIONS.keySet()));
      return;
    }
    var options = new LinkedHashMap<String, String>();
    var table = new LinkedHashMap<String, String>();
    for (String name : MappingJson.names(node)) {
      if (name.equals("table") && action.equals("lookup")) {
        node.get(name).properties().forEach(e -> table.put(e.getKey(), e.getValue().asText()));
      } else if (allowed.contains(name) || allowed.contains("*" + name)) {
        options.put(name, text(node, at, name));
      } else if (!name.equals("do")) {
        fault(at + "/" + name, "is not an option of " + action);
      }
    }
    for (String needed : allowed) {
      if (needed.startsWith("*") && options.get(needed.substring(1)) == null) {
        fault(at + "/" + needed.substring(1), "is missing");
        return;
      }
    }
    var step = new MappingStep(action, options, table);
    tryOut(step, at);
    to.add(step);
  }

  private void tryOut(MappingStep step, String at) {
    String test = step.options().get("test");
    if (test != null && !RowFilter.TESTS.contains(test)) {
      fault(at + "/test", "must be one of " + new TreeSet<>(RowFilter.TESTS));
      return;
    }
    try {
      Steps.of(step);
    } catch (NumberFormatException notANumber) {
      fault(at, "has an option that is not a number");
    } catch (IllegalArgumentException senseless) {
      fault(at, senseless.getMessage());
    }
  }

  private List<RowTest> tests(ObjectNode node, String at) {
    var tests = new ArrayList<RowTest>();
    JsonNode list = node.path("where");
    for (int i = 0; i < list.size(); i++) {
      String place = at + "/where/" + i;
      if (!object(list.get(i), place)) {
        continue;
      }
      ObjectNode test = (ObjectNode) list.get(i);
      known(test, place, Set.of("column", "test", "value"));
      if (!RowFilter.TESTS.contains(test.path("test").asText())) {
        fault(place + "/test", "must be one of " + new TreeSet<>(RowFilter.TESTS));
      } else if (!test.has("column")) {
        fault(place + "/column", "is missing");
      } else {
        tests.add(
            new RowTest(
                text(test, place, "column"),
                test.get("test").asText(),
                text(test, place, "value")));
      }
    }
    return tests;
  }

  private void known(ObjectNode node, String at, Set<String> names) {
    for (String name : MappingJson.names(node)) {
      if (!names.contains(name)) {
        fault(at + "/" + name, "is not known here; there are " + new TreeSet<>(names));
      }
    }
  }

  private boolean object(JsonNode node, String at) {
    if (!node.isObject()) {
      fault(at, "must be a JSON object");
    }
    return node.isObject();
  }

  private String text(ObjectNode node, String at, String name) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (value.isContainerNode() || value.asText().length() > LONGEST_VALUE) {
      fault(at + "/" + name, "must be a text of %,d characters at most".formatted(LONGEST_VALUE));
      return null;
    }
    return value.asText();
  }

  private void fault(String at, String message) {
    errors.add(new FieldError(at, message));
  }
}
