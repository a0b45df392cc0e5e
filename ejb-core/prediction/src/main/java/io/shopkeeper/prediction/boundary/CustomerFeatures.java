package io.shopkeeper.prediction.boundary;

import io.shopkeeper.catalog.boundary.person.Consents;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.prediction.features.CustomerFeature;
import io.shopkeeper.prediction.features.PairFeature;
import io.shopkeeper.prediction.features.ShopFacts;
import io.shopkeeper.prediction.shop.ShopReader;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What is known of customers, as models are asked with it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CustomerFeatures {

  @Inject private ShopReader reader;
  @Inject private Consents consents;
  @Inject private Clock clock;

  /**
   * What was known.
   *
   * @param customer the shop's id
   * @param personalUse whether the customer allows such use; where not, nothing is known
   * @param asOf the moment as of which it was known
   * @param features cells by the name of the feature; null where something could not be said
   */
  public record KnownFeatures(
      String customer, boolean personalUse, Instant asOf, Map<String, String> features) {}

  /**
   * Of a customer.
   *
   * @param customerId the shop's id
   * @param productId what is known of this product and of the customer with it, too; null for none
   * @param asOf a moment that has passed; null for now
   * @throws InvalidInputException if the id cannot be one, or the moment is still to come
   */
  public KnownFeatures of(String customerId, String productId, Instant asOf) {
    Subject subject = Subject.customer(customerId).check();
    Instant now = clock.instant();
    Instant moment = asOf == null ? now : asOf;
    if (moment.isAfter(now)) {
      throw InvalidInputException.of("/asOf", "must have passed");
    }
    if (!consents.refusing(Set.of(subject)).isEmpty()) {
      return new KnownFeatures(customerId, false, moment, Map.of());
    }
    Set<String> asked = productId == null ? Set.of() : Set.of(productId);
    ShopFacts facts = reader.read(customerId, asked, moment);
    long millis = moment.toEpochMilli();
    return new KnownFeatures(
        customerId,
        true,
        moment,
        productId == null
            ? CustomerFeature.cells(facts.customer(customerId, millis))
            : PairFeature.cells(facts.pair(customerId, productId, millis)));
  }
}
