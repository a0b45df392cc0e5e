package io.shopkeeper.prediction.boundary;

import io.shopkeeper.catalog.boundary.person.Consents;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.PromotedModels;
import io.shopkeeper.prediction.features.CustomerFeature;
import io.shopkeeper.prediction.features.FeatureWords;
import io.shopkeeper.prediction.features.PairFeature;
import io.shopkeeper.prediction.features.ShopFacts;
import io.shopkeeper.prediction.serving.LiveModels;
import io.shopkeeper.prediction.shop.ShopReader;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the live models of tables from the shop foretell of customers: the features are worked out
 * now, by the code that made the tables.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CustomerForecasts {

  /** Products that are asked about at once, at most. */
  public static final int MOST_PRODUCTS = 50;

  private static final int MOST_REASONS = 5;

  @Inject private DataSets sets;
  @Inject private PromotedModels models;
  @Inject private Predictions predictions;
  @Inject private ShopReader reader;
  @Inject private Consents consents;
  @Inject private Clock clock;

  private List<DataSetView> ofCustomers() {
    return sets.ofShop().stream()
        .filter(set -> set.origin().table().goal() != ShopGoal.BUYS_PRODUCT)
        .filter(this::isLive)
        .toList();
  }

  private boolean isLive(DataSetView set) {
    return models.currentIfKnown(LiveModels.prediction(set.model())).isPresent();
  }

  /**
   * Of a customer by itself, one for each table whose model is live.
   *
   * @param customerId the shop's id
   * @param locale of the reasons: English or Chinese
   * @return nothing for who does not allow personal use
   */
  public List<CustomerForecast> of(String customerId, Locale locale) {
    List<DataSetView> asked = ofCustomers();
    if (asked.isEmpty() || refuses(customerId)) {
      return List.of();
    }
    Instant now = clock.instant();
    ShopFacts facts = reader.read(customerId, Set.of(), now);
    Map<String, String> cells =
        CustomerFeature.cells(facts.customer(customerId, now.toEpochMilli()));
    return asked.stream()
        .map(
            set ->
                forecast(
                    set,
                    null,
                    cells,
                    predictions.of(set.model(), List.of(cells)).getFirst(),
                    now,
                    locale))
        .toList();
  }

  /**
   * Whether a customer buys certain products.
   *
   * @param customerId the shop's id
   * @param products 1 to {@value #MOST_PRODUCTS}
   * @param locale of the reasons: English or Chinese
   * @return one for each product in the order of the question; nothing for who does not allow
   *     personal use
   * @throws ConflictException if no such model is live
   * @throws InvalidInputException if there are no products or too many
   */
  public List<CustomerForecast> purchases(String customerId, List<String> products, Locale locale) {
    if (products.isEmpty() || products.size() > MOST_PRODUCTS) {
      throw InvalidInputException.of(
          "/products", "must be 1 to %d products".formatted(MOST_PRODUCTS));
    }
    DataSetView set =
        sets.ofShop().stream()
            .filter(each -> each.origin().table().goal() == ShopGoal.BUYS_PRODUCT)
            .filter(each -> isLive(each))
            .findFirst()
            .orElseThrow(
                () ->
                    new ConflictException(
                        "No model says who buys which product: make a data set from the shop with that goal, and train and promote a version."));
    if (refuses(customerId)) {
      return List.of();
    }
    Instant now = clock.instant();
    ShopFacts facts = reader.read(customerId, Set.copyOf(products), now);
    List<Map<String, String>> rows =
        products.stream()
            .map(product -> PairFeature.cells(facts.pair(customerId, product, now.toEpochMilli())))
            .toList();
    List<Prediction> answers = predictions.of(set.model(), rows);
    List<CustomerForecast> forecasts = new ArrayList<>();
    for (int place = 0; place < products.size(); place++) {
      forecasts.add(
          forecast(set, products.get(place), rows.get(place), answers.get(place), now, locale));
    }
    return forecasts;
  }

  private boolean refuses(String customerId) {
    return !consents.refusing(Set.of(Subject.customer(customerId).check())).isEmpty();
  }

  private static CustomerForecast forecast(
      DataSetView set,
      String product,
      Map<String, String> cells,
      Prediction prediction,
      Instant now,
      Locale locale) {
    ShopTable table = set.origin().table();
    return new CustomerForecast(
        set.name(),
        table.goal(),
        table.days(),
        product,
        now,
        prediction.version(),
        prediction.value(),
        prediction.probabilities(),
        prediction.explanation() == null
            ? List.of()
            : reasons(prediction.explanation(), cells, new FeatureWords(locale)),
        null);
  }

  private static List<CustomerForecast.Reason> reasons(
      Prediction.Explanation why, Map<String, String> cells, FeatureWords words) {
    return why.contributions().stream()
        .filter(each -> each.value() != 0)
        .limit(MOST_REASONS)
        .map(
            each ->
                new CustomerForecast.Reason(
                    each.column(),
                    words.column(each.column()).orElse(each.column()),
                    cells.get(each.column()),
                    each.value()))
        .toList();
  }
}
