package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.recommendation.boundary.experiment.ExperimentView;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts what the visitors of an experiment did. */
@Dependent
public class Tally {

  @Inject private Audience audience;

  /**
   * Counts, by the name of the arm; those who are kept out are {@code holdout}.
   *
   * @param now acts until then count
   */
  Map<String, ArmTally> of(ExperimentView experiment, Instant now) {
    var attribution =
        new Attribution(Duration.ofHours(experiment.design().windowHours()).toMillis());
    Map<String, ArmTally> arms = new HashMap<>();
    audience.forEach(
        Slice.ofExperiment(experiment.name()),
        experiment.startedAt(),
        now,
        group -> count(group, attribution, arms));
    return arms;
  }

  /** Adds the units of a group to their arms. */
  static void count(Group group, Attribution attribution, Map<String, ArmTally> arms) {
    var showings = new Showings(group, shown -> true);
    Map<String, Acts> done = new HashMap<>();
    for (Group.Act act : group.acts()) {
      attribution
          .of(act, showings)
          .ifPresent(shown -> done.merge(shown.unit(), act.count(), Acts::plus));
    }
    group
        .shown()
        .forEach(
            (unit, shown) ->
                arms.computeIfAbsent(shown.getFirst().arm(), arm -> new ArmTally())
                    .add(shown.size(), done.getOrDefault(unit, Acts.NONE)));
  }
}
