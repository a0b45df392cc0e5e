package io.shopkeeper.catalog.monitor;

import io.shopkeeper.platform.boundary.JobEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Set;

/** Has the monitors measured once an import, its undoing or a replay of rows is done. */
@ApplicationScoped
public class AfterImports {

  private static final Set<String> KINDS = Set.of("import", "import-undo", "quarantine");

  @Inject private MonitorTimer monitors;

  /** However it ended: a job that failed may have stored rows. */
  public void onEnd(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobEnded ended) {
    if (KINDS.contains(ended.job().kind())) {
      monitors.dataChanged();
    }
  }
}
