package io.shopkeeper.platform.boundary.list;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which rows of a long list to show.
 *
 * @param filters values by the names of filters; filters that the list does not know are ignored
 * @param sort what the list is ordered by; empty for the list's own order
 * @param descending whether the greatest comes first
 * @param cursor a place in the order, from the page before; empty for the first page
 * @param backwards whether the page ends at that place instead of beginning there
 * @param limit rows of a page, 1 to 1000
 */
public record ListQuery(
    Map<String, String> filters,
    String sort,
    boolean descending,
    String cursor,
    boolean backwards,
    int limit) {

  private static final int MOST = 1000;

  public ListQuery {
    filters = java.util.Collections.unmodifiableMap(new TreeMap<>(filters));
    sort = sort == null ? "" : sort;
    cursor = cursor == null ? "" : cursor;
    limit = Math.clamp(limit, 1, MOST);
  }

  /** The first page in the list's own order. */
  public static ListQuery first(int limit) {
    return new ListQuery(Map.of(), "", true, "", false, limit);
  }

  /** The page behind a place. */
  public ListQuery after(String place) {
    return new ListQuery(filters, sort, descending, place, false, limit);
  }

  /** The same from the beginning, with another length of page. */
  public ListQuery fromTheTop(int rows) {
    return new ListQuery(filters, sort, descending, "", false, rows);
  }

  /** The same with a filter set; an empty value takes it away. */
  public ListQuery with(String filter, String value) {
    Map<String, String> changed = new TreeMap<>(filters);
    if (value == null || value.isBlank()) {
      changed.remove(filter);
    } else {
      changed.put(filter, value);
    }
    return new ListQuery(changed, sort, descending, "", false, limit);
  }
}
