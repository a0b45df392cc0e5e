package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.order.PurchaseStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who bought when for how much: orders with a customer that were neither cancelled nor returned.
 * Each page is read in a transaction of its own.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Purchases {

  /** Rows of a page at most. */
  public static final int MOST = 5_000;

  @Inject private PurchaseStore store;

  /**
   * The purchases after one, the oldest first.
   *
   * @param after the last that was read; null to begin
   * @param n 1 to {@value #MOST}
   */
  public List<PurchaseRow> page(PurchaseRow after, int n) {
    return store.page(after, Math.clamp(n, 1, MOST));
  }

  /** A customer's newest purchases, the oldest first; {@value #MOST} at most. */
  public List<PurchaseRow> ofCustomer(String customerId) {
    return store.ofCustomer(customerId, MOST);
  }

  /** When the newest order of all was placed that is no later than a time. */
  public Optional<Instant> newest(Instant until) {
    return store.newest(until);
  }

  /** When the newest purchase of a customer was made that is no later than a time. */
  public Optional<Instant> newestOfCustomers(Instant until) {
    return store.newestOfCustomers(until);
  }

  /** How many customers bought before a time. */
  public long customersBefore(Instant time) {
    return store.customersBefore(time);
  }

  /** How many orders there are, of any kind. */
  public long count() {
    return store.count();
  }
}
