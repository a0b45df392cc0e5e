package io.shopkeeper.prediction.training;

import io.shopkeeper.platform.boundary.GateSettings;
import io.shopkeeper.platform.boundary.PromotionPolicy;
import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.prediction.boundary.DataSetView;
import io.shopkeeper.prediction.boundary.DataTask;
import java.util.List;

/** What the shop has chosen of how the models of this module adapt: which versions go live. */
public final class PredictionGate {

  /** Of all models of this module. */
  public static final GateSettings GATE = GateSettings.of("prediction", PredictionGate.class);

  /** What must not get worse of customer value. */
  public static final SettingDefinition VALUE =
      guard("value", "value_mae", "value_spearman", "purchases_mae");

  /** What must not get worse of the demand forecast. */
  public static final SettingDefinition DEMAND = guard("demand", "wape", "mase", "pinball");

  /** What must not get worse where classes of a data set are predicted. */
  static final SettingDefinition CLASSES =
      guard("classes", "log_loss", "auc", "brier", "macro_f1", "accuracy");

  /** What must not get worse where a number of a data set is predicted. */
  static final SettingDefinition NUMBERS = guard("numbers", "rmse", "mae");

  private PredictionGate() {}

  private static SettingDefinition guard(String what, String... metrics) {
    return SettingDefinition.choice("prediction.guard-" + what, List.of(metrics))
        .ownedBy(PredictionGate.class);
  }

  /** Offers all of them. */
  static void offer(Settings settings) {
    settings.offer(GATE.promotion(), GATE.tolerance(), VALUE, DEMAND, CLASSES, NUMBERS);
  }

  /** Of a model of the shop, as it is set now. */
  public static PromotionPolicy policy(Settings settings, SettingDefinition guard) {
    return GATE.policy(settings, settings.text(guard));
  }

  /** Of the model of a data set: of more than two classes there is no AUC, but a log loss. */
  static PromotionPolicy policy(Settings settings, DataSetView set) {
    if (set.task() == DataTask.REGRESSION) {
      return policy(settings, NUMBERS);
    }
    String guard = settings.text(CLASSES);
    return GATE.policy(
        settings, guard.equals("auc") && set.task() != DataTask.BINARY ? "log_loss" : guard);
  }
}
