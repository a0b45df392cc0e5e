package io.shopkeeper.prediction.features;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The facts of a shop, by customer and by product, taken in as they come. Asked for a moment, it
 * answers with what was known then, whether more has come in since or not. For one thread.
 */
public final class ShopFacts {

  private static final FactLog NOTHING = new FactLog();

  private final Map<String, ProductTrait> traits;
  private final Map<String, FactLog> customers = new TreeMap<>();
  private final Map<String, FactLog> products = new HashMap<>();
  private UsualPrices usual;

  /**
   * @param traits what the products are
   */
  public ShopFacts(Map<String, ProductTrait> traits) {
    this.traits = traits;
  }

  /** Takes in what a customer did. */
  public void addOfCustomer(Fact fact) {
    customers.computeIfAbsent(fact.customer(), key -> new FactLog()).add(fact);
  }

  /** Takes in what anybody did with a product; what was done with none is passed over. */
  public void addOfProduct(Fact fact) {
    if (fact.product() != null) {
      usual = null;
      products.computeIfAbsent(fact.product(), key -> new FactLog()).add(fact);
    }
  }

  /** Takes one in for both. */
  public void add(Fact fact) {
    addOfCustomer(fact);
    addOfProduct(fact);
  }

  /** Who did anything, in order. */
  public Set<String> customers() {
    return Collections.unmodifiableSet(customers.keySet());
  }

  /** All that a customer did, whenever; features ask {@link #customer} instead. */
  FactLog logOf(String customer) {
    return customers.getOrDefault(customer, NOTHING);
  }

  /** What is known of a customer by itself. */
  public Known customer(String id, long moment) {
    if (usual == null || usual.moment() != moment) {
      usual = new UsualPrices(products, moment);
    }
    return new Known(logOf(id).asOf(moment), traits, usual);
  }

  /** What is known of a product, and of a customer beside it. */
  public KnownPair pair(String customer, String product, long moment) {
    return pair(customer(customer, moment), product, moment);
  }

  /** What is known of a product, beside what is known of a customer at the same moment. */
  KnownPair pair(Known customer, String product, long moment) {
    return new KnownPair(
        customer,
        products.getOrDefault(product, NOTHING).asOf(moment),
        product,
        traits.getOrDefault(product, ProductTrait.UNKNOWN));
  }

  /** The products that most customers bought in the 30 days before a moment, the most first. */
  List<String> popular(long moment, int most) {
    Map<String, Double> buyers = new HashMap<>();
    products.forEach(
        (product, log) -> {
          double count = log.asOf(moment).only(FactKind.ORDER).last(30).distinct(Fact::customer);
          if (count > 0) {
            buyers.put(product, count);
          }
        });
    return buyers.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
