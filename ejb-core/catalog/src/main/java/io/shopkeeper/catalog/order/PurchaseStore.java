package io.shopkeeper.catalog.order;

import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.boundary.PurchaseRow;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Orders with their totals, as purchases. */
@Dependent
public class PurchaseStore {

  private static final String PURCHASE =
      "SELECT o.id, o.customerId, o.placedAt, o.currency, SUM(l.unitPrice * l.quantity)"
          + " FROM ShopOrder o JOIN o.lines l WHERE o.status NOT IN :undone";
  private static final String GROUPS =
      " GROUP BY o.id, o.customerId, o.placedAt, o.currency ORDER BY o.placedAt";
  private static final String OF_CUSTOMERS =
      " WHERE o.status NOT IN :undone AND o.customerId IS NOT NULL";
  private static final List<OrderStatus> UNDONE =
      List.of(OrderStatus.CANCELLED, OrderStatus.RETURNED);

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  /**
   * Purchases of customers in the order of their time.
   *
   * @param after the last that was read; null to begin
   */
  public List<PurchaseRow> page(PurchaseRow after, int most) {
    TypedQuery<Object[]> query =
        entities.createQuery(
            PURCHASE
                + " AND o.customerId IS NOT NULL"
                + (after == null
                    ? ""
                    : " AND (o.placedAt > :at OR (o.placedAt = :at AND o.id > :id))")
                + GROUPS
                + ", o.id",
            Object[].class);
    if (after != null) {
      query.setParameter("at", after.at().toEpochMilli()).setParameter("id", after.orderId());
    }
    return rows(query.setParameter("undone", UNDONE).setMaxResults(most));
  }

  /** The newest of a customer, the oldest of these first. */
  public List<PurchaseRow> ofCustomer(String customerId, int most) {
    List<PurchaseRow> newestFirst =
        rows(
            entities
                .createQuery(
                    PURCHASE + " AND o.customerId = :customer" + GROUPS + " DESC, o.id DESC",
                    Object[].class)
                .setParameter("customer", customerId)
                .setParameter("undone", UNDONE)
                .setMaxResults(most));
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  private static List<PurchaseRow> rows(TypedQuery<Object[]> query) {
    List<PurchaseRow> rows = new ArrayList<>();
    for (Object[] row : query.getResultList()) {
      rows.add(
          new PurchaseRow(
              (String) row[0],
              (String) row[1],
              Instant.ofEpochMilli((Long) row[2]),
              (String) row[3],
              new BigDecimal(row[4].toString())));
    }
    return rows;
  }

  /** When the newest order was placed that is no later than a time. */
  public Optional<Instant> newest(Instant until) {
    return Optional.ofNullable(
            entities
                .createQuery(
                    "SELECT MAX(o.placedAt) FROM ShopOrder o WHERE o.placedAt <= :until",
                    Long.class)
                .setParameter("until", until.toEpochMilli())
                .getSingleResult())
        .map(Instant::ofEpochMilli);
  }

  /** When the newest purchase of a customer was made that is no later than a time. */
  public Optional<Instant> newestOfCustomers(Instant until) {
    return Optional.ofNullable(
            entities
                .createQuery(
                    "SELECT MAX(o.placedAt) FROM ShopOrder o"
                        + OF_CUSTOMERS
                        + " AND o.placedAt <= :until",
                    Long.class)
                .setParameter("undone", UNDONE)
                .setParameter("until", until.toEpochMilli())
                .getSingleResult())
        .map(Instant::ofEpochMilli);
  }

  /** How many customers bought before a time. */
  public long customersBefore(Instant time) {
    return entities
        .createQuery(
            "SELECT COUNT(DISTINCT o.customerId) FROM ShopOrder o"
                + OF_CUSTOMERS
                + " AND o.placedAt < :time",
            Long.class)
        .setParameter("undone", UNDONE)
        .setParameter("time", time.toEpochMilli())
        .getSingleResult();
  }

  /** How many orders there are. */
  public long count() {
    return entities.createQuery("SELECT COUNT(o) FROM ShopOrder o", Long.class).getSingleResult();
  }
}
