package io.shopkeeper.recommendation.features;

import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.training.snapshot.ColumnWriter;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import io.shopkeeper.training.snapshot.TableWriter;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Writes what is known of the products into a snapshot, a row for each item. For one thread. */
public final class ProductTable {

  private final TableWriter table;
  private final ColumnWriter id;
  private final ColumnWriter category;
  private final ColumnWriter brand;
  private final ColumnWriter price;
  private final ColumnWriter title;

  public ProductTable(SnapshotWriter writer) throws IOException {
    table = writer.table(SnapshotTables.PRODUCTS);
    id = table.texts(SnapshotTables.ID);
    category = table.texts(SnapshotTables.CATEGORY);
    brand = table.texts(SnapshotTables.BRAND);
    price = table.floats(SnapshotTables.PRICE);
    title = table.texts(SnapshotTables.TITLE);
  }

  /**
   * Takes the next item.
   *
   * @param product empty where the shop has events of it but no record
   */
  public void add(String productId, Optional<ProductData> product) throws IOException {
    id.add(productId);
    category.add(product.map(ProductData::categoryPath).orElse(""));
    brand.add(product.map(ProductData::brand).orElse(""));
    price.add(product.map(ProductData::price).map(amount -> amount.floatValue()).orElse(Float.NaN));
    title.add(product.map(found -> found.title(Locale.ENGLISH)).orElse(""));
    table.endRow();
  }
}
