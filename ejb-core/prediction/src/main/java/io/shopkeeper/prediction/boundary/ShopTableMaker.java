package io.shopkeeper.prediction.boundary;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.ReviewData;
import io.shopkeeper.catalog.boundary.SoldLine;
import io.shopkeeper.catalog.boundary.person.Identity;
import io.shopkeeper.catalog.boundary.person.PersonRegister;
import io.shopkeeper.prediction.features.Fact;
import io.shopkeeper.prediction.features.FactKind;
import io.shopkeeper.prediction.features.FactMaker;
import io.shopkeeper.prediction.features.GoalRows;
import io.shopkeeper.prediction.features.Outcomes;
import io.shopkeeper.prediction.features.ProductTrait;
import io.shopkeeper.prediction.features.ShopFacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Makes a table of what a shop knows: of what its database has, or of files, without a server.
 * Facts are taken in in any order. For one thread.
 */
public final class ShopTableMaker {

  /** The column of who a row is about. */
  public static final String CUSTOMER = GoalRows.CUSTOMER;

  /** The column of the product that is asked about. */
  public static final String PRODUCT = GoalRows.PRODUCT;

  /** The column of the day as of which a row is. */
  public static final String AS_OF = GoalRows.AS_OF;

  private final FactMaker maker;
  private final ShopFacts facts;
  private final Outcomes outcomes = new Outcomes();
  private final boolean ofProducts;

  /**
   * Of a shop.
   *
   * @param products that it has
   * @param register who is who, and who allows personal use
   * @param links that hold
   */
  public ShopTableMaker(
      ShopGoal goal,
      Collection<ProductData> products,
      PersonRegister register,
      Collection<Identity> links) {
    Map<String, ProductTrait> traits = new HashMap<>();
    products.forEach(product -> traits.put(product.id(), ProductTrait.of(product)));
    maker = new FactMaker(register, links);
    facts = new ShopFacts(traits);
    ofProducts = goal == ShopGoal.BUYS_PRODUCT;
  }

  /** Of a shop whose customers all allow personal use and whose visitors are nobody else. */
  public static ShopTableMaker ofEverybody(ShopGoal goal, Collection<ProductData> products) {
    return new ShopTableMaker(goal, products, PersonRegister.everybody(), List.of());
  }

  /** Takes in what somebody did. */
  public void add(BehaviourEvent event) {
    maker.ofCustomer(event).ifPresent(facts::addOfCustomer);
    if (ofProducts) {
      FactMaker.ofProduct(event).ifPresent(facts::addOfProduct);
    }
  }

  /** Takes in a line of an order: a fact, and perhaps what followed. */
  public void add(SoldLine line) {
    take(FactMaker.of(line));
    outcomes.add(line);
  }

  /** Takes in a review. */
  public void add(ReviewData review) {
    FactMaker.of(review).ifPresent(this::take);
  }

  private void take(Fact fact) {
    if (maker.allows(fact.customer())) {
      facts.addOfCustomer(fact);
    }
    if (ofProducts || fact.kind() == FactKind.ORDER) {
      facts.addOfProduct(fact);
    }
  }

  /**
   * Makes the rows as cells by column, those of the earliest day first.
   *
   * @param table with the day at whose beginning the last period ends
   * @param progress hears the fraction, 0 to 1
   */
  public void forEach(
      ShopTable table, Consumer<Map<String, String>> taker, DoubleConsumer progress) {
    GoalRows.of(facts, outcomes, table).forEach(taker, progress::accept);
  }
}
