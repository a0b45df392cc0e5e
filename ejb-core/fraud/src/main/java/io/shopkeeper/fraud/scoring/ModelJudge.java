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
import java.util.ArrayList;
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

  /** How a reason is named that says how odd a payment is; with a feature, what is odd. */
  static final String ODD = "anomaly";

  private static final int MOST_ODD = 3;

  @Inject private PromotedModels models;
  @Inject private Settings settings;

  /** Its score with reasons; empty while no model is live. */
  Optional<Judgement.Scored> of(double[] features) {
    return models.current(FRAUD).map(serving -> of(serving, features));
  }

  private Judgement.Scored of(PromotedModel.Serving<FraudModel> serving, double[] features) {
    FraudModel model = serving.model();
    double anomaly = model.anomaly(features);
    List<ModelReason> reasons = new ArrayList<>();
    if (FraudSettings.odd(settings).isReached(anomaly)) {
      reasons.add(new ModelReason(ODD, anomaly, 0, ""));
      model.strangest(features, MOST_ODD).stream()
          .map(part -> reason(ODD + ".", part.feature(), 0, features))
          .forEach(reasons::add);
    }
    model.strongest(features, MOST_REASONS).stream()
        .map(one -> reason("", one.feature(), one.contribution(), features))
        .forEach(reasons::add);
    return new Judgement.Scored(
        model.probability(features),
        Double.isNaN(anomaly) ? null : (Double) anomaly,
        serving.version(),
        List.copyOf(reasons));
  }

  private static ModelReason reason(
      String prefix, int feature, double contribution, double[] features) {
    double value = features[feature];
    return new ModelReason(
        prefix + PaymentFeatures.list().get(feature).name(),
        Double.isNaN(value) ? null : (Double) value,
        contribution,
        "");
  }

  /** What the shop asks for at such a score and oddness. */
  Outcome outcome(Judgement.Scored scored) {
    double anomaly = scored.anomaly() == null ? Double.NaN : scored.anomaly();
    return FraudSettings.thresholds(settings)
        .outcome(scored.score())
        .and(FraudSettings.odd(settings).outcome(anomaly));
  }
}
