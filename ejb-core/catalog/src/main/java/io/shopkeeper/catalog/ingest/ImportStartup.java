package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.person.PrivacySettings;
import io.shopkeeper.catalog.clean.RowCleaners;
import io.shopkeeper.catalog.clean.ShopFacts;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.boundary.ShopFiles;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets the shop do imports, and goes on with those that a crash interrupted. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportStartup {

  @Inject private Jobs jobs;
  @Inject private ImportLedger ledger;
  @Inject private RowCleaners cleaners;
  @Inject private ShopFiles files;
  @Inject private ImportUndoLedger undo;
  @Inject private QuarantineLedger quarantine;
  @Inject private Settings settings;
  @Inject private Clock clock;

  @PostConstruct
  void begin() {
    ShopFacts.offer(settings);
    PrivacySettings.offer(settings);
    jobs.register(new ImportJob(ledger, cleaners, files, clock));
    jobs.register(new ImportUndoJob(undo));
    jobs.register(new QuarantineTasks(quarantine));
  }
}
