package io.shopkeeper.fraud.scoring;

import io.shopkeeper.fraud.boundary.FraudModels;
import io.shopkeeper.fraud.boundary.ModelReason;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.decision.Judgement;
import io.shopkeeper.fraud.features.Deadline;
import io.shopkeeper.fraud.features.PaymentFeatures;
import io.shopkeeper.fraud.model.FraudModel;
import io.shopkeeper.fraud.training.FraudSettings;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.platform.boundary.PromotedModels;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.boundary.StorageAway;
import jakarta.ejb.EJBException;
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

  private static final System.Logger LOG = System.getLogger(ModelJudge.class.getName());

  @Inject private PromotedModels models;
  @Inject private Settings settings;
  @Inject private ModelPace pace;

  /**
   * What it answers.
   *
   * @param scored its score with reasons; empty while no model is live, or where it is late
   * @param late whether one is live and was not in time
   */
  record Answer(Optional<Judgement.Scored> scored, boolean late) {

    static final Answer LATE = new Answer(Optional.empty(), true);
    private static final Answer NONE = new Answer(Optional.empty(), false);
  }

  /** What it says of features, in time or not at all. */
  Answer of(double[] features, Deadline deadline) {
    PromotedModel.Serving<FraudModel> serving = live().orElse(null);
    if (serving == null) {
      return Answer.NONE;
    }
    if (deadline.hasPassed() || pace.rests()) {
      return Answer.LATE;
    }
    Judgement.Scored scored = of(serving, features);
    boolean late = deadline.hasPassed();
    pace.answered(!late);
    return late ? Answer.LATE : new Answer(Optional.of(scored), false);
  }

  private Optional<PromotedModel.Serving<FraudModel>> live() {
    try {
      return models.current(FRAUD);
    } catch (EJBException failed) {
      if (!StorageAway.isSaidBy(failed)) {
        throw failed;
      }
      LOG.log(System.Logger.Level.DEBUG, "no model can be read", failed);
      return Optional.empty();
    }
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
