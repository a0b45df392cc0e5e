/**
 * Long lists, read a page at a time: filtered, sorted, and as fast on page ten thousand as on page
 * one, because a page begins behind a place in the order and not behind a number of rows. A store
 * describes its table once and reads from it:
 *
 * <pre>{@code
 * private static final ListTable<Thing> THINGS =
 *     ListTable.<Thing>of("thing", "id, name, at_time", Things::read)
 *         .orderedBy("time", "at_time", ListKey.NUMBER)
 *         .orderedBy("name", "name", ListKey.TEXT)
 *         .tiedBy("id", ListKey.TEXT)
 *         .filter("name", "name = ?");
 *
 * ListPage<Thing> page(ListQuery query) {
 *   return THINGS.page(entities.unwrap(Connection.class), query);
 * }
 * }</pre>
 *
 * <p>Every column that a list can be sorted by is {@code NOT NULL} and has an index that ends in
 * the columns of {@code tiedBy}. Uses nothing but JDBC.
 */
package io.shopkeeper.platform.boundary.list;
