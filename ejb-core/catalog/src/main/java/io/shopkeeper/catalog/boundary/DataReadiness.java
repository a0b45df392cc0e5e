package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.readiness.FactStore;
import io.shopkeeper.catalog.readiness.ModelNeeds;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says which models the shop's data can feed, and what the others lack. */
@Stateless
public class DataReadiness {

  @Inject private FactStore facts;

  /** Every model, the ready ones first. */
  public List<ModelReadiness> models() {
    Map<String, Long> has = facts.count();
    var ready = new ArrayList<ModelReadiness>();
    var wanting = new ArrayList<ModelReadiness>();
    for (ModelNeeds needs : ModelNeeds.ALL) {
      ModelReadiness readiness = needs.compare(has);
      (readiness.ready() ? ready : wanting).add(readiness);
    }
    ready.addAll(wanting);
    return ready;
  }
}
