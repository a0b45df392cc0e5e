package io.shopkeeper.console.find;

import io.shopkeeper.catalog.boundary.CatalogLists;
import io.shopkeeper.catalog.boundary.Orders;
import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.shop.Links;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.list.ListQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Finds the shop's own data. */
public final class ShopFinders {

  private ShopFinders() {}

  /** By id, title or brand. */
  @RequestScoped
  public static class OfProducts implements Finder {

    @Inject private CatalogLists lists;
    @Inject private Reader reader;

    @Override
    public String group() {
      return "products";
    }

    @Override
    public int rank() {
      return 20;
    }

    @Override
    public List<Hit> find(String text, int limit) {
      return lists.products(ListQuery.first(limit).with("text", text)).rows().stream()
          .map(
              product ->
                  new Hit(
                      product.title(reader.getLocale()),
                      product.id() + " · " + product.categoryPath(),
                      Links.url("product", product.id())))
          .toList();
    }
  }

  /** By id, name or e-mail. */
  @RequestScoped
  public static class OfCustomers implements Finder {

    @Inject private CatalogLists lists;

    @Override
    public String group() {
      return "customers";
    }

    @Override
    public int rank() {
      return 30;
    }

    @Override
    public Right right() {
      return Right.SEE_CUSTOMERS;
    }

    @Override
    public List<Hit> find(String text, int limit) {
      return lists.customers(ListQuery.first(limit).with("text", text)).rows().stream()
          .map(
              customer ->
                  new Hit(
                      customer.name() == null ? customer.id() : customer.name(),
                      customer.id(),
                      Links.url("customer", customer.id())))
          .toList();
    }
  }

  /** By their whole id. */
  @RequestScoped
  public static class OfOrders implements Finder {

    @Inject private Orders orders;
    @Inject private Words words;
    @Inject private Formats formats;

    @Override
    public String group() {
      return "orders";
    }

    @Override
    public int rank() {
      return 40;
    }

    @Override
    public Right right() {
      return Right.SEE_CUSTOMERS;
    }

    @Override
    public List<Hit> find(String text, int limit) {
      return orders.find(text).stream()
          .map(
              order ->
                  new Hit(
                      order.id(),
                      words.of("order", order.status()) + " · " + formats.time(order.placedAt()),
                      Links.url("order", order.id())))
          .toList();
    }
  }
}
