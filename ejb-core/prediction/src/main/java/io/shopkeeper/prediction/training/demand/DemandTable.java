package io.shopkeeper.prediction.training.demand;

import io.shopkeeper.ml.forecast.DemandHistory;
import io.shopkeeper.ml.forecast.DemandLog;
import io.shopkeeper.training.snapshot.ColumnWriter;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import io.shopkeeper.training.snapshot.TableFile;
import io.shopkeeper.training.snapshot.TableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Weeks of products in a snapshot: one table of the products, one of all their weeks. */
final class DemandTable {

  private static final String PRODUCTS = "products";
  private static final String WEEKS = "weeks";
  private static final String ID = "id";
  private static final String CATEGORY = "category";
  private static final String COUNT = "count";
  private static final String END = "end";
  private static final String UNITS = "units";
  private static final String PRICE = "price";

  private DemandTable() {}

  /**
   * Writes.
   *
   * @return how many weeks all products have together
   */
  static long write(DemandLog log, SnapshotWriter writer) throws IOException {
    writer.fact(END, Integer.toString(log.end()));
    TableWriter products = writer.table(PRODUCTS);
    ColumnWriter id = products.texts(ID);
    ColumnWriter category = products.texts(CATEGORY);
    ColumnWriter count = products.ints(COUNT);
    for (DemandLog.Product product : log.products()) {
      id.add(product.id());
      category.add(product.history().category());
      count.add(product.history().weeks());
      products.endRow();
    }
    TableWriter weeks = writer.table(WEEKS);
    ColumnWriter units = weeks.floats(UNITS);
    ColumnWriter price = weeks.floats(PRICE);
    for (DemandLog.Product product : log.products()) {
      for (int week = 0; week < product.history().weeks(); week++) {
        units.add((float) product.history().units()[week]);
        price.add((float) product.history().prices()[week]);
        weeks.endRow();
      }
    }
    return weeks.rows();
  }

  /** Reads them. */
  static DemandLog read(Snapshot snapshot) throws IOException {
    int end = Integer.parseInt(snapshot.facts().get(END));
    TableFile products = snapshot.table(PRODUCTS);
    List<String> ids = products.texts(ID);
    List<String> categories = products.texts(CATEGORY);
    int[] counts = products.ints(COUNT);
    TableFile weeks = snapshot.table(WEEKS);
    float[] units = weeks.floats(UNITS);
    float[] prices = weeks.floats(PRICE);
    List<DemandLog.Product> all = new ArrayList<>();
    int from = 0;
    for (int place = 0; place < counts.length; place++) {
      all.add(
          new DemandLog.Product(
              ids.get(place),
              new DemandHistory(
                  categories.get(place),
                  end,
                  part(units, from, counts[place]),
                  part(prices, from, counts[place]))));
      from += counts[place];
    }
    return new DemandLog(all, end);
  }

  private static double[] part(float[] all, int from, int count) {
    double[] part = new double[count];
    for (int place = 0; place < count; place++) {
      part[place] = all[from + place];
    }
    return part;
  }
}
