package io.shopkeeper.catalog.order;

import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.boundary.SaleRow;
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

/** Lines of orders, as sales. */
@Dependent
public class SaleStore {

  private static final String SALE =
      "SELECT o.id, l.line, l.productId, o.placedAt, l.quantity, l.unitPrice"
          + " FROM ShopOrder o JOIN o.lines l WHERE o.status NOT IN :undone";
  private static final List<OrderStatus> UNDONE =
      List.of(OrderStatus.CANCELLED, OrderStatus.RETURNED);

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  /**
   * Sales in the order of their time.
   *
   * @param after the last that was read; null to begin
   */
  public List<SaleRow> page(SaleRow after, int most) {
    TypedQuery<Object[]> query =
        entities.createQuery(
            SALE
                + (after == null
                    ? ""
                    : " AND (o.placedAt > :at OR (o.placedAt = :at AND (o.id > :id"
                        + " OR (o.id = :id AND l.line > :line))))")
                + " ORDER BY o.placedAt, o.id, l.line",
            Object[].class);
    if (after != null) {
      query
          .setParameter("at", after.at().toEpochMilli())
          .setParameter("id", after.orderId())
          .setParameter("line", after.line());
    }
    return rows(query.setParameter("undone", UNDONE).setMaxResults(most));
  }

  /** The newest of a product, the oldest of these first. */
  public List<SaleRow> ofProduct(String productId, int most) {
    List<SaleRow> newestFirst =
        rows(
            entities
                .createQuery(
                    SALE
                        + " AND l.productId = :product"
                        + " ORDER BY o.placedAt DESC, o.id DESC, l.line DESC",
                    Object[].class)
                .setParameter("product", productId)
                .setParameter("undone", UNDONE)
                .setMaxResults(most));
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  private static List<SaleRow> rows(TypedQuery<Object[]> query) {
    List<SaleRow> rows = new ArrayList<>();
    for (Object[] row : query.getResultList()) {
      rows.add(
          new SaleRow(
              (String) row[0],
              ((Number) row[1]).intValue(),
              (String) row[2],
              Instant.ofEpochMilli((Long) row[3]),
              ((Number) row[4]).intValue(),
              new BigDecimal(row[5].toString())));
    }
    return rows;
  }

  /** When the oldest order was placed. */
  public Optional<Instant> oldest() {
    return Optional.ofNullable(
            entities
                .createQuery("SELECT MIN(o.placedAt) FROM ShopOrder o", Long.class)
                .getSingleResult())
        .map(Instant::ofEpochMilli);
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

  /** How many lines orders have. */
  public long count() {
    return entities
        .createQuery("SELECT COUNT(l.line) FROM ShopOrder o JOIN o.lines l", Long.class)
        .getSingleResult();
  }
}
