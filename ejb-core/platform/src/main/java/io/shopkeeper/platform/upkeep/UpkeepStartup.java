package io.shopkeeper.platform.upkeep;

import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.ScheduleOrder;
import io.shopkeeper.platform.boundary.ScheduleStep;
import io.shopkeeper.platform.boundary.Schedules;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Lets the shop tidy up, and gives a new one a schedule for it. */
@Singleton
@Startup
@DependsOn("DatabaseMigrator")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UpkeepStartup {

  @Inject private Jobs jobs;
  @Inject private Schedules schedules;
  @Inject private Retention retention;
  @Inject private Settings settings;

  @PostConstruct
  void begin() {
    RetentionSettings.offer(settings);
    jobs.register(new TidyUpJob(retention));
    if (schedules.untouched()) {
      schedules.create(
          new ScheduleOrder(
              "Tidy up every night",
              List.of(new ScheduleStep(TidyUpJob.KIND, Map.of())),
              "30 3 * * *",
              "UTC"),
          "system");
    }
  }
}
