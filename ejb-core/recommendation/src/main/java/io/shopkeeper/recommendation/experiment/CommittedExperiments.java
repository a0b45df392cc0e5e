package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.ml.experiment.Arm;
import io.shopkeeper.ml.experiment.Assignment;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentView;
import io.shopkeeper.recommendation.entity.ExperimentEntry;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads past the caller's transaction: what serving keeps in memory was committed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CommittedExperiments {

  @Inject private ExperimentStore store;

  /** Those in which visitors take part, by placement. */
  public Map<String, RunningExperiment> running() {
    return store.running().stream()
        .map(CommittedExperiments::running)
        .collect(Collectors.toUnmodifiableMap(RunningExperiment::placement, running -> running));
  }

  private static RunningExperiment running(ExperimentEntry entry) {
    ExperimentView view = ExperimentViews.of(entry);
    List<Arm> arms =
        view.design().arms().stream().map(arm -> new Arm(arm.name(), arm.share())).toList();
    var assignment =
        new Assignment(entry.salt(), view.design().holdout(), view.design().ramp(), arms);
    return new RunningExperiment(
        view.name(), view.design().placement(), view.design().arms(), assignment);
  }

  /** One. */
  public Optional<ExperimentView> find(String name) {
    return store.find(name).map(ExperimentViews::of);
  }
}
