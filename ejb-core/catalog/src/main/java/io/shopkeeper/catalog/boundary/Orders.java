package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.boundary.person.PeopleChanged;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.catalog.clean.RecordCheck;
import io.shopkeeper.catalog.entity.ShopOrder;
import io.shopkeeper.catalog.order.OrderStore;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shop's orders. */
@Stateless
public class Orders {

  @Inject private OrderStore store;
  @Inject private Clock clock;
  @Inject private Event<PeopleChanged> changed;

  /**
   * Stores an order, new or in place of the one with that id.
   *
   * @throws InvalidInputException with every fault
   */
  public void put(OrderData order) {
    List<FieldError> errors = RecordCheck.check(order);
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    putAll(List.of(order));
  }

  /** Stores those of a batch that can be stored. */
  public List<RowOutcome> putAll(List<OrderData> orders) {
    Instant now = clock.instant();
    var outcomes = new ArrayList<RowOutcome>(orders.size());
    Map<String, OrderData> valid = new HashMap<>();
    for (int row = 0; row < orders.size(); row++) {
      OrderData order = orders.get(row);
      List<FieldError> errors = RecordCheck.check(order);
      RowStatus status = errors.isEmpty() ? RowStatus.ACCEPTED : RowStatus.QUARANTINED;
      outcomes.add(new RowOutcome(row, status, order.id(), errors));
      if (errors.isEmpty()) {
        valid.put(order.id(), order);
      }
    }
    Map<String, ShopOrder> known = store.findAll(valid.keySet());
    changed(Stream.concat(known.values().stream().map(ShopOrder::data), valid.values().stream()));
    valid.forEach(
        (id, data) -> {
          ShopOrder order = known.get(id);
          if (order == null) {
            order = new ShopOrder(id);
            order.replace(data, now);
            store.add(order);
          } else {
            order.replace(data, now);
          }
        });
    return outcomes;
  }

  /** Those that exist, by id; a thousand ids at most. */
  public Map<String, OrderData> findAll(Collection<String> ids) {
    var found = new HashMap<String, OrderData>();
    store.findAll(ids).forEach((id, kept) -> found.put(id, kept.data()));
    return found;
  }

  /** One order. */
  public Optional<OrderData> find(String id) {
    return store.find(id).map(ShopOrder::data);
  }

  /** A customer's orders, newest first. */
  public List<OrderData> ofCustomer(String customerId, int limit) {
    return store.ofCustomer(customerId, Math.clamp(limit, 1, 500)).stream()
        .map(ShopOrder::data)
        .toList();
  }

  /** Removes an order; answers whether there was one. */
  public boolean delete(String id) {
    Optional<ShopOrder> order = store.find(id);
    changed(order.stream().map(ShopOrder::data));
    order.ifPresent(store::remove);
    return order.isPresent();
  }

  private void changed(Stream<OrderData> orders) {
    changed.fire(
        PeopleChanged.of(
            orders
                .map(OrderData::customerId)
                .filter(Objects::nonNull)
                .map(Subject::customer)
                .collect(Collectors.toSet())));
  }

  /** How many there are. */
  public long count() {
    return store.count();
  }
}
