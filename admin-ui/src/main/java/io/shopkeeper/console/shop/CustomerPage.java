package io.shopkeeper.console.shop;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.boundary.Orders;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.ledger.Cells;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;

/** One customer: orders and what was done lately. */
@Named("customerPage")
@RequestScoped
public class CustomerPage {

  private static final int SHOWN = 10;

  @Inject private Customers customers;
  @Inject private Orders orders;
  @Inject private BehaviourEvents events;
  @Inject private Cells cells;
  @Inject private Asked asked;

  private CustomerData customer;

  @PostConstruct
  void begin() {
    customer = asked.text("id").flatMap(customers::find).orElse(null);
  }

  /** Says so where there is no such customer. */
  public void load() throws IOException {
    if (customer == null) {
      NotFound.answer();
    }
  }

  public CustomerData getData() {
    return customer;
  }

  /** The name, or the id where that is missing. */
  public String getTitle() {
    return customer.name() == null ? customer.id() : customer.name();
  }

  public List<OrderData> getOrders() {
    return orders.ofCustomer(customer.id(), SHOWN);
  }

  public List<BehaviourEvent> getEvents() {
    return events.recentOf(customer.id(), null, SHOWN);
  }

  /** The sum of an order. */
  public String total(OrderData order) {
    return cells.money(order.total(), order.currency()).text();
  }

  /** How a status looks. */
  public String tone(OrderStatus status) {
    return OrderList.tone(status);
  }

  /** All that this customer did. */
  public String getEventsUrl() {
    return Links.url("events", customer.id()).replace("?id=", "?customer=");
  }

  /** All that this customer bought. */
  public String getOrdersUrl() {
    return Links.url("orders", customer.id()).replace("?id=", "?customer=");
  }
}
