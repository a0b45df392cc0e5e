package io.shopkeeper.prediction.boundary;

import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Purchases;
import io.shopkeeper.catalog.boundary.SaleRow;
import io.shopkeeper.catalog.boundary.Sales;
import io.shopkeeper.ml.forecast.DemandHistory;
import io.shopkeeper.ml.forecast.WeeklySales;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.platform.boundary.PromotedModels;
import io.shopkeeper.prediction.model.ForecastModel;
import io.shopkeeper.prediction.serving.ForecastAnswer;
import io.shopkeeper.prediction.serving.LiveModels;
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

/** What the shop expects to sell. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ProductForecasts {

  @Inject private PromotedModels models;
  @Inject private Sales sales;
  @Inject private Purchases purchases;
  @Inject private Clock clock;

  /**
   * Of one product, from the newest week that the shop's orders fill.
   *
   * @param locale of the text: English or Chinese
   * @throws ConflictException if no version of the model is live
   */
  public ProductForecast of(ProductData product, Locale locale) {
    PromotedModel.Serving<ForecastModel> serving =
        models
            .current(LiveModels.DEMAND)
            .orElseThrow(
                () ->
                    new ConflictException(
                        "No version of %s is live; train one."
                            .formatted(ShopModels.DEMAND_FORECAST)));
    return ForecastAnswer.of(serving, product.id(), history(product), locale);
  }

  /** As the training adds it up: from the first whole week of the shop on. */
  private Optional<DemandHistory> history(ProductData product) {
    Instant now = clock.instant();
    List<SaleRow> own =
        sales.ofProduct(product.id()).stream().filter(row -> !row.at().isAfter(now)).toList();
    var weekly = new WeeklySales();
    sales.oldest().filter(at -> !at.isAfter(now)).ifPresent(at -> weekly.seen(day(at)));
    purchases.newest(now).ifPresent(at -> weekly.seen(day(at)));
    own.forEach(
        row ->
            weekly.add(
                row.productId(),
                product.categoryPath(),
                day(row.at()),
                row.quantity(),
                row.unitPrice().doubleValue()));
    return weekly.log().products().stream().findFirst().map(one -> one.history());
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
