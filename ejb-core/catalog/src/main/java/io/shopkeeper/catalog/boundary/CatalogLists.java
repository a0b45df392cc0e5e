package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.list.ListStore;
import io.shopkeeper.catalog.list.Tables;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.ListTable;
import io.shopkeeper.platform.boundary.list.RowCount;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/**
 * The shop's data as long lists for people to look through: filtered, sorted, a page at a time, at
 * the same speed for a thousand rows and for millions. What each can be sorted and filtered by is
 * said at its method; all start with the newest.
 */
@Stateless
public class CatalogLists {

  /** The lists that there are. */
  public enum Kind {
    EVENTS,
    PRODUCTS,
    CUSTOMERS,
    ORDERS,
    QUARANTINE
  }

  @Inject private ListStore store;

  /**
   * What visitors did. Sorted by {@code time} or {@code type}; filtered by {@code type, customer,
   * visitor, product, channel, id, day}.
   */
  public ListPage<BehaviourEvent> events(ListQuery query) {
    return store.page(Tables.EVENTS, query);
  }

  /**
   * What is sold. Sorted by {@code updated, id, category, price} or {@code stock}; filtered by
   * {@code text, category, brand, active} (Y or N) and {@code stock} (at most).
   */
  public ListPage<ProductRow> products(ListQuery query) {
    return store.page(Tables.PRODUCTS, query);
  }

  /**
   * Who buys. Sorted by {@code updated} or {@code id}; filtered by {@code text, region, locale}.
   */
  public ListPage<CustomerData> customers(ListQuery query) {
    return store.page(Tables.CUSTOMERS, query);
  }

  /**
   * What was bought. Sorted by {@code placed, id} or {@code status}; filtered by {@code id,
   * customer, status, channel, product, day}.
   */
  public ListPage<OrderRow> orders(ListQuery query) {
    return store.page(Tables.ORDERS, query);
  }

  /**
   * Rows that were set aside and wait. Sorted by {@code time} or {@code kind}; filtered by {@code
   * text, kind, import}.
   */
  public ListPage<QuarantinedRow> quarantine(ListQuery query) {
    return store.page(Tables.QUARANTINE, query);
  }

  /** How many rows of a list fit. */
  public RowCount count(Kind list, ListQuery query) {
    return store.count(table(list), query);
  }

  private static ListTable<?> table(Kind list) {
    return switch (list) {
      case EVENTS -> Tables.EVENTS;
      case PRODUCTS -> Tables.PRODUCTS;
      case CUSTOMERS -> Tables.CUSTOMERS;
      case ORDERS -> Tables.ORDERS;
      case QUARANTINE -> Tables.QUARANTINE;
    };
  }
}
