package io.shopkeeper.console.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A heat map or a matrix: a table whose cells are the darker the greater they are. The numbers
 * stand in the cells, so it needs no other table.
 */
public final class Grid {

  /** Shades, from none to the darkest. */
  static final int SHADES = 10;

  private final String corner;
  private final List<String> columns;
  private final boolean perRow;
  private final List<String> names = new ArrayList<>();
  private final List<List<Double>> values = new ArrayList<>();

  /**
   * A cell.
   *
   * @param shade from 0 to 9
   */
  public record Cell(double value, int shade) {}

  /** A row. */
  public record Row(String name, List<Cell> cells) {}

  private Grid(String corner, List<String> columns, boolean perRow) {
    this.corner = corner;
    this.columns = List.copyOf(columns);
    this.perRow = perRow;
  }

  /**
   * A heat map: shades compare all cells.
   *
   * @param corner what the rows are
   */
  public static Grid heatMap(String corner, List<String> columns) {
    return new Grid(corner, columns, false);
  }

  /**
   * A matrix such as of confusions: shades compare the cells of each row.
   *
   * @param corner what the rows are
   */
  public static Grid matrix(String corner, List<String> columns) {
    return new Grid(corner, columns, true);
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has another number of cells than there are columns
   */
  public Grid add(String name, List<? extends Number> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          name + " has " + cells.size() + " cells for " + columns.size() + " columns");
    }
    names.add(name);
    values.add(cells.stream().map(Number::doubleValue).toList());
    return this;
  }

  public String getCorner() {
    return corner;
  }

  public List<String> getColumns() {
    return columns;
  }

  public List<Row> getRows() {
    double greatest = values.stream().mapToDouble(Grid::greatest).max().orElse(0);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      double full = perRow ? greatest(values.get(i)) : greatest;
      rows.add(
          new Row(
              names.get(i),
              values.get(i).stream().map(value -> new Cell(value, shade(value, full))).toList()));
    }
    return rows;
  }

  private static double greatest(List<Double> cells) {
    return cells.stream().mapToDouble(Math::abs).max().orElse(0);
  }

  private static int shade(double value, double full) {
    return full == 0
        ? 0
        : (int) Math.min(SHADES - 1, Math.round((SHADES - 1) * Math.abs(value) / full));
  }
}
