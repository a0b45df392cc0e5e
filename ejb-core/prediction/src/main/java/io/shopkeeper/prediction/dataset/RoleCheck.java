package io.shopkeeper.prediction.dataset;

import io.shopkeeper.ml.table.cells.Cells;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.prediction.boundary.DataColumn;
import io.shopkeeper.prediction.boundary.DataRoles;
import io.shopkeeper.prediction.boundary.DataSetView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the columns of a data set can be what they are said to be. */
public final class RoleCheck {

  /** Classes that are told apart at most. */
  static final int MOST_CLASSES = 100;

  private final DataSetView set;
  private final DataRoles roles;
  private final List<FieldError> errors = new ArrayList<>();

  private RoleCheck(DataSetView set) {
    this.set = set;
    roles = set.roles();
  }

  /**
   * Checks the roles of a data set by what its columns look like.
   *
   * @throws InvalidInputException with every fault
   */
  public static void of(DataSetView set) {
    var check = new RoleCheck(set);
    check.columns();
    check.end();
  }

  /**
   * Checks the values, too: whether any is the positive one, and whether each row has a time.
   *
   * @param file the rows of the data set
   * @throws InvalidInputException with every fault
   */
  public static void of(DataSetView set, DataFile file) {
    of(set);
    var check = new RoleCheck(set);
    check.values(file);
    check.end();
  }

  private void end() {
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  private void columns() {
    there("/target", roles.target()).ifPresent(this::target);
    if (roles.time() != null) {
      there("/time", roles.time());
    }
    roles.left().forEach(column -> there("/left", column));
    if (set.features().isEmpty()) {
      wrong("/left", "nothing is left to learn from");
    }
  }

  private Optional<DataColumn> there(String pointer, String name) {
    Optional<DataColumn> column = set.column(name == null ? "" : name);
    if (column.isEmpty()) {
      wrong(pointer, name == null ? "is missing" : "there is no column " + name);
    }
    return column;
  }

  private void target(DataColumn target) {
    boolean classes = target.kind() == DataColumn.Kind.CATEGORY;
    if (target.missing() > 0) {
      wrong(
          "/target",
          "%s is missing in %,d rows; every row needs one"
              .formatted(target.name(), target.missing()));
    } else if (target.distinct() < 2) {
      wrong("/target", target.name() + " has the same value in every row");
    } else if (target.kind() == DataColumn.Kind.TEXT) {
      wrong("/target", target.name() + " hardly has the same value twice");
    } else if (classes && target.distinct() > MOST_CLASSES && roles.positive() == null) {
      wrong(
          "/target",
          "%s has %,d different values, but at most %d classes can be told apart"
              .formatted(target.name(), target.distinct(), MOST_CLASSES));
    }
  }

  private void values(DataFile file) {
    int target = file.names().indexOf(roles.target());
    int time = roles.time() == null ? -1 : file.names().indexOf(roles.time());
    boolean found = roles.positive() == null;
    boolean timed = time >= 0;
    if (found && !timed) {
      return;
    }
    for (Optional<String[]> row = file.next(); row.isPresent(); row = file.next()) {
      found = found || roles.positive().equals(row.get()[target]);
      timed = timed && time(row.get()[time], file.rows());
    }
    if (!found) {
      wrong("/positive", "%s is never %s".formatted(roles.target(), roles.positive()));
    }
  }

  private boolean time(String cell, int row) {
    boolean fits = Cells.time(cell).isPresent();
    if (!fits) {
      wrong(
          "/time",
          "row %,d: %s must be a whole number or a time such as 2026-01-31T12:00:00Z, but is %s"
              .formatted(row, roles.time(), cell == null ? "missing" : cell));
    }
    return fits;
  }

  private void wrong(String pointer, String message) {
    errors.add(new FieldError(pointer, message));
  }
}
