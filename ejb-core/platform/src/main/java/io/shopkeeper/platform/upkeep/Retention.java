package io.shopkeeper.platform.upkeep;

import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.RetentionRules;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.jobs.JobStore;
import io.shopkeeper.platform.jobs.ScheduleStore;
import io.shopkeeper.platform.registry.ModelStore;
import io.shopkeeper.platform.registry.RetentionChoice;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Throws away, each part in a transaction of its own, and says what it was. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Retention {

  private static final Duration DELETED_SCHEDULES = Duration.ofDays(30);

  @Inject private JobStore jobs;
  @Inject private ScheduleStore schedules;
  @Inject private ModelStore models;
  @Inject private ModelRegistry registry;
  @Inject private AuditTrail audit;
  @Inject private Settings settings;
  @Inject private Clock clock;

  public String forgetJobs() {
    RetentionRules rules = RetentionRules.of(settings::find);
    long before = clock.instant().minus(Duration.ofDays(rules.keepJobsDays())).toEpochMilli();
    return "%d jobs that ended more than %d days ago are forgotten; the newest %d are kept"
        .formatted(jobs.forget(before, rules.keepJobs()), rules.keepJobsDays(), rules.keepJobs());
  }

  public String forgetSchedules() {
    long before = clock.instant().minus(DELETED_SCHEDULES).toEpochMilli();
    return "%d schedules that were deleted more than %d days ago are forgotten"
        .formatted(schedules.forget(before), DELETED_SCHEDULES.toDays());
  }

  public List<String> forgetModelFiles() {
    RetentionRules rules = RetentionRules.of(settings::find);
    var lines = new ArrayList<String>();
    for (String name : models.names()) {
      models.lock(name);
      List<ModelVersionView> removable =
          RetentionChoice.of(
              registry.versions(name), registry.previous(name), rules, clock.instant());
      removable.forEach(version -> empty(name, version.version(), rules));
      lines.add("%s: files of %d versions are thrown away".formatted(name, removable.size()));
    }
    return lines;
  }

  private void empty(String name, int number, RetentionRules rules) {
    models
        .find(name, number)
        .ifPresent(
            version -> {
              models.empty(version);
              version.emptied(clock.instant());
              audit.record("system", "model.files.remove", name + " v" + number, rules.toString());
            });
  }
}
