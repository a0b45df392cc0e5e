package io.shopkeeper.recommendation.features;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TextColumn;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.TableFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who did how much with what and when, in the order of time, and what is known of the products.
 * Plain Java: it is read in the worker, too. Immutable and safe for use by several threads.
 *
 * @param productIds the shop's ids of the items
 * @param purchase whether an interaction was one
 * @param attributes a row for each item
 */
public record Interactions(
    List<String> productIds, InteractionLog log, boolean[] purchase, Table attributes) {

  private static final long DAY = 86_400_000L;

  /**
   * From a snapshot that {@link InteractionCollector} and {@link ProductTable} wrote.
   *
   * @throws IOException if it is damaged
   */
  public static Interactions read(Snapshot snapshot) throws IOException {
    TableFile table = snapshot.table(SnapshotTables.INTERACTIONS);
    TableFile products = snapshot.table(SnapshotTables.PRODUCTS);
    int[] user = table.ints(SnapshotTables.USER);
    int[] bought = table.ints(SnapshotTables.PURCHASE);
    boolean[] purchase = new boolean[bought.length];
    for (int i = 0; i < bought.length; i++) {
      purchase[i] = bought[i] != 0;
    }
    try {
      return new Interactions(
          products.texts(SnapshotTables.ID),
          new InteractionLog(
              Arrays.stream(user).max().orElse(-1) + 1,
              products.rows(),
              user,
              table.ints(SnapshotTables.ITEM),
              table.floats(SnapshotTables.WEIGHT),
              table.longs(SnapshotTables.TIME)),
          purchase,
          attributes(products));
    } catch (IllegalArgumentException damaged) {
      throw new IOException("the snapshot is damaged: " + damaged.getMessage(), damaged);
    }
  }

  private static Table attributes(TableFile products) throws IOException {
    return new Table(
        products.rows(),
        List.of(
            category(products, SnapshotTables.CATEGORY),
            category(products, SnapshotTables.BRAND),
            new NumberColumn(SnapshotTables.PRICE, products.floats(SnapshotTables.PRICE)),
            new TextColumn(SnapshotTables.TITLE, products.texts(SnapshotTables.TITLE))));
  }

  private static CategoryColumn category(TableFile products, String name) throws IOException {
    return CategoryColumn.of(
        name,
        Arrays.asList(
            products.texts(name).stream()
                .map(word -> word.isEmpty() ? null : word)
                .toArray(String[]::new)));
  }

  /** Interactions. */
  public int size() {
    return log.size();
  }

  /** Customers and visitors. */
  public int users() {
    return log.users();
  }

  /** Products with at least one interaction. */
  public int items() {
    return log.items();
  }

  /** Those interactions, ascending; users and items keep their numbers. */
  public Interactions select(int[] rows) {
    boolean[] bought = new boolean[rows.length];
    for (int place = 0; place < rows.length; place++) {
      bought[place] = purchase[rows[place]];
    }
    return new Interactions(productIds, log.select(rows), bought, attributes);
  }

  /** Baskets × items: what a user bought on one day (UTC), as ones. */
  public InteractionMatrix baskets() {
    Map<Long, Integer> numbers = new HashMap<>();
    var builder = InteractionMatrix.builder().atLeast(0, items());
    for (int i = 0; i < size(); i++) {
      if (purchase[i]) {
        long key = ((long) log.user()[i] << 32) | Math.floorDiv(log.time()[i], DAY);
        builder.add(numbers.computeIfAbsent(key, added -> numbers.size()), log.item()[i], 1);
      }
    }
    return builder.build().map(value -> 1);
  }
}
