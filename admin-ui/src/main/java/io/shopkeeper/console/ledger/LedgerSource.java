package io.shopkeeper.console.ledger;

import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.RowCount;
import java.util.List;
import java.util.Optional;

/**
 * A list of the console: what its columns are, how it can be narrowed, where its rows come from.
 */
public interface LedgerSource<T> {

  /** The list's name in addresses and in the keys of its words. */
  String name();

  /** The address of its page within the console. */
  default String page() {
    return name();
  }

  /** The columns, in their order. */
  List<LedgerColumn<T>> columns();

  /** What it can be narrowed by. */
  default List<LedgerFilter> filters() {
    return List.of();
  }

  /** A page of rows. */
  ListPage<T> page(ListQuery query);

  /** How many rows fit. */
  RowCount count(ListQuery query);

  /** What names a row in acts on many. */
  default String id(T row) {
    throw new UnsupportedOperationException(name() + " has no acts");
  }

  /** What can be done to many rows at once. */
  default List<LedgerAct> acts() {
    return List.of();
  }

  /** The words on the button of an act that people named themselves; empty for all others. */
  default Optional<String> label(String act) {
    return Optional.empty();
  }

  /**
   * Does something to rows.
   *
   * @param act the name of one of {@link #acts}
   * @return the rows to which it was done
   */
  default List<String> perform(String act, List<String> ids) {
    throw new UnsupportedOperationException(name() + " has no act " + act);
  }

  /** The right that one needs to see the list. */
  default Right right() {
    return Right.LOOK;
  }
}
