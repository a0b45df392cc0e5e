package io.shopkeeper.ml.fraud;

import io.shopkeeper.ml.table.cells.CellColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The ids of each row by which velocities are kept. */
final class Keys {

  private static final int OCTET_BITS = 16;

  /**
   * A kind of ids.
   *
   * @param name of the features
   * @param cells of the column
   * @param of a cell the id; null where it has none
   */
  record Key(String name, CellColumn cells, UnaryOperator<String> of) {

    /** The id of a row. */
    String at(int row) {
      String cell = cells.get(row);
      return cell == null ? null : of.apply(cell);
    }
  }

  private Keys() {}

  /**
   * Those of a table: columns of ids, those first that are called so; then e-mail and IP addresses
   * with domains and ranges. One that only renames an earlier one is left out.
   */
  static List<Key> of(TransactionColumns columns, Map<String, CellColumn> cells, int most) {
    List<Key> keys = new ArrayList<>();
    List<String> ids = new ArrayList<>(columns.of(ColumnKind.ENTITY));
    ids.sort(Comparator.comparing(name -> !ColumnNames.id(name)));
    for (String name : ids) {
      var key = new Key(name, cells.get(name), UnaryOperator.identity());
      if (keys.size() < most && keys.stream().noneMatch(earlier -> sameGroups(earlier, key))) {
        keys.add(key);
      }
    }
    for (String name : columns.of(ColumnKind.EMAIL)) {
      keys.add(new Key(name, cells.get(name), Keys::email));
      keys.add(new Key(name + ".domain", cells.get(name), Keys::domain));
    }
    for (String name : columns.of(ColumnKind.ADDRESS)) {
      keys.add(new Key(name, cells.get(name), Keys::address));
      keys.add(new Key(name + ".range", cells.get(name), Keys::range));
    }
    return keys.size() <= most ? keys : keys.subList(0, most);
  }

  /** Whether two keys put the same rows together. */
  private static boolean sameGroups(Key one, Key other) {
    Map<String, String> there = new HashMap<>();
    Map<String, String> back = new HashMap<>();
    for (int row = 0; row < one.cells().size(); row++) {
      String id = one.at(row);
      String its = other.at(row);
      if ((id == null) != (its == null)) {
        return false;
      }
      if (id != null
          && (!its.equals(there.computeIfAbsent(id, added -> its))
              || !id.equals(back.computeIfAbsent(its, added -> id)))) {
        return false;
      }
    }
    return true;
  }

  private static String email(String cell) {
    return cell.toLowerCase(Locale.ROOT);
  }

  /** What stands behind the @. */
  static String domain(String cell) {
    int at = cell.lastIndexOf('@');
    return at < 0 ? null : email(cell.substring(at + 1));
  }

  /** Numbers of addresses may have been rounded to a point and a digit. */
  private static String address(String cell) {
    int point = cell.indexOf('.');
    return point >= 0 && point == cell.lastIndexOf('.') ? cell.substring(0, point) : cell;
  }

  /** The first two of four octets. */
  static String range(String cell) {
    String whole = address(cell);
    if (whole.matches("\\d{1,10}")) {
      return Long.toString(Long.parseLong(whole) >> OCTET_BITS);
    }
    int first = whole.indexOf('.');
    int second = whole.indexOf('.', first + 1);
    return second < 0 ? null : whole.substring(0, second);
  }
}
