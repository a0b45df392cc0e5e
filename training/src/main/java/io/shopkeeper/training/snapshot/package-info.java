/**
 * Data as of one moment, on disk: a folder with tables of typed columns and facts in words. It is
 * written once, row by row, and then read column by column, by this process or another.
 *
 * <pre>{@code
 * try (SnapshotWriter writer = SnapshotWriter.begin(folder)) {
 *   TableWriter events = writer.table("events");
 *   IntColumn user = events.ints("user");
 *   user.add(7);
 *   events.endRow();
 *   writer.fact("events", "1");
 *   Snapshot snapshot = writer.finish();
 * }
 * }</pre>
 */
package io.shopkeeper.training.snapshot;
