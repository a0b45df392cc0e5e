package io.shopkeeper.catalog.readiness;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what models learn from. */
@Dependent
public class FactStore {

  private static final Map<String, String> QUESTIONS = questions();

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected FactStore() {}

  /** For tests that bring their own entity manager. */
  public FactStore(EntityManager entities) {
    this.entities = entities;
  }

  private static Map<String, String> questions() {
    var all = new LinkedHashMap<String, String>();
    all.put("products", "SELECT COUNT(*) FROM product");
    all.put("pictures", "SELECT COUNT(*) FROM product WHERE image_url IS NOT NULL");
    all.put(
        "pictureCategories",
        "SELECT COUNT(DISTINCT category_path) FROM product WHERE image_url IS NOT NULL");
    all.put("customers", "SELECT COUNT(*) FROM customer");
    all.put("orders", "SELECT COUNT(*) FROM shop_order");
    all.put("orderCustomers", "SELECT COUNT(DISTINCT customer_id) FROM shop_order");
    all.put(
        "repeatCustomers",
        "SELECT COUNT(*) FROM (SELECT customer_id FROM shop_order GROUP BY customer_id"
            + " HAVING COUNT(*) > 1) repeated");
    all.put(
        "orderDays",
        "SELECT COALESCE((MAX(placed_at) - MIN(placed_at)) / 86400000, 0) FROM shop_order");
    all.put(
        "baskets",
        "SELECT COUNT(*) FROM (SELECT order_id FROM shop_order_line GROUP BY order_id"
            + " HAVING COUNT(*) > 1) baskets");
    all.put("reviews", "SELECT COUNT(*) FROM review");
    all.put("ratedReviews", "SELECT COUNT(*) FROM review WHERE rating IS NOT NULL");
    all.put("transactions", "SELECT COUNT(*) FROM payment_transaction");
    all.put(
        "fraudTransactions",
        "SELECT COUNT(*) FROM payment_transaction WHERE outcome IN ('FRAUD', 'CHARGEBACK')");
    all.put("faqs", "SELECT COUNT(*) FROM faq");
    all.put(
        "eventUsers",
        "SELECT COUNT(*) FROM (SELECT DISTINCT COALESCE(customer_id, visitor_id) AS who"
            + " FROM behaviour_event) users");
    return all;
  }

  /** Each fact with its number. */
  public Map<String, Long> count() {
    var facts = new LinkedHashMap<String, Long>();
    QUESTIONS.forEach(
        (fact, sql) ->
            facts.put(
                fact, ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue()));
    long events = 0;
    for (Object each :
        entities
            .createNativeQuery("SELECT type, COUNT(*) FROM behaviour_event GROUP BY type")
            .getResultList()) {
      Object[] row = (Object[]) each;
      long count = ((Number) row[1]).longValue();
      facts.put(row[0].toString().toLowerCase(java.util.Locale.ROOT) + "Events", count);
      events += count;
    }
    facts.put("events", events);
    return facts;
  }
}
