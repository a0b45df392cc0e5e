package io.shopkeeper.catalog.order;

import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.boundary.SoldLine;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lines of orders with what their orders say of them. */
@Dependent
public class SoldLineStore {

  private static final String LINES =
      "SELECT o.id, l.line, o.customerId, o.placedAt, o.currency, o.channel, o.status,"
          + " l.productId, l.quantity, l.unitPrice FROM ShopOrder o JOIN o.lines l"
          + " WHERE o.placedAt >= :from AND o.placedAt < :until";

  private static final String IN_ORDER = " ORDER BY o.placedAt, o.id, l.line";

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected SoldLineStore() {}

  /** For tests that bring their own entity manager. */
  public SoldLineStore(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * The lines after one.
   *
   * @param after null to begin
   */
  public List<SoldLine> page(Instant from, Instant until, SoldLine after, int most) {
    TypedQuery<Object[]> query =
        query(
            after == null
                ? ""
                : " AND (o.placedAt > :at OR (o.placedAt = :at"
                    + " AND (o.id > :id OR (o.id = :id AND l.line > :line))))",
            from,
            until);
    if (after != null) {
      query
          .setParameter("at", after.at().toEpochMilli())
          .setParameter("id", after.orderId())
          .setParameter("line", after.line());
    }
    return rows(query.setMaxResults(most));
  }

  /** A customer's. */
  public List<SoldLine> ofCustomer(String customerId, Instant from, Instant until) {
    return rows(
        query(" AND o.customerId = :customer", from, until).setParameter("customer", customerId));
  }

  /** Those of some products. */
  public List<SoldLine> ofProducts(Collection<String> products, Instant from, Instant until) {
    return rows(
        query(" AND l.productId IN :products", from, until).setParameter("products", products));
  }

  private TypedQuery<Object[]> query(String condition, Instant from, Instant until) {
    return entities
        .createQuery(LINES + condition + IN_ORDER, Object[].class)
        .setParameter("from", from.toEpochMilli())
        .setParameter("until", until.toEpochMilli());
  }

  private static List<SoldLine> rows(TypedQuery<Object[]> query) {
    List<SoldLine> rows = new ArrayList<>();
    for (Object[] row : query.getResultList()) {
      rows.add(
          new SoldLine(
              (String) row[0],
              (Integer) row[1],
              (String) row[2],
              Instant.ofEpochMilli((Long) row[3]),
              (String) row[4],
              (String) row[5],
              row[6] == OrderStatus.CANCELLED || row[6] == OrderStatus.RETURNED,
              (String) row[7],
              (Integer) row[8],
              (BigDecimal) row[9]));
    }
    return rows;
  }
}
