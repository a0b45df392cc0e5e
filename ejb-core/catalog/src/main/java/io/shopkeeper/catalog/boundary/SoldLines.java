package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.order.SoldLineStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * The lines of all orders in the order of time, also of those that were cancelled or returned
 * later: what was ordered is known when it is ordered, what became of it is not.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SoldLines {

  private static final int PAGE = 5_000;

  /** Customers or products that are asked for at once, at most. */
  public static final int MOST = 1_000;

  @Inject private SoldLineStore store;

  /**
   * Hands over all lines of a time.
   *
   * @param from inclusive
   * @param until exclusive
   */
  public void forEach(Instant from, Instant until, Consumer<SoldLine> visitor) {
    List<SoldLine> page = List.of();
    do {
      page = store.page(from, until, page.isEmpty() ? null : page.getLast(), PAGE);
      page.forEach(visitor);
    } while (page.size() == PAGE);
  }

  /**
   * A customer's lines.
   *
   * @param from inclusive
   * @param until exclusive
   */
  public List<SoldLine> ofCustomer(String customerId, Instant from, Instant until) {
    return store.ofCustomer(customerId, from, until);
  }

  /**
   * The lines of some products.
   *
   * @param productIds {@value #MOST} at most
   * @param from inclusive
   * @param until exclusive
   */
  public List<SoldLine> ofProducts(Collection<String> productIds, Instant from, Instant until) {
    return productIds.isEmpty() ? List.of() : store.ofProducts(productIds, from, until);
  }
}
