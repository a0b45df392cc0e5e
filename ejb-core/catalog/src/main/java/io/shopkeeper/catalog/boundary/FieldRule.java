package io.shopkeeper.catalog.boundary;

import java.util.List;

/**
 * Where the value of a field comes from.
 *
 * @param columns none for a constant; several are joined
 * @param joiner what stands between several
 * @param constant the same value for every row; null where it comes from columns
 * @param otherwise what to take where the value is empty; null for nothing
 * @param steps what happens to the value, in this order
 * @param take where several rows become one record: first, last, most, longest, smallest, largest
 *     or sum
 */
public record FieldRule(
    List<String> columns,
    String joiner,
    String constant,
    String otherwise,
    List<MappingStep> steps,
    String take) {

  public FieldRule {
    columns = columns == null ? List.of() : List.copyOf(columns);
    joiner = joiner == null ? " " : joiner;
    steps = steps == null ? List.of() : List.copyOf(steps);
    take = take == null ? "first" : take;
  }

  /** The value of one column as it is. */
  public static FieldRule of(String column) {
    return new FieldRule(List.of(column), null, null, null, List.of(), null);
  }
}
