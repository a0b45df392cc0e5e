/**
 * From cells as people write them to typed columns: what is a number, what a category, what is
 * missing, and what is to be predicted.
 *
 * <pre>{@code
 * List<String> ages = Stream.of("31", "n/a", "44").map(Cells::plain).toList();
 * Column column = Cells.column("age", ages).orElseThrow();
 * Target target = Cells.target("bought", List.of("yes", "no", "no"), Optional.of("yes"));
 * }</pre>
 */
package io.shopkeeper.ml.table.cells;
