package io.shopkeeper.console.shop;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.CatalogLists;
import io.shopkeeper.catalog.boundary.EventType;
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

/** What visitors did. */
@RequestScoped
public class EventList implements LedgerSource<BehaviourEvent> {

  @Inject private CatalogLists lists;
  @Inject private Cells cells;
  @Inject private Words words;

  @Override
  public String name() {
    return "events";
  }

  @Override
  public Right right() {
    return Right.SEE_CUSTOMERS;
  }

  @Override
  public List<LedgerColumn<BehaviourEvent>> columns() {
    return List.of(
        LedgerColumn.<BehaviourEvent>of("time", event -> cells.time(event.time())).sortedBy("time"),
        LedgerColumn.<BehaviourEvent>of(
                "type",
                event -> LedgerCell.badge(words.of("event", event.type()), "plain", event.type()))
            .sortedBy("type"),
        LedgerColumn.of("customer", event -> Links.customer(event.customerId())),
        LedgerColumn.of("visitor", event -> LedgerCell.code(event.visitorId())),
        LedgerColumn.of("product", event -> Links.product(event.productId())),
        LedgerColumn.right("value", event -> cells.decimal(event.value())),
        LedgerColumn.of("channel", event -> LedgerCell.text(event.channel())),
        LedgerColumn.<BehaviourEvent>of("context", event -> LedgerCell.text(event.context()))
            .onDemand(),
        LedgerColumn.<BehaviourEvent>of("session", event -> LedgerCell.code(event.sessionId()))
            .onDemand(),
        LedgerColumn.<BehaviourEvent>of("id", event -> LedgerCell.code(event.eventId()))
            .onDemand());
  }

  @Override
  public List<LedgerFilter> filters() {
    return List.of(
        LedgerFilter.choice("type", EventType.values(), type -> words.of("event", type)),
        LedgerFilter.text("customer"),
        LedgerFilter.text("product"),
        LedgerFilter.text("visitor"),
        LedgerFilter.text("channel"),
        LedgerFilter.day("day"));
  }

  @Override
  public ListPage<BehaviourEvent> page(ListQuery query) {
    return lists.events(query);
  }

  @Override
  public RowCount count(ListQuery query) {
    return lists.count(CatalogLists.Kind.EVENTS, query);
  }
}
