package io.shopkeeper.recommendation.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentArm;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentDesign;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentGuard;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentState;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentView;
import io.shopkeeper.recommendation.boundary.experiment.Metric;
import io.shopkeeper.recommendation.entity.ExperimentEntry;
import java.util.List;

/** From what is stored to what others see, and back. */
public final class ExperimentViews {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ExperimentViews() {}

  /** What others see. */
  public static ExperimentView of(ExperimentEntry entry) {
    return new ExperimentView(
        entry.name(),
        ExperimentState.valueOf(entry.state()),
        design(entry.plan()),
        entry.publishedArm(),
        entry.decision(),
        entry.draftedBy(),
        entry.draftedAt(),
        entry.startedBy(),
        entry.startedAt(),
        entry.stoppedBy(),
        entry.stoppedAt(),
        entry.edition());
  }

  /** What is stored. */
  public static ExperimentEntry.Plan plan(ExperimentDesign design) {
    try {
      return new ExperimentEntry.Plan(
          design.placement(),
          design.note(),
          JSON.writeValueAsString(design.arms()),
          design.holdout(),
          design.ramp(),
          design.primary().name(),
          JSON.writeValueAsString(design.guards()),
          design.plannedVisitors(),
          design.windowHours());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("arms and guards are plain values", impossible);
    }
  }

  private static ExperimentDesign design(ExperimentEntry.Plan plan) {
    try {
      return new ExperimentDesign(
          plan.placement(),
          plan.note(),
          List.of(JSON.readValue(plan.arms(), ExperimentArm[].class)),
          plan.holdout(),
          plan.ramp(),
          Metric.valueOf(plan.primaryMetric()),
          List.of(JSON.readValue(plan.guards(), ExperimentGuard[].class)),
          plan.plannedVisitors(),
          plan.windowHours());
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException(
          "the experiment at " + plan.placement() + " was not written by this product", damaged);
    }
  }
}
