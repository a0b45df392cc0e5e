package io.shopkeeper.prediction.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A table that models learn from.
 *
 * @param name in small letters, digits and hyphens
 * @param model the model that predicts its target, in the registry
 * @param rows how many
 * @param bytes of the file as it came
 * @param edition grows with every change of the roles
 * @param origin what of the shop it was made of; null for a file that came from outside
 */
public record DataSetView(
    String name,
    String model,
    DataRoles roles,
    List<DataColumn> columns,
    long rows,
    long bytes,
    String sha256,
    Instant createdAt,
    String createdBy,
    long edition,
    ShopOrigin origin) {

  public DataSetView {
    columns = List.copyOf(columns);
  }

  /** One of its columns. */
  public Optional<DataColumn> column(String wanted) {
    return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
  }

  /** The same with other roles. */
  public DataSetView with(DataRoles other) {
    return new DataSetView(
        name, model, other, columns, rows, bytes, sha256, createdAt, createdBy, edition, origin);
  }

  /** The same without anything of its cells. */
  public DataSetSummary summary() {
    return new DataSetSummary(
        name, model, roles.target(), task(), rows, columns.size(), bytes, createdAt, createdBy);
  }

  /** What is predicted. */
  public DataTask task() {
    DataColumn target = column(roles.target()).orElseThrow();
    if (target.distinct() == 2 || roles.positive() != null) {
      return DataTask.BINARY;
    }
    return target.kind() == DataColumn.Kind.NUMBER && target.distinct() > MOST_CLASSES
        ? DataTask.REGRESSION
        : DataTask.MULTICLASS;
  }

  private static final int MOST_CLASSES = 20;

  /** Columns that are learnt from. */
  public List<DataColumn> features() {
    return columns.stream()
        .filter(column -> column.kind() != DataColumn.Kind.TEXT)
        .filter(column -> !column.name().equals(roles.target()))
        .filter(column -> !column.name().equals(roles.time()))
        .filter(column -> !roles.left().contains(column.name()))
        .toList();
  }
}
