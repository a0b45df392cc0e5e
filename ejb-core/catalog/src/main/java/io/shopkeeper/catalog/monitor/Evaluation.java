package io.shopkeeper.catalog.monitor;

import io.shopkeeper.catalog.entity.QualityMonitor;
import io.shopkeeper.platform.boundary.Note;
import io.shopkeeper.platform.boundary.Notifications;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Measures the monitors that are on, opens alerts and resolves them, and tells people. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Evaluation {

  @Inject private MonitorStore store;
  @Inject private Measures measures;
  @Inject private Notifications notifications;
  @Inject private Clock clock;

  /** Measures, unless another server just did. */
  public void runIfDue() {
    tell(new MonitorRound(store, measures, clock).runIfDue());
  }

  /** Measures now. */
  public void run() {
    tell(new MonitorRound(store, measures, clock).run());
  }

  private void tell(List<QualityMonitor> alerted) {
    for (QualityMonitor monitor : alerted) {
      Map<String, String> values =
          Map.of(
              "kind", monitor.kind().name(),
              "type", monitor.type().name(),
              "field", monitor.field());
      notifications.tell(
          new Note("data.alert", Note.Tone.WARN, values, "monitors", Note.EVERYBODY));
    }
  }
}
