package io.shopkeeper.prediction.serving;

import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.prediction.boundary.ShopModels;
import io.shopkeeper.prediction.model.ForecastModel;
import io.shopkeeper.prediction.model.PredictionModel;
import io.shopkeeper.prediction.model.ValueModel;

/** The models that serve here. */
public final class LiveModels {

  /** Says what customers are worth. */
  public static final PromotedModel.Kind<ValueModel> CUSTOMER_VALUE =
      new PromotedModel.Kind<>(
          ShopModels.CUSTOMER_VALUE, ValueModel::read, "SHOP-8003", "SHOP-8002");

  /** Says what will be sold. */
  public static final PromotedModel.Kind<ForecastModel> DEMAND =
      new PromotedModel.Kind<>(
          ShopModels.DEMAND_FORECAST, ForecastModel::read, "SHOP-8005", "SHOP-8006");

  private static final PromotedModel.Reader<PredictionModel> TABLES = PredictionModel::read;

  private LiveModels() {}

  /** Predicts a column of a data set; there are as many as the shop has trained. */
  public static PromotedModel.Kind<PredictionModel> prediction(String model) {
    return new PromotedModel.Kind<>(model, TABLES, "SHOP-8004", "SHOP-8001");
  }
}
