package io.shopkeeper.prediction.boundary;

import io.shopkeeper.catalog.boundary.PurchaseRow;
import io.shopkeeper.catalog.boundary.Purchases;
import io.shopkeeper.catalog.boundary.person.Consents;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.ml.value.PurchaseHistory;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.platform.boundary.PromotedModels;
import io.shopkeeper.prediction.features.PaidPrices;
import io.shopkeeper.prediction.features.ShopFacts;
import io.shopkeeper.prediction.model.ValueModel;
import io.shopkeeper.prediction.serving.LiveModels;
import io.shopkeeper.prediction.serving.PaidAnswer;
import io.shopkeeper.prediction.serving.ValueAnswer;
import io.shopkeeper.prediction.shop.ShopReader;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the shop foresees of customers, with reasons. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CustomerInsights {

  @Inject private PromotedModels models;
  @Inject private CustomerForecasts forecasts;
  @Inject private Purchases purchases;
  @Inject private Consents consents;
  @Inject private ShopReader reader;
  @Inject private Clock clock;

  /**
   * Of one customer, as of the newest order that the shop knows.
   *
   * @param customerId the shop's id
   * @param locale of the reasons: English or Chinese
   * @throws ConflictException if no version of any model is live
   * @throws InvalidInputException if the id cannot be one
   */
  public CustomerInsight of(String customerId, Locale locale) {
    Subject subject = Subject.customer(customerId).check();
    if (!consents.refusing(Set.of(subject)).isEmpty()) {
      return new CustomerInsight(customerId, false, null, List.of(), null);
    }
    List<CustomerForecast> foretold = forecasts.of(customerId, locale);
    Optional<PromotedModel.Serving<ValueModel>> serving = models.current(LiveModels.CUSTOMER_VALUE);
    if (serving.isEmpty() && foretold.isEmpty()) {
      throw new ConflictException(
          "No version of %s is live; train one.".formatted(ShopModels.CUSTOMER_VALUE));
    }
    Optional<Buyer> buyer = serving.flatMap(model -> buyer(model, customerId));
    return new CustomerInsight(
        customerId,
        true,
        buyer
            .map(one -> ValueAnswer.of(one.serving(), one.history(), one.asOf(), locale))
            .orElse(null),
        buyer.map(one -> beside(foretold, one, locale)).orElse(foretold),
        prices(customerId, locale));
  }

  private PaidInsight prices(String customerId, Locale locale) {
    Instant now = clock.instant();
    ShopFacts facts = reader.read(customerId, Set.of(), now);
    return PaidAnswer.of(PaidPrices.of(facts.customer(customerId, now.toEpochMilli())), locale);
  }

  /** Who bought, and the model that says what that means. */
  private record Buyer(
      PromotedModel.Serving<ValueModel> serving, PurchaseHistory history, LocalDate asOf) {}

  private static List<CustomerForecast> beside(
      List<CustomerForecast> foretold, Buyer buyer, Locale locale) {
    return foretold.stream()
        .map(
            one ->
                one.goal() == ShopGoal.BUYS || one.goal() == ShopGoal.LEAVES
                    ? one.with(
                        ValueAnswer.beside(
                            buyer.serving(),
                            buyer.history(),
                            buyer.asOf(),
                            one.goal(),
                            one.days(),
                            locale))
                    : one)
        .toList();
  }

  /** Whether there is a version to ask what customers are worth. */
  public boolean knowsValue() {
    return models.current(LiveModels.CUSTOMER_VALUE).isPresent();
  }

  private Optional<Buyer> buyer(PromotedModel.Serving<ValueModel> serving, String customerId) {
    Instant now = clock.instant();
    List<PurchaseRow> own =
        purchases.ofCustomer(customerId).stream()
            .filter(row -> !row.at().isAfter(now))
            .filter(row -> currency(row).equals(serving.model().currency()))
            .toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    PurchaseHistory history =
        PurchaseHistory.of(
            own.stream().mapToInt(row -> (int) day(row.at()).toEpochDay()).toArray(),
            own.stream().mapToDouble(row -> row.total().doubleValue()).toArray());
    LocalDate asOf = day(purchases.newest(now).orElse(now));
    return Optional.of(new Buyer(serving, history, asOf));
  }

  private static String currency(PurchaseRow row) {
    return row.currency() == null ? "" : row.currency();
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
