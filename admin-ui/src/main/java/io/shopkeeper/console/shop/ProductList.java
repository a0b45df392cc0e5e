package io.shopkeeper.console.shop;

import io.shopkeeper.catalog.boundary.CatalogLists;
import io.shopkeeper.catalog.boundary.CategoryCount;
import io.shopkeeper.catalog.boundary.ProductRow;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.ledger.Cells;
import io.shopkeeper.console.ledger.LedgerAct;
import io.shopkeeper.console.ledger.LedgerCell;
import io.shopkeeper.console.ledger.LedgerColumn;
import io.shopkeeper.console.ledger.LedgerFilter;
import io.shopkeeper.console.ledger.LedgerSource;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.RowCount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What is sold; many can be taken off sale at once. */
@RequestScoped
public class ProductList implements LedgerSource<ProductRow> {

  private static final String OFFER = "offer";
  private static final String WITHDRAW = "withdraw";

  @Inject private CatalogLists lists;
  @Inject private Products products;
  @Inject private Cells cells;
  @Inject private Words words;
  @Inject private Reader reader;

  @Override
  public String name() {
    return "products";
  }

  @Override
  public List<LedgerColumn<ProductRow>> columns() {
    return List.of(
        LedgerColumn.<ProductRow>of("id", product -> Links.product(product.id())).sortedBy("id"),
        LedgerColumn.of("title", product -> LedgerCell.text(product.title(reader.getLocale()))),
        LedgerColumn.<ProductRow>of("category", product -> LedgerCell.text(product.categoryPath()))
            .sortedBy("category"),
        LedgerColumn.of("brand", product -> LedgerCell.text(product.brand())),
        LedgerColumn.<ProductRow>right(
                "price", product -> cells.money(product.price(), product.currency()))
            .sortedBy("price"),
        LedgerColumn.<ProductRow>right("stock", product -> cells.number(product.stock()))
            .sortedBy("stock"),
        LedgerColumn.of("active", this::sale),
        LedgerColumn.<ProductRow>of("updated", product -> cells.time(product.updatedAt()))
            .sortedBy("updated"));
  }

  private LedgerCell sale(ProductRow product) {
    String letter = product.active() ? "Y" : "N";
    return LedgerCell.badge(
        words.of("list.products.active", letter), product.active() ? "ok" : "plain", letter);
  }

  @Override
  public List<LedgerFilter> filters() {
    return List.of(
        LedgerFilter.search("text"),
        LedgerFilter.choice(
            "category",
            products.categories().stream().map(CategoryCount::categoryPath).toList(),
            path -> path),
        LedgerFilter.choice(
            "active", List.of("Y", "N"), letter -> words.of("list.products.active", letter)),
        LedgerFilter.number("stock"));
  }

  @Override
  public ListPage<ProductRow> page(ListQuery query) {
    return lists.products(query);
  }

  @Override
  public RowCount count(ListQuery query) {
    return lists.count(CatalogLists.Kind.PRODUCTS, query);
  }

  @Override
  public String id(ProductRow product) {
    return product.id();
  }

  @Override
  public List<LedgerAct> acts() {
    return List.of(
        LedgerAct.undoneBy(WITHDRAW, Right.IMPORT_DATA, OFFER),
        LedgerAct.undoneBy(OFFER, Right.IMPORT_DATA, WITHDRAW));
  }

  @Override
  public List<String> perform(String act, List<String> ids) {
    return products.setActive(ids, act.equals(OFFER));
  }
}
