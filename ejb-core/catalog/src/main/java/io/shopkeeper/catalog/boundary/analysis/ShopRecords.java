package io.shopkeeper.catalog.boundary.analysis;

import io.shopkeeper.catalog.event.ActRowStore;
import io.shopkeeper.catalog.order.BasketStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All events and orders as rows, in no order. Each method reads as of one moment, in a transaction
 * of its own; what is handed over must not come back here.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ShopRecords {

  @Inject private ActRowStore acts;
  @Inject private BasketStore baskets;

  /**
   * Hands over the events that were done at a time or later.
   *
   * @param from inclusive
   */
  public void forEachAct(Instant from, Consumer<ActRow> visitor) {
    acts.forEach(from, visitor);
  }

  /**
   * Hands over the events that were stored at a time or later, whenever they were done.
   *
   * @param since inclusive
   */
  public void forEachActSince(Instant since, Consumer<ActRow> visitor) {
    acts.forEachSince(since, visitor);
  }

  /** How many events there are that were done at a time or later. */
  public long acts(Instant from) {
    return acts.count(from);
  }

  /**
   * When the event was done that only some are newer than.
   *
   * @param most how many are newer at most
   * @return empty where there are no more than these
   */
  public Optional<Instant> cut(int most) {
    return acts.cut(most);
  }

  /** Hands over all orders with their products. */
  public void forEachBasket(Consumer<BasketRow> visitor) {
    baskets.forEach(Instant.EPOCH, visitor);
  }

  /**
   * Hands over the orders that were stored or changed at a time or later.
   *
   * @param since inclusive
   */
  public void forEachBasketSince(Instant since, Consumer<BasketRow> visitor) {
    baskets.forEach(since, visitor);
  }

  /** How many orders with products there are. */
  public long baskets() {
    return baskets.count();
  }
}
