package io.shopkeeper.fraud.scoring;

import io.shopkeeper.fraud.boundary.FraudModels;
import io.shopkeeper.fraud.boundary.ModelReason;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.decision.Judgement;
import io.shopkeeper.fraud.features.PaymentFeatures;
import io.shopkeeper.fraud.model.FraudModel;
import io.shopkeeper.fraud.training.FraudSettings;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.platform.boundary.PromotedModels;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What the live model says of a payment, and what the shop asks for at such a score. */
@Dependent
public class ModelJudge {

  /** Says how probably a payment is fraud. */
  public static final PromotedModel.Kind<FraudModel> FRAUD =
      new PromotedModel.Kind<>(FraudModels.FRAUD, FraudModel::read, "SHOP-9003", "SHOP-9004");

  /** More reasons nobody reads. */
  private static final int MOST_REASONS = 8;

  @Inject private PromotedModels models;
  @Inject private Settings settings;

  /** Its score with reasons; empty while no model is live. */
  Optional<Judgement.Scored> of(double[] features) {
    return models.current(FRAUD).map(serving -> of(serving, features));
  }

  private static Judgement.Scored of(PromotedModel.Serving<FraudModel> serving, double[] features) {
    List<ModelReason> reasons =
        serving.model().strongest(features, MOST_REASONS).stream()
            .map(one -> reason(one, features))
            .toList();
    return new Judgement.Scored(serving.model().probability(features), serving.version(), reasons);
  }

  private static ModelReason reason(FraudModel.Contribution one, double[] features) {
    double value = features[one.feature()];
    return new ModelReason(
        PaymentFeatures.list().get(one.feature()).name(),
        Double.isNaN(value) ? null : (Double) value,
        one.contribution(),
        "");
  }

  /** What the shop asks for at such a score. */
  Outcome outcome(Judgement.Scored scored) {
    return FraudSettings.outcome(settings, scored.score());
  }
}
