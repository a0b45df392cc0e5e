package io.shopkeeper.console.shop;

import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.ledger.Cells;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** One product. */
@Named("productPage")
@RequestScoped
public class ProductPage {

  @Inject private Products products;
  @Inject private Cells cells;
  @Inject private Reader reader;
  @Inject private Asked asked;

  private ProductData product;

  @PostConstruct
  void begin() {
    product = asked.text("id").flatMap(products::find).orElse(null);
  }

  /** Says so where there is no such product. */
  public void load() throws IOException {
    if (product == null) {
      NotFound.answer();
    }
  }

  public ProductData getData() {
    return product;
  }

  public String getTitle() {
    return product.title(reader.getLocale());
  }

  public String getDescription() {
    return product.description(reader.getLocale());
  }

  public String getPrice() {
    return cells.money(product.price(), product.currency()).text();
  }

  /** Its page in the shop; empty if it has none. */
  public String getShopUrl() {
    return product.page().orElse("");
  }

  public Map<String, String> getAttributes() {
    return new TreeMap<>(product.attributes());
  }

  /** What visitors did with it. */
  public String getEventsUrl() {
    return Links.url("events", product.id()).replace("?id=", "?product=");
  }

  /** Orders with it. */
  public String getOrdersUrl() {
    return Links.url("orders", product.id()).replace("?id=", "?product=");
  }
}
