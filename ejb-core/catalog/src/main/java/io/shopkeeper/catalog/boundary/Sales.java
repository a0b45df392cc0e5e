package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.order.SaleStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was sold when for how much, whoever bought it: lines of orders that were neither cancelled
 * nor returned. Each page is read in a transaction of its own.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Sales {

  /** Rows of a page at most. */
  public static final int MOST = 5_000;

  @Inject private SaleStore store;

  /**
   * The sales after one, the oldest first.
   *
   * @param after the last that was read; null to begin
   * @param n 1 to {@value #MOST}
   */
  public List<SaleRow> page(SaleRow after, int n) {
    return store.page(after, Math.clamp(n, 1, MOST));
  }

  /** A product's newest sales, the oldest first; twenty times {@value #MOST} at most. */
  public List<SaleRow> ofProduct(String productId) {
    return store.ofProduct(productId, 20 * MOST);
  }

  /** When the oldest order was placed. */
  public Optional<Instant> oldest() {
    return store.oldest();
  }

  /** When the newest order was placed that is no later than a time. */
  public Optional<Instant> newest(Instant until) {
    return store.newest(until);
  }

  /** How many lines orders have, of any kind. */
  public long count() {
    return store.count();
  }
}
