package io.shopkeeper.platform.training;

import io.shopkeeper.platform.boundary.SettingDefinition;
import java.util.List;

/** Where trainings run and what they may use, as people can choose it. */
public final class TrainingSettings {

  /** Where. */
  public static final SettingDefinition EXECUTOR =
      SettingDefinition.choice("training.executor", List.of("auto", "worker", "server"))
          .ownedBy(TrainingSettings.class);

  /** Megabytes of a worker's heap; open for a share of the machine's. */
  public static final SettingDefinition MEMORY =
      SettingDefinition.number("training.memory", 64, 4_194_304, 1)
          .optional()
          .ownedBy(TrainingSettings.class);

  /** Threads of a worker; open for what the jobs leave. */
  public static final SettingDefinition THREADS =
      SettingDefinition.number("training.threads", 1, 1024, 1)
          .optional()
          .ownedBy(TrainingSettings.class);

  private TrainingSettings() {}
}
