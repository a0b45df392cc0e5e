package io.shopkeeper.console.shop;

import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.OrderLine;
import io.shopkeeper.catalog.boundary.Orders;
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
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** One order with its lines. */
@Named("orderPage")
@RequestScoped
public class OrderPage {

  @Inject private Orders orders;
  @Inject private Products products;
  @Inject private Cells cells;
  @Inject private Reader reader;
  @Inject private Asked asked;

  private OrderData order;

  /**
   * A position as it is read.
   *
   * @param title of the product; its id where the product is gone
   */
  public record Line(String productId, String title, int quantity, String price, String amount) {}

  @PostConstruct
  void begin() {
    order = asked.text("id").flatMap(orders::find).orElse(null);
  }

  /** Says so where there is no such order. */
  public void load() throws IOException {
    if (order == null) {
      NotFound.answer();
    }
  }

  public OrderData getData() {
    return order;
  }

  public String getTone() {
    return OrderList.tone(order.status());
  }

  public String getTotal() {
    return money(order.total());
  }

  public List<Line> getLines() {
    Map<String, ProductData> known =
        products.findAll(order.lines().stream().map(OrderLine::productId).distinct().toList());
    return order.lines().stream().map(line -> line(line, known.get(line.productId()))).toList();
  }

  private Line line(OrderLine line, ProductData product) {
    return new Line(
        line.productId(),
        product == null ? line.productId() : product.title(reader.getLocale()),
        line.quantity(),
        money(line.unitPrice()),
        money(line.unitPrice().multiply(BigDecimal.valueOf(line.quantity()))));
  }

  private String money(BigDecimal amount) {
    return cells.money(amount, order.currency()).text();
  }
}
