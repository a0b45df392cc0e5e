package io.shopkeeper.catalog.ingest.mapping;

import io.shopkeeper.catalog.boundary.FieldRule;
import io.shopkeeper.catalog.boundary.MappingTarget;
import io.shopkeeper.platform.boundary.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes fields of a row's cells, as a target says. Safe for use by several threads. */
public final class TargetMapper {

  private final List<RowFilter> filters;
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Set<String> columns = new TreeSet<>();

  /**
   * Makes a mapper.
   *
   * @throws IllegalArgumentException if a step of the target makes no sense
   */
  public TargetMapper(MappingTarget target) {
    filters = target.where().stream().map(RowFilter::new).toList();
    target
        .fields()
        .forEach(
            (field, rule) -> {
              sources.put(field, new Source(rule));
              columns.addAll(rule.columns());
            });
    columns.remove(RowValues.ROW);
  }

  /** Whether a row feeds the target. */
  public boolean wants(RowValues row) {
    for (RowFilter filter : filters) {
      if (!filter.passes(row)) {
        return false;
      }
    }
    return true;
  }

  /** The columns that it reads. */
  public Set<String> columns() {
    return columns;
  }

  /**
   * The fields of a row; empty ones are left out.
   *
   * @param errors where a value cannot be changed as a step says
   */
  public Map<String, String> map(RowValues row, List<FieldError> errors) {
    var fields = new LinkedHashMap<String, String>();
    sources.forEach(
        (field, source) -> {
          try {
            String value = source.value(row);
            if (!value.isEmpty()) {
              fields.put(field, value);
            }
          } catch (StepFailedException failed) {
            errors.add(new FieldError("/" + field.replace('.', '/'), failed.getMessage()));
          }
        });
    return fields;
  }

  private static final class Source {

    private final FieldRule rule;
    private final List<Step> steps = new ArrayList<>();

    Source(FieldRule rule) {
      this.rule = rule;
      rule.steps().forEach(step -> steps.add(Steps.of(step)));
    }

    String value(RowValues row) throws StepFailedException {
      String value = rule.constant() == null ? joined(row) : rule.constant();
      for (Step step : steps) {
        if (value.isBlank()) {
          break;
        }
        value = step.apply(value, row);
      }
      return value.isBlank() && rule.otherwise() != null ? rule.otherwise() : value;
    }

    private String joined(RowValues row) {
      if (rule.columns().size() == 1) {
        return row.cell(rule.columns().getFirst());
      }
      var parts = new ArrayList<String>();
      for (String column : rule.columns()) {
        String cell = row.cell(column);
        if (!cell.isBlank()) {
          parts.add(cell.strip());
        }
      }
      return String.join(rule.joiner(), parts);
    }
  }
}
