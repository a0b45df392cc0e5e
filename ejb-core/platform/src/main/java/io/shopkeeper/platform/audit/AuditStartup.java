package io.shopkeeper.platform.audit;

import io.shopkeeper.platform.boundary.AuditTrail;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Brings the records of an older version into the chain, once. */
@Singleton(name = "AuditStartup")
@Startup
@DependsOn("DatabaseMigrator")
public class AuditStartup {

  private static final System.Logger LOG = System.getLogger(AuditStartup.class.getName());

  @Inject private AuditTrail trail;

  @PostConstruct
  void begin() {
    int adopted = trail.adopt();
    if (adopted > 0) {
      LOG.log(
          System.Logger.Level.INFO, "SHOP-0020 {0} older audit records joined the chain", adopted);
    }
  }
}
