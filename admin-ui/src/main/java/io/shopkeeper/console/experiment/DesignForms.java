package io.shopkeeper.console.experiment;

import io.shopkeeper.console.frame.Words;
import io.shopkeeper.recommendation.boundary.RecipeVersionView;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentArm;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentFigures;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentVerdict;
import io.shopkeeper.recommendation.boundary.experiment.Metric;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The lines of the form of a draft, and the choices at the end of an experiment. */
@RequestScoped
public class DesignForms {

  /** The decision to keep what is live. */
  static final String KEEP = "keep";

  /** Begins the decision to publish an arm; its name follows. */
  static final String ARM = "arm:";

  @Inject private Words words;

  /** What can be chosen. */
  public record Choice(String value, String label, boolean chosen) {}

  /**
   * An arm's line.
   *
   * @param place from 0
   */
  public record ArmForm(
      int place,
      DesignDraft.ArmLine line,
      List<Choice> versions,
      String nameFault,
      String versionFault,
      String shareFault) {}

  /** A metric that can be guarded. */
  public record GuardForm(Metric metric, String margin, String fault) {}

  /**
   * The lines of the arms.
   *
   * @param fault what is wrong at a place; empty where nothing is
   */
  List<ArmForm> arms(
      DesignDraft draft, List<RecipeVersionView> versions, UnaryOperator<String> fault) {
    List<ArmForm> arms = new ArrayList<>();
    for (int i = 0; i < draft.arms().size(); i++) {
      DesignDraft.ArmLine line = draft.arms().get(i);
      String at = "/arms/" + i;
      arms.add(
          new ArmForm(
              i,
              line,
              choices(versions, line.version()),
              fault.apply(at + "/name"),
              fault.apply(at + "/version"),
              fault.apply(at + "/share")));
    }
    return arms;
  }

  /** All versions; the chosen one, too, where it is too old to be listed. */
  private List<Choice> choices(List<RecipeVersionView> versions, String chosen) {
    List<Choice> choices = new ArrayList<>();
    versions.forEach(version -> choices.add(choice(version, chosen)));
    if (choices.stream().noneMatch(Choice::chosen)) {
      choices.add(new Choice(chosen, chosen, true));
    }
    return choices;
  }

  private Choice choice(RecipeVersionView version, String chosen) {
    String number = String.valueOf(version.version());
    String label =
        version.version() == 0
            ? words.words().getString("placement.standard")
            : words.format("placement.version", version.version());
    String live = version.live() ? " · " + words.words().getString("placement.isLive") : "";
    String note = version.note().isEmpty() ? "" : " · " + version.note();
    return new Choice(number, label + live + note, number.equals(chosen));
  }

  /** The metrics of which one decides. */
  List<Choice> primaries(DesignDraft draft) {
    List<Choice> choices = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      choices.add(
          new Choice(
              metric.word(),
              words.of("experimentMetric", metric.word()),
              metric == draft.primary()));
    }
    return choices;
  }

  /**
   * Every metric with its margin.
   *
   * @param fault what is wrong at a place; empty where nothing is
   */
  List<GuardForm> guards(DesignDraft draft, UnaryOperator<String> fault) {
    List<GuardForm> guards = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      guards.add(
          new GuardForm(
              metric,
              draft.margins().getOrDefault(metric, ""),
              fault.apply("/guards/%s/margin".formatted(metric.word()))));
    }
    return guards;
  }

  /** What one can do at the end: what the verdict says is chosen. */
  List<Choice> decisions(List<ExperimentArm> arms, ExperimentFigures figures) {
    boolean publishes = figures.verdict() == ExperimentVerdict.WINNER;
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(KEEP, words.words().getString("experiment.stop.keep"), !publishes));
    for (ExperimentArm arm : arms) {
      choices.add(
          new Choice(
              ARM + arm.name(),
              words.format("experiment.stop.publish", arm.name(), arm.version()),
              publishes && arm.name().equals(figures.best())));
    }
    return choices;
  }
}
