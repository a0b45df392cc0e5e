package io.shopkeeper.console.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.recommendation.boundary.experiment.ExperimentArm;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentDesign;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentGuard;
import io.shopkeeper.recommendation.boundary.experiment.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is typed into the form of an experiment means a design, or says what is wrong with it. */
class DraftDesignTest {

  private static final ExperimentDesign DESIGN =
      new ExperimentDesign(
          "home",
          "more clicks",
          List.of(new ExperimentArm("control", 0, 1), new ExperimentArm("new", 3, 0.5)),
          0.05,
          0.125,
          Metric.CART,
          List.of(new ExperimentGuard(Metric.REVENUE, 0.025)),
          20_000L,
          48);

  private static DesignDraft draft(String holdout, String ramp, String share, String planned) {
    return new DesignDraft(
        "home",
        "",
        List.of(
            new DesignDraft.ArmLine("control", "0", share),
            new DesignDraft.ArmLine("control", "1", "1")),
        holdout,
        ramp,
        Metric.CLICK,
        Map.of(Metric.CLICK, "150", Metric.CART, ""),
        planned,
        "");
  }

  @Test
  void aKeptDesignIsTheSameThroughTheForm() {
    assertThat(new DraftDesign(DesignDrafts.of(DESIGN)).design()).contains(DESIGN);
  }

  @Test
  void whatIsLeftEmptyIsAsItComes() {
    DesignDraft fresh = DesignDrafts.fresh("home", 2, 5);
    ExperimentDesign design =
        new DraftDesign(
                new DesignDraft("home", "", fresh.arms(), "", "", Metric.CLICK, Map.of(), "", ""))
            .design()
            .orElseThrow();
    assertThat(design)
        .isEqualTo(
            new ExperimentDesign("home", null, design.arms(), null, null, null, null, null, null));
    assertThat(design.arms())
        .containsExactly(new ExperimentArm("control", 2, 1), new ExperimentArm("new", 5, 1));
  }

  @Test
  void everyFaultStandsAtItsField() {
    assertThat(new DraftDesign(draft("100", "0", "half", "many")).faults())
        .containsOnlyKeys(
            "/holdout",
            "/ramp",
            "/arms/0/share",
            "/guards/click/margin",
            "/plannedVisitors",
            "/arms/1/name")
        .containsEntry("/arms/0/share", "must be a number, but is half")
        .containsEntry("/ramp", "must be a percentage above 0, at most 100")
        .containsEntry("/plannedVisitors", "must be a whole number, but is many");
    assertThat(new DraftDesign(draft("100", "0", "half", "many")).design()).isEmpty();
  }

  @Test
  void aRampIsReadInPercent() {
    Map<String, String> faults = new LinkedHashMap<>();
    assertThat(DraftDesign.ramp("12,5", faults)).contains(0.125);
    assertThat(faults).isEmpty();
    for (String wrong : List.of("", "0", "-1", "100.1", "all")) {
      faults.clear();
      assertThat(DraftDesign.ramp(wrong, faults)).as(wrong).isEmpty();
      assertThat(faults).as(wrong).containsOnlyKeys("/ramp");
    }
  }

  @Test
  void armsComeAndGo() {
    DesignDraft fresh = DesignDrafts.fresh("home", 2, 5);
    DesignDraft three = fresh.withArm(new DesignDraft.ArmLine("third", "4", "1"));
    assertThat(three.arms()).hasSize(3);
    assertThat(three.withoutArm(2)).isEqualTo(fresh);
    assertThat(fresh.withoutArm(2)).isEqualTo(fresh);
  }
}
