package io.shopkeeper.platform.boundary.list;

import java.util.List;
import java.util.function.Function;

/**
 * Rows of a list, in its order.
 *
 * @param previous the place at which the page before ends; empty on the first page
 * @param next the place behind which the next page begins; empty on the last page
 */
public record ListPage<T>(List<T> rows, String previous, String next) {

  public ListPage {
    rows = List.copyOf(rows);
  }

  /** A list that is short enough to be one page. */
  public static <T> ListPage<T> whole(List<T> rows) {
    return new ListPage<>(rows, "", "");
  }

  /** The same page with other rows. */
  public <U> ListPage<U> map(Function<T, U> change) {
    return new ListPage<>(rows.stream().map(change).toList(), previous, next);
  }
}
