package io.shopkeeper.console.shop;

import io.shopkeeper.catalog.boundary.CatalogLists;
import io.shopkeeper.catalog.boundary.OrderRow;
import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.ledger.Cells;
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

/** What was bought. */
@RequestScoped
public class OrderList implements LedgerSource<OrderRow> {

  @Inject private CatalogLists lists;
  @Inject private Cells cells;
  @Inject private Words words;

  @Override
  public String name() {
    return "orders";
  }

  @Override
  public Right right() {
    return Right.SEE_CUSTOMERS;
  }

  @Override
  public List<LedgerColumn<OrderRow>> columns() {
    return List.of(
        LedgerColumn.<OrderRow>of("id", order -> Links.order(order.id())).sortedBy("id"),
        LedgerColumn.<OrderRow>of("placed", order -> cells.time(order.placedAt()))
            .sortedBy("placed"),
        LedgerColumn.of("customer", order -> Links.customer(order.customerId())),
        LedgerColumn.<OrderRow>of(
                "status",
                order ->
                    LedgerCell.badge(
                        words.of("order", order.status()), tone(order.status()), order.status()))
            .sortedBy("status"),
        LedgerColumn.right("total", order -> cells.money(order.total(), order.currency())),
        LedgerColumn.of("channel", order -> LedgerCell.text(order.channel())));
  }

  /** How a status looks. */
  static String tone(OrderStatus status) {
    return switch (status) {
      case DELIVERED -> "ok";
      case CANCELLED, RETURNED -> "warn";
      default -> "info";
    };
  }

  @Override
  public List<LedgerFilter> filters() {
    return List.of(
        LedgerFilter.text("id"),
        LedgerFilter.text("customer"),
        LedgerFilter.text("product"),
        LedgerFilter.choice("status", OrderStatus.values(), each -> words.of("order", each)),
        LedgerFilter.day("day"));
  }

  @Override
  public ListPage<OrderRow> page(ListQuery query) {
    return lists.orders(query);
  }

  @Override
  public RowCount count(ListQuery query) {
    return lists.count(CatalogLists.Kind.ORDERS, query);
  }
}
