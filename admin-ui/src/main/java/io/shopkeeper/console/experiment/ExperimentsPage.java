package io.shopkeeper.console.experiment;

import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.recommendation.boundary.Experiments;
import io.shopkeeper.recommendation.boundary.PlacementView;
import io.shopkeeper.recommendation.boundary.Placements;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentState;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentVerdict;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All experiments, and what those that run say now. */
@Named("experiments")
@RequestScoped
public class ExperimentsPage {

  @Inject private Experiments experiments;
  @Inject private Placements placements;
  @Inject private Reader reader;
  @Inject private Words words;

  private List<Row> rows;

  /**
   * An experiment.
   *
   * @param arms their names and recipes
   * @param since when its state began
   * @param by who brought it there
   * @param word what it says or what was decided, in short
   * @param tone how that looks
   */
  public record Row(
      ExperimentView view, String arms, Instant since, String by, String word, String tone) {}

  public List<Row> getRows() {
    if (rows == null) {
      rows = experiments.all().stream().map(this::row).toList();
    }
    return rows;
  }

  private Row row(ExperimentView view) {
    String arms =
        view.design().arms().stream()
            .map(arm -> words.format("experiment.arm.short", arm.name(), arm.version()))
            .collect(Collectors.joining(" · "));
    return switch (view.state()) {
      case DRAFT -> new Row(view, arms, view.draftedAt(), view.draftedBy(), "–", "");
      case RUNNING -> {
        ExperimentVerdict verdict = experiments.figures(view.name(), reader.getLocale()).verdict();
        yield new Row(
            view,
            arms,
            view.startedAt(),
            view.startedBy(),
            words.of("experimentVerdict", verdict),
            ExperimentLook.verdictTone(verdict));
      }
      case STOPPED ->
          new Row(
              view,
              arms,
              view.stoppedAt(),
              view.stoppedBy(),
              view.published() == null
                  ? words.words().getString("experiment.kept")
                  : words.format("experiment.published", view.published()),
              "plain");
    };
  }

  /** The placements at which one can begin: where none runs. */
  public List<String> getFree() {
    return placements.all().stream()
        .map(PlacementView::name)
        .filter(name -> running(name).isEmpty())
        .toList();
  }

  private Optional<ExperimentView> running(String placement) {
    return getRows().stream()
        .map(Row::view)
        .filter(view -> view.state() == ExperimentState.RUNNING)
        .filter(view -> view.design().placement().equals(placement))
        .findFirst();
  }
}
