package io.shopkeeper.fraud.cases;

import io.shopkeeper.fraud.entity.StoredDecision;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/** Notes, with the decisions themselves, which payments a person is to look at. */
@Dependent
public class Alerts {

  @Inject private CaseStore cases;
  @Inject private Settings settings;
  @Inject private Event<AlertsRaised> raised;

  /** Within the transaction that stores the decisions. */
  public void raise(List<StoredDecision> decisions) {
    List<StoredDecision> called =
        decisions.stream().filter(one -> CaseSettings.calls(settings, one.outcome())).toList();
    called.forEach(one -> cases.alert(one.transactionId(), one.decidedAt()));
    if (!called.isEmpty()) {
      raised.fire(new AlertsRaised(called.size()));
    }
  }
}
