package io.shopkeeper.catalog.ingest.mapping;

import java.util.List;

/**
 * A field that a column can be.
 *
 * @param shape what its values look like
 * @param needed whether no record is complete without it
 * @param names as columns are called that hold it, the surest first, in plain form
 */
record Field(String name, Shape shape, boolean needed, List<String> names) {

  static Field may(String name, Shape shape, String... names) {
    return new Field(name, shape, false, List.of(names));
  }

  static Field needed(String name, Shape shape, String... names) {
    return new Field(name, shape, true, List.of(names));
  }
}
