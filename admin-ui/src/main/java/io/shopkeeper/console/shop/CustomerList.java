package io.shopkeeper.console.shop;

import io.shopkeeper.catalog.boundary.CatalogLists;
import io.shopkeeper.catalog.boundary.CustomerData;
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

/** Who buys. */
@RequestScoped
public class CustomerList implements LedgerSource<CustomerData> {

  @Inject private CatalogLists lists;
  @Inject private Cells cells;

  @Override
  public String name() {
    return "customers";
  }

  @Override
  public Right right() {
    return Right.SEE_CUSTOMERS;
  }

  @Override
  public List<LedgerColumn<CustomerData>> columns() {
    return List.of(
        LedgerColumn.<CustomerData>of("id", customer -> Links.customer(customer.id()))
            .sortedBy("id"),
        LedgerColumn.of("name", customer -> LedgerCell.text(customer.name())),
        LedgerColumn.of("email", customer -> LedgerCell.text(customer.email())),
        LedgerColumn.<CustomerData>of("phone", customer -> LedgerCell.text(customer.phone()))
            .onDemand(),
        LedgerColumn.of("region", customer -> LedgerCell.text(customer.region())),
        LedgerColumn.of("locale", customer -> LedgerCell.text(customer.locale())),
        LedgerColumn.of("registered", customer -> cells.time(customer.registeredAt())));
  }

  @Override
  public List<LedgerFilter> filters() {
    return List.of(
        LedgerFilter.search("text"), LedgerFilter.text("region"), LedgerFilter.text("locale"));
  }

  @Override
  public ListPage<CustomerData> page(ListQuery query) {
    return lists.customers(query);
  }

  @Override
  public RowCount count(ListQuery query) {
    return lists.count(CatalogLists.Kind.CUSTOMERS, query);
  }
}
