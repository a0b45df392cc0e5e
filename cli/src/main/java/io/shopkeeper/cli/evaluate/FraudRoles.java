package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.fraud.TransactionColumns;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns of a table of transactions are what, and what is known when.
 *
 * @param table the target, what counts as positive, what is left out, the time
 * @param amount what was paid; empty to find it
 * @param entities ids; empty to find them
 * @param cost what is lost if a fraud is missed
 * @param labelDelay how long it takes until a fraud is known; empty for what suits the split
 * @param known column of which test rows are left out once its value had a fraud that was known
 */
record FraudRoles(
    TableData.Roles table,
    Optional<String> amount,
    Optional<List<String>> entities,
    Optional<String> cost,
    Optional<Duration> labelDelay,
    Optional<String> known) {

  /** Checks that there are such columns. */
  void require(CellTable cells) {
    TableData.require(cells, table.target(), "--target");
    table.time().ifPresent(name -> TableData.require(cells, name, "--time"));
    table.drop().forEach(name -> TableData.require(cells, name, "--drop"));
    amount.ifPresent(name -> TableData.require(cells, name, "--amount"));
    entities.ifPresent(all -> all.forEach(name -> TableData.require(cells, name, "--entity")));
    cost.ifPresent(name -> TableData.require(cells, name, "--cost"));
    known.ifPresent(name -> TableData.require(cells, name, "--drop-known"));
  }

  /** What the columns are told to be. */
  TransactionColumns.Told told() {
    Set<String> left = new HashSet<>(table.drop());
    left.add(table.target());
    return new TransactionColumns.Told(left, table.time(), amount, entities);
  }
}
